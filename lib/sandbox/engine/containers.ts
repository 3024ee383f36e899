import { existsSync } from "node:fs";
import { hostname } from "node:os";
import { EngineError } from "./error";
import { randomId } from "./ids";
import { nameOfImage } from "./images";
import type { ContainerRecord, ContainerSettings, EngineRecord, ImageRecord, RestartPolicy } from "./records";
import { createVolume } from "./volumes";

const MEBIBYTE = 1024 * 1024;

/** Every image's program in the sandbox, as the recorded images have it. */
const ENTRYPOINT = ["/speech"];

export interface ResourceLimits {
  readonly memory: number;
  readonly memorySwap: number;
}

function checkMemory({ memory, memorySwap }: ResourceLimits, isUpdate: boolean): void {
  if (memory !== 0 && memory < 6 * MEBIBYTE) throw new EngineError("Minimum memory limit allowed is 6MB");
  if (memory > 0 && memorySwap > 0 && memorySwap < memory) {
    throw new EngineError("Minimum memoryswap limit should be larger than memory limit, see usage");
  }
  if (memory === 0 && memorySwap > 0 && !isUpdate) {
    throw new EngineError("You should always set the Memory limit when using Memoryswap limit, see usage");
  }
}

function checkRestart({ name, maximumRetryCount }: RestartPolicy, autoRemove: boolean): void {
  if (autoRemove && name !== "" && name !== "no") {
    throw new EngineError("can't create 'AutoRemove' container with restart policy");
  }
  if (name !== "on-failure" && maximumRetryCount !== 0) {
    throw new EngineError(`maximum retry count cannot be used with restart policy '${name}'`);
  }
  if (maximumRetryCount < 0) throw new EngineError("maximum retry count cannot be negative");
}

const folderExists = (engine: EngineRecord, path: string): boolean =>
  engine.folders.some((folder) => folder === path || folder.startsWith(`${path}/`)) || existsSync(path);

function checkMounts(engine: EngineRecord, { mounts }: ContainerSettings): void {
  for (const { type, source, target } of mounts) {
    if (!target.startsWith("/")) {
      throw new EngineError(
        `invalid mount config for type "${type}": invalid mount path: '${target}' mount path must be absolute`,
      );
    }
    if (type !== "bind") continue;
    if (source === "") throw new EngineError('invalid mount config for type "bind": field Source must not be empty');
    if (!folderExists(engine, source)) {
      throw new EngineError(`invalid mount config for type "bind": bind source path does not exist: ${source}`);
    }
  }
}

/** A capability as Docker's client spells it. */
const capability = (name: string): string => {
  const upper = name.toUpperCase();
  return upper === "ALL" || upper.startsWith("CAP_") ? upper : `CAP_${upper}`;
};

const capabilities = (names: readonly string[]): string[] => [...new Set(names.map(capability))].sort();

function mountVolumes(engine: EngineRecord, settings: ContainerSettings): ContainerSettings {
  const plain = { driver: "", labels: {}, options: {} };
  const binds = settings.binds.map((bind) => {
    const [source = "", ...rest] = bind.split(":");
    if (!source.startsWith("/")) {
      return [createVolume(engine, { ...plain, name: source }, source === "").name, ...rest].join(":");
    }
    if (!folderExists(engine, source)) engine.folders.push(source);
    return bind;
  });
  const targets = new Set<string>();
  const mounts = settings.mounts.map((mount) => {
    if (targets.has(mount.target)) throw new EngineError(`Duplicate mount point: ${mount.target}`);
    targets.add(mount.target);
    if (mount.type !== "volume") return mount;
    const volume = createVolume(engine, { ...plain, name: mount.source }, mount.source === "");
    return { ...mount, volume: volume.name };
  });
  return { ...settings, binds, mounts };
}

export function findContainer(engine: EngineRecord, nameOrId: string): ContainerRecord | undefined {
  return (
    engine.containers[nameOrId] ?? Object.values(engine.containers).find(({ settings }) => settings.name === nameOrId)
  );
}

export function inspectContainer(engine: EngineRecord, nameOrId: string): ContainerRecord {
  const container = findContainer(engine, nameOrId);
  if (!container) throw new EngineError(`No such container: ${nameOrId}`);
  return container;
}

