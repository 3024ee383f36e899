import { gatewayOf, hardwareAddress, prefixLength } from "../../engine/networks";
import type { ContainerRecord, MountSettings, PortBinding } from "../../engine/records";
import type { Engine } from "../../engine";
import type { ResourceData } from "../resource";
import { formatDuration } from "../validators";
import type { Value, ValueObject } from "../value";
import { MEBIBYTE } from "./container-settings";

const toPortBlock = (port: PortBinding): ValueObject => ({
  internal: port.container,
  external: port.host,
  ip: port.address || "0.0.0.0",
  protocol: port.protocol,
});

const toMountBlock = (mount: MountSettings): ValueObject => ({
  target: mount.target,
  source: mount.source,
  type: mount.type,
  read_only: mount.readOnly,
  ...(mount.propagation !== undefined && { bind_options: [{ propagation: mount.propagation }] }),
  ...(mount.tmpfs && { tmpfs_options: [{ size_bytes: mount.tmpfs.sizeBytes, mode: mount.tmpfs.mode }] }),
});

const networkData = (engine: Engine, { endpoints }: ContainerRecord): ValueObject[] =>
  endpoints.map(({ network: name, address }) => {
    const network = engine.record.networks.find((candidate) => candidate.name === name);
    const isOn = address !== "";
    return {
      network_name: name,
      ip_address: address,
      ip_prefix_length: isOn ? prefixLength(network) : 0,
      gateway: isOn && network?.ranges[0] ? gatewayOf(network.ranges[0]) : "",
      global_ipv6_address: "",
      global_ipv6_prefix_length: 0,
      ipv6_gateway: "",
      mac_address: hardwareAddress(address),
    };
  });

const inMebibytes = (bytes: number): number => (bytes > 0 ? Math.floor(bytes / MEBIBYTE) : bytes);

/** Writes what the engine tells of a container. Environment, labels and volumes are not read back. */
export function setContainerState(data: ResourceData, engine: Engine, container: ContainerRecord): void {
  const { settings } = container;
  const isRunning = container.status === "running" || container.status === "restarting";
  if (!isRunning) data.set("exit_code", container.exitCode);
  const sorted = [...container.ports].sort((one, other) => one.container - other.container);
  const read: Record<string, Value> = {
    bridge: "",
    ports: sorted.map(toPortBlock),
    network_data: networkData(engine, container),
    name: settings.name,
    rm: settings.autoRemove,
    image: data.text("image").startsWith("sha256:") ? container.imageId : settings.image,
    hostname: settings.hostname,
    command: [...settings.command],
    entrypoint: [...settings.entrypoint],
    restart: settings.restart.name,
    max_retry_count: settings.restart.maximumRetryCount,
    init: settings.init ?? false,
    runtime: settings.runtime,
    mounts: settings.mounts.map(toMountBlock),
    memory: inMebibytes(settings.memory),
    memory_swap: inMebibytes(settings.memorySwap),
    shm_size: inMebibytes(settings.shmSize),
    cpu_shares: settings.cpuShares,
    cpu_set: settings.cpuSet,
    log_driver: settings.logDriver,
    log_opts: { ...settings.logOptions },
    network_mode: settings.networkMode,
    ipc_mode: settings.ipcMode,
  };
  for (const [name, value] of Object.entries(read)) data.set(name, value);
  for (const [name, value] of Object.entries(settings.kept)) {
    if (name !== "cgroup_parent" && name !== "cgroupns_mode" && name !== "gpus") data.set(name, value as Value);
  }
  const { add, drop } = settings.capabilities;
  if (add.length + drop.length > 0) data.set("capabilities", [{ add: [...add], drop: [...drop] }]);
  const { health } = settings;
  if (!health) return;
  data.set("healthcheck", [
    {
      test: [...health.test],
      interval: formatDuration(health.interval),
      timeout: formatDuration(health.timeout),
      start_period: formatDuration(health.startPeriod),
      start_interval: formatDuration(health.startInterval),
      retries: health.retries,
    },
  ]);
}
