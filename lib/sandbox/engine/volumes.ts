import { EngineError } from "./error";
import { randomId } from "./ids";
import type { ContainerRecord, ContainerSettings, EngineRecord, MountSettings, VolumeRecord } from "./records";

export interface VolumeSettings {
  /** Empty: a random one. */
  readonly name: string;
  readonly driver: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
}

export const mountpointOf = (name: string): string => `/var/lib/docker/volumes/${name}/_data`;

/** Makes a volume; one that is there already is given as it is. */
export function createVolume(engine: EngineRecord, settings: VolumeSettings, anonymous = false): VolumeRecord {
  const driver = settings.driver || "local";
  const name = settings.name || randomId();
  if (driver !== "local") {
    throw new EngineError(
      `create ${name}: error looking up volume plugin ${driver}: plugin ${JSON.stringify(driver)} not found`,
    );
  }
  const volume = { ...settings, name, driver, anonymous };
  return (engine.volumes[name] ??= volume);
}

/** What a container mounts, said in either way. */
export function mountsOf({ mounts, binds }: ContainerSettings): readonly MountSettings[] {
  const bound = binds.map((bind): MountSettings => {
    const [source = "", target = "", mode] = bind.split(":");
    return { type: source.startsWith("/") ? "bind" : "volume", source, target, readOnly: mode === "ro" };
  });
  return [...bound, ...mounts.map((mount) => ({ ...mount, source: mount.volume ?? mount.source }))];
}

/** The containers that hold a volume; a stopped one holds it too. */
export const volumeUsers = (engine: EngineRecord, name: string): readonly ContainerRecord[] =>
  Object.values(engine.containers).filter(({ settings }) =>
    mountsOf(settings).some(({ type, source }) => type === "volume" && source === name),
  );

export function removeVolume(engine: EngineRecord, name: string): void {
  const users = volumeUsers(engine, name);
  const ids = users.map(({ id }) => id).join(", ");
  if (users.length > 0) throw new EngineError(`remove ${name}: volume is in use - [${ids}]`);
  delete engine.volumes[name];
}