const LOG_DRIVERS = "awslogs etwlogs fluentd gcplogs gelf journald json-file local logentries none splunk syslog".split(
  " ",
);

/** A container that shares the machine's processes or memory is not labelled; the engine says so by an option. */
function withoutLabels({ ipcMode, kept }: ContainerSettings): Readonly<Record<string, unknown>> {
  const options = (kept["security_opts"] ?? []) as readonly string[];
  const shares = ipcMode === "host" || kept["pid_mode"] === "host" || kept["privileged"] === true;
  if (!shares || options.some((option) => option.startsWith("label"))) return kept;
  return { ...kept, security_opts: [...options, "label=disable"] };
}

/** Makes a container with the engine's defaults for what is not asked for. It is not started. */
export function createContainer(engine: EngineRecord, image: ImageRecord, asked: ContainerSettings): ContainerRecord {
  const other = findContainer(engine, asked.name);
  if (other) {
    throw new EngineError(
      `Conflict. The container name "/${asked.name}" is already in use by container "${other.id}". You have to remove (or rename) that container to be able to reuse that name.`,
    );
  }
  checkMemory(asked, false);
  checkRestart(asked.restart, asked.autoRemove);
  if (asked.logDriver && !LOG_DRIVERS.includes(asked.logDriver)) {
    const name = asked.logDriver;
    throw new EngineError(`error looking up logging plugin ${name}: plugin ${JSON.stringify(name)} not found`);
  }
  checkMounts(engine, asked);
  const id = randomId();
  const networkMode = asked.networkMode || "default";
  const settings: ContainerSettings = {
    ...mountVolumes(engine, asked),
    networkMode,
    entrypoint: asked.entrypoint.length > 0 ? asked.entrypoint : ENTRYPOINT,
    hostname: asked.hostname || (networkMode === "host" ? hostname() : id.slice(0, 12)),
    memorySwap: asked.memory > 0 && asked.memorySwap === 0 ? 2 * asked.memory : asked.memorySwap,
    shmSize: asked.shmSize || 64 * MEBIBYTE,
    logDriver: asked.logDriver || "json-file",
    runtime: asked.runtime || "runc",
    ipcMode: asked.ipcMode || "private",
    restart: { ...asked.restart, name: asked.restart.name || "no" },
    kept: withoutLabels(asked),
    capabilities: { add: capabilities(asked.capabilities.add), drop: capabilities(asked.capabilities.drop) },
  };
  const container: ContainerRecord = {
    id,
    settings,
    imageId: image.id,
    imageName: asked.image.startsWith("sha256:") ? nameOfImage(image) : asked.image,
    status: "created",
    exitCode: 0,
    ports: [],
    endpoints: [
      { network: networkMode === "default" ? "bridge" : networkMode, aliases: [], wantedAddress: "", address: "" },
    ],
    finishedAt: 0,
    restarts: 0,
    stoppedByHand: false,
  };
  engine.containers[id] = container;
  return container;
}

export interface ContainerChange extends ResourceLimits {
  readonly cpuShares: number;
  readonly cpuSet: string;
  readonly restart: RestartPolicy;
}

/** Changes a container in place. Zeros and empty texts change nothing. */
export function updateContainer(container: ContainerRecord, change: ContainerChange): void {
  checkMemory(change, true);
  const { settings } = container;
  const refuse = (reason: string): never => {
    throw new EngineError(`Cannot update container ${container.id}: ${reason}`);
  };
  if (change.memory > settings.memorySwap && change.memory !== 0 && change.memorySwap === 0) {
    refuse("Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time");
  }
  const { restart } = change;
  if (restart.name !== "") {
    if (settings.autoRemove && restart.name !== "no") {
      refuse("Restart policy cannot be updated because AutoRemove is enabled for the container");
    }
    checkRestart(restart, false);
  }
  container.settings = {
    ...settings,
    memory: change.memory || settings.memory,
    memorySwap: change.memorySwap || settings.memorySwap,
    cpuShares: change.cpuShares || settings.cpuShares,
    cpuSet: change.cpuSet || settings.cpuSet,
    restart: restart.name === "" ? settings.restart : restart,
  };
}
