import type { ContainerSettings, HealthSettings, MountSettings, PortBinding } from "../../engine/records";
import type { ResourceData } from "../resource";
import { parseDuration } from "../validators";
import { itemsOf, onlyBlock, textOf, type Value, type ValueObject } from "../value";
import { labelMap } from "./client";

export const MEBIBYTE = 1024 * 1024;

/** Arguments that the simulation keeps and gives back, and that do nothing in it. */
export const KEPT = {
  text: "domainname user working_dir pid_mode userns_mode stop_signal cgroup_parent cgroupns_mode gpus".split(" "),
  flag: "read_only privileged publish_all_ports tty stdin_open".split(" "),
  list: "dns dns_opts dns_search security_opts group_add".split(" "),
  map: "tmpfs sysctls storage_opts".split(" "),
  blocks: "host ulimit devices".split(" "),
} as const;

const texts = (value: Value | undefined): string[] => itemsOf(value).map(textOf);

const toPort = (block: ValueObject): PortBinding => ({
  container: Number(block["internal"]),
  protocol: textOf(block["protocol"]),
  address: textOf(block["ip"]),
  host: Number(block["external"]),
});

function toHealth(block: ValueObject): HealthSettings {
  const time = (name: string): number => parseDuration(textOf(block[name])) ?? 0;
  return {
    test: texts(block["test"]),
    interval: time("interval"),
    timeout: time("timeout"),
    startPeriod: time("start_period"),
    startInterval: time("start_interval"),
    retries: Number(block["retries"]),
  };
}

function toMount(block: ValueObject): MountSettings {
  const type = textOf(block["type"]);
  if (type === "volume" && onlyBlock(block["volume_options"])) {
    throw new Error("Setting VolumeOptions.Subpath requires docker version 1.45 or higher");
  }
  const bind = type === "bind" ? onlyBlock(block["bind_options"]) : undefined;
  const tmpfs = type === "tmpfs" ? onlyBlock(block["tmpfs_options"]) : undefined;
  return {
    type,
    source: textOf(block["source"]),
    target: textOf(block["target"]),
    readOnly: block["read_only"] === true,
    ...(bind && { propagation: textOf(bind["propagation"]) }),
    ...(tmpfs && { tmpfs: { sizeBytes: Number(tmpfs["size_bytes"]), mode: Number(tmpfs["mode"]) } }),
  };
}

function toBinds(blocks: readonly ValueObject[]): string[] {
  return blocks.flatMap((block) => {
    const [from, path] = [textOf(block["from_container"]), textOf(block["container_path"])];
    const source = textOf(block["volume_name"]) || textOf(block["host_path"]);
    const refuse = (reason: string): never => {
      throw new Error(`Unable to parse volumes: ${reason}`);
    };
    if (from === "" && path === "") refuse("volume entry without container path or source container");
    if (from !== "" && path !== "") refuse("both a container and a path specified in a volume entry");
    if (from !== "") return [];
    return [`${source}:${path}:${block["read_only"] === true ? "ro" : "rw"}`];
  });
}

const DEVICE = { permissions: "rwm" };

function keptOf(data: ResourceData): Record<string, unknown> {
  const names = [...KEPT.text, ...KEPT.flag, ...KEPT.list, ...KEPT.map, ...KEPT.blocks];
  const kept = Object.fromEntries(names.map((name) => [name, data.get(name)]));
  const devices = data.objects("devices").map((device) => {
    const path = device["container_path"] || device["host_path"];
    return device["container_path"] && device["permissions"]
      ? device
      : { ...device, container_path: path ?? "", ...DEVICE };
  });
  return { ...kept, devices, stop_timeout: data.number("stop_timeout") };
}

const mebibytes = (value: number): number => (value > 0 ? value * MEBIBYTE : value);

/** What the engine is asked for; throws what the real provider refuses before it asks. */
export function containerSettings(data: ResourceData): ContainerSettings {
  const command = data.list("command").map(String);
  if (command.includes("")) throw new Error("values for command may not be empty");
  const health = data.objects("healthcheck")[0];
  const capabilities = data.objects("capabilities")[0];
  return {
    name: data.text("name"),
    image: data.text("image"),
    command,
    entrypoint: data.list("entrypoint").map(String),
    env: data.list("env").map(String),
    labels: labelMap(data.objects("labels")),
    ...(health && { health: toHealth(health) }),
    ports: data.objects("ports").map(toPort),
    mounts: data.objects("mounts").map(toMount),
    binds: toBinds(data.objects("volumes")),
    networkMode: data.text("network_mode"),
    logDriver: data.text("log_driver"),
    logOptions: data.map("log_opts"),
    hostname: data.text("hostname"),
    cpuQuota: data.number("cpu_quota"),
    cpuPeriod: data.number("cpu_period"),
    cpuShares: data.number("cpu_shares"),
    cpuSet: data.text("cpu_set"),
    memory: mebibytes(data.number("memory")),
    memorySwap: mebibytes(data.number("memory_swap")),
    shmSize: mebibytes(data.number("shm_size")),
    restart: { name: data.text("restart"), maximumRetryCount: data.number("max_retry_count") },
    autoRemove: data.flag("rm"),
    capabilities: { add: texts(capabilities?.["add"]), drop: texts(capabilities?.["drop"]) },
    runtime: data.text("runtime"),
    ipcMode: data.text("ipc_mode"),
    init: data.flag("init"),
    kept: keptOf(data),
  };
}
