import { join } from "node:path";
import type { ContainerRuntime } from "../runtime";
import type { Store } from "../store";
import { type ContainerChange, createContainer, findContainer, inspectContainer, updateContainer } from "./containers";
import { EngineError } from "./error";
import { type Login, type Registries, findImage, pullImage, removeImage, tagImage } from "./images";
import { openLogs } from "./logs";
import { createNetwork, inspectNetwork, removeNetwork } from "./networks";
import type {
  ContainerRecord,
  ContainerSettings,
  ContainerStatus,
  EngineRecord,
  ImageRecord,
  NetworkRecord,
  NetworkSettings,
  VolumeRecord,
} from "./records";
import { openRunner } from "./runner";
import { createVolume, mountsOf, removeVolume, volumeUsers, type VolumeSettings } from "./volumes";

/** What `docker ps` would tell. */
export interface ContainerSummary {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly status: ContainerStatus;
  /** Of the last run that ended. */
  readonly exitCode?: number;
  readonly ports: readonly { readonly address: string; readonly host: number; readonly container: number }[];
}

/** One simulated Docker Engine. What it refuses, it refuses with an `EngineError`. Every change is on the disk at once. */
export interface Engine {
  readonly host: string;
  readonly address: string;
  readonly record: Readonly<EngineRecord>;
  containers(): readonly ContainerSummary[];
  /** The newest lines of a container since it was made, oldest first; up to 2 MB. */
  logs(name: string): readonly string[];
  /** Calls `listener` with every new line until the returned function is called. */
  follow(name: string, listener: (line: string) => void): () => void;

  /** The local image, else what the registry gives. */
  ensureImage(reference: string, login?: Login): ImageRecord;
  findImage(reference: string): ImageRecord | undefined;
  tagImage(reference: string, content: string): void;
  removeImage(reference: string, force: boolean): void;

  createContainer(settings: ContainerSettings): ContainerRecord;
  findContainer(nameOrId: string): ContainerRecord | undefined;
  inspectContainer(nameOrId: string): ContainerRecord;
  startContainer(nameOrId: string): Promise<void>;
  stopContainer(nameOrId: string): Promise<void>;
  /** Resolves with the exit code once the container has ended and is not started again. */
  ended(nameOrId: string): Promise<number>;
  updateContainer(nameOrId: string, change: ContainerChange): void;
  removeContainer(nameOrId: string): Promise<void>;
  /** Takes a container that does not run from its network and puts it on others; they are looked for when it starts. */
  connect(
    id: string,
    networks: readonly { readonly name: string; readonly aliases: readonly string[]; readonly address: string }[],
  ): void;
  probe(id: string): "healthy" | "unhealthy" | "starting";

  createNetwork(settings: NetworkSettings): NetworkRecord;
  inspectNetwork(nameOrId: string): NetworkRecord;
  removeNetwork(nameOrId: string): void;
  createVolume(settings: VolumeSettings): VolumeRecord;
  findVolume(name: string): VolumeRecord | undefined;
  /** Every volume with the names of the containers that mount it. */
  volumes(): readonly { readonly name: string; readonly heldBy: readonly string[] }[];
  removeVolume(name: string): Promise<void>;
  addFolder(path: string): void;

  suspend(): Promise<void>;
  resume(): Promise<void>;
}

export interface EngineOptions {
  readonly record: EngineRecord;
  readonly store: Store;
  readonly runtime: ContainerRuntime;
  readonly registries: Registries;
}

const summaryOf = (container: ContainerRecord, address: string): ContainerSummary => ({
  id: container.id,
  name: container.settings.name,
  image: container.imageName,
  status: container.status,
  ...(container.finishedAt > 0 && { exitCode: container.exitCode }),
  ports: container.ports.map((port) => ({ address, host: port.host, container: port.container })),
});

export function openEngine({ record, store, runtime, registries }: EngineOptions): Engine {
  const { save } = store;
  const logs = openLogs(join(store.folder, "logs"));
  const runner = openRunner({
    engine: record,
    runtime,
    save,
    log: logs.write,
    autoRemove: (container) => void discard(container),
  });

  const saving =
    <Arguments extends unknown[], Result>(action: (...values: Arguments) => Result) =>
    (...values: Arguments): Result => {
      const result = action(...values);
      save();
      return result;
    };

  async function dropVolume(name: string): Promise<void> {
    removeVolume(record, name);
    save();
    await runtime.removeVolume(record.address, name);
  }

  async function discard(container: ContainerRecord): Promise<void> {
    await runner.stop(container);
    delete record.containers[container.id];
    for (const { source } of mountsOf(container.settings)) {
      if (record.volumes[source]?.anonymous) await dropVolume(source);
    }
    logs.forget(container.id);
    save();
  }

  const container = (nameOrId: string): ContainerRecord => inspectContainer(record, nameOrId);

  return {
    host: record.host,
    address: record.address,
    record,
    containers: () => Object.values(record.containers).map((one) => summaryOf(one, record.address)),
    logs: (name) => logs.read(container(name).id),
    follow: (name, listener) => logs.follow(container(name).id, listener),

    ensureImage: saving(
      (reference, login) => findImage(record, reference) ?? pullImage(record, reference, registries, login),
    ),
    findImage: (reference) => findImage(record, reference),
    tagImage: saving((reference, content) => void tagImage(record, reference, content)),
    removeImage: saving((reference, force) => removeImage(record, reference, force)),

    createContainer: saving((settings) => {
      const image = findImage(record, settings.image);
      if (!image) throw new EngineError(`No such image: ${settings.image}`);
      return createContainer(record, image, settings);
    }),
    findContainer: (nameOrId) => findContainer(record, nameOrId),
    inspectContainer: container,
    startContainer: async (nameOrId) => runner.start(container(nameOrId)),
    async stopContainer(nameOrId) {
      const found = container(nameOrId);
      await runner.stop(found);
      if (found.settings.autoRemove) await discard(found);
    },
    ended: async (nameOrId) => runner.ended(container(nameOrId)),
    updateContainer: saving((nameOrId, change) => updateContainer(container(nameOrId), change)),
    removeContainer: async (nameOrId) => discard(container(nameOrId)),
    connect: saving((id, networks) => {
      container(id).endpoints = networks.map(({ name, aliases, address }) => {
        const network = record.networks.find(({ id: networkId }) => networkId === name)?.name ?? name;
        return { network, aliases, wantedAddress: address, address: "" };
      });
    }),
    probe: (id) => runner.probe(container(id)),

    createNetwork: saving((settings) => createNetwork(record, settings)),
    inspectNetwork: (nameOrId) => inspectNetwork(record, nameOrId),
    removeNetwork: saving((nameOrId) => removeNetwork(record, nameOrId)),
    createVolume: saving((settings) => createVolume(record, settings)),
    findVolume: (name) => record.volumes[name],
    volumes: () =>
      Object.keys(record.volumes).map((name) => ({
        name,
        heldBy: volumeUsers(record, name).map((user) => user.settings.name),
      })),
    removeVolume: dropVolume,
    addFolder: saving((path) => void record.folders.push(path)),

    suspend: runner.suspend,
    resume: runner.resume,
  };
}
