import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCloud } from "../../../lib/sandbox/azure";
import { type Engine, openEngines, smallProgram } from "../../../lib/sandbox/engine";
import { mountsOf } from "../../../lib/sandbox/engine/volumes";
import { outside, type OutsideAction } from "../../../lib/sandbox/outside";
import { type ServedProviders, serveProviders } from "../../../lib/sandbox/provider";
import { openStore } from "../../../lib/sandbox/store";
import type { Json, JsonObject, RecordedCase } from "./recorded";

export interface World {
  /** Working folder of Terraform. */
  readonly folder: string;
  readonly reattach: ServedProviders["reattach"];
  act(actions: readonly OutsideAction[]): Promise<void>;
  /** What really is on the engine, as the cases tell it. */
  engine(): JsonObject;
  close(): Promise<void>;
}

function containerOf(record: Engine["record"], id: string): JsonObject {
  const container = record.containers[id];
  if (!container) return {};
  const { settings } = container;
  const mounts = mountsOf(settings).map(
    ({ type, source, target, readOnly }) => `${type} ${source} ${target}${readOnly ? " ro" : ""}`,
  );
  return {
    id,
    status: container.status === "restarting" ? "running" : container.status,
    restartPolicy: settings.restart.name,
    memory: settings.memory,
    memorySwap: settings.memorySwap,
    cpuQuota: settings.cpuQuota,
    ...(settings.init !== undefined && { init: settings.init }),
    healthInterval: settings.health?.interval ?? null,
    mounts: mounts.sort(),
    networks: container.endpoints.map(({ network }) => network).sort(),
  };
}

function engineOf({ record }: Engine): JsonObject {
  const containers = Object.values(record.containers).map(({ id, settings }): [string, Json] => [
    settings.name,
    containerOf(record, id),
  ]);
  return {
    containers: Object.fromEntries(containers),
    volumes: Object.keys(record.volumes).sort(),
    networks: record.networks
      .map(({ name }) => name)
      .filter((name) => !["bridge", "host", "none"].includes(name))
      .sort(),
    images: record.images.flatMap(({ tags }) => tags).sort(),
  };
}

function setUp(given: RecordedCase["given"]): OutsideAction[] {
  return [
    ...Object.entries(given.images ?? {}).map(([tag, content]) => ({ addImage: { tag, content } })),
    ...(given.folders ?? []).map((addFolder) => ({ addFolder })),
    ...(given.groups ?? []).map((addGroup) => ({ addGroup })),
    ...(given.accounts ?? []).map((addAccount) => ({ addAccount })),
    ...(given.outside ?? []),
  ];
}

/** A sandbox of its own for one case, in this process. */
export async function openWorld(given: RecordedCase["given"]): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "case-"));
  const store = openStore(join(folder, "store"));
  const cloud = openCloud(store);
  const engines = openEngines({ store, runtime: smallProgram(), registries: { isPublished: () => false } });
  const providers = await serveProviders({ store, cloud, engines, socketFolder: folder });
  const act = async (actions: readonly OutsideAction[]): Promise<void> => {
    for (const action of actions) await outside({ engines, cloud }, action);
  };
  await act(setUp(given));
  return {
    folder,
    reattach: providers.reattach,
    act,
    engine: () => engineOf(engines.engineFor() as Engine),
    async close() {
      await providers.close();
      await engines.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
