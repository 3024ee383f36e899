import { join } from "node:path";
import { type Cloud, openCloud } from "./azure";
import { identityOf } from "./daemon-claim";
import { type DaemonSettings, readSettings, writeSettings } from "./daemon-settings";
import { type Engines, openEngines, smallProgram } from "./engine";
import type { Registries } from "./engine/images";
import { type ServedProviders, serveProviders } from "./provider";
import { isPublished, speechImage } from "./speech/images";
import { socketPathIn } from "./socket-path";
import { type SpeechRuntime, speechRuntime } from "./speech/runtime";
import { serveCloudHost } from "./speech/sentiment/cloud-host";
import { openStore } from "./store";

/** Everything that the background process simulates. */
export interface DaemonWorld {
  readonly folder: string;
  /** The Terraform workspace of plain `terraform` runs; no other sandbox ever has it. */
  readonly workspace: string;
  readonly engines: Engines;
  readonly cloud: Cloud;
  readonly registries: Registries;
  readonly speech: SpeechRuntime;
  readonly providers: ServedProviders;
  readonly settings: () => DaemonSettings;
  readonly keep: (settings: DaemonSettings) => void;
  /** Ends all programs and servers; what they are stays on the disk. */
  readonly close: () => Promise<void>;
}

/** Builds the world from what a sandbox folder holds. Containers do not run before `engines.resume`. */
export async function openWorld(folder: string, socketFolder: string): Promise<DaemonWorld> {
  let settings = readSettings(folder);
  const store = openStore(join(folder, "store"));
  const cloud = openCloud(store);
  const cloudSocket = socketPathIn(socketFolder, "azure");
  const cloudHost = await serveCloudHost(
    cloudSocket,
    (host, key) => cloud.judgeKey(`https://${host}`, key, "text analytics") === "Valid",
  );
  const speech = speechRuntime({
    speechImage,
    otherwise: smallProgram(),
    judgeKey: cloud.judgeKey,
    outside: (hostname) => (cloud.hasHost(hostname) ? cloudSocket : undefined),
    socketFolder,
    volumesFolder: join(folder, "volumes"),
    pace: () => settings,
  });
  const registries: Registries = {
    isPublished: (reference) => isPublished(reference, settings.images),
    userOf: (host) => settings.logins?.[host],
  };
  const engines = openEngines({
    store,
    runtime: speech,
    registries,
  });
  const providers = await serveProviders({ store, cloud, engines, socketFolder });
  return {
    folder,
    workspace: `sandbox-${identityOf(folder) ?? ""}`,
    engines,
    cloud,
    registries,
    speech,
    providers,
    settings: () => settings,
    keep(changed) {
      writeSettings(folder, changed);
      settings = changed;
    },
    async close() {
      await providers.close();
      await engines.close();
      await cloudHost.close();
    },
  };
}
