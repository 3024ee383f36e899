import { type Behaviour, behaviourTable, type FieldChange } from "../schema";
import { absolutePath, atLeast, base64, duration, notEmpty, pattern } from "../validators";
import { isObject, type Value, type ValueObject } from "../value";

/** The engine's default: to empty it is no change. */
const emptyIsDefault: Behaviour = { suppress: (change) => change.new === "" || change.old === change.new };

const portsOf = (value: Value): readonly ValueObject[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** The order of ports is no difference: each old port has to be among the new ones. Only the old ones are asked. */
function portsAreSame({ old, new: wanted, isCount, from, to }: FieldChange): boolean {
  const before = portsOf(from);
  const after = portsOf(to);
  if ((isCount && old !== wanted) || before.length !== after.length) return false;
  return before.every((port) => {
    for (const candidate of after.filter((other) => other["internal"] === port["internal"])) {
      if (candidate["protocol"] !== port["protocol"]) {
        const elsewhere = after.some(
          (other) => other["internal"] === port["internal"] && other["protocol"] === port["protocol"],
        );
        if (!elsewhere) return false;
        continue;
      }
      return candidate["external"] === port["external"] && candidate["ip"] === port["ip"];
    }
    return false;
  });
}

const health = { default: "0s", validate: duration };

export const containerBehaviours = behaviourTable({
  forceNew: `
    capabilities capabilities.add capabilities.drop cgroup_parent cgroupns_mode command cpus devices
    devices.container_path devices.host_path devices.permissions dns dns_opts dns_search domainname entrypoint
    env gpus group_add host host.host host.ip hostname image ipc_mode labels labels.label labels.value
    log_driver log_opts mounts mounts.tmpfs_options mounts.volume_options.labels.label
    mounts.volume_options.labels.value mounts.volume_options.subpath name network_mode networks_advanced
    networks_advanced.aliases networks_advanced.ipv4_address networks_advanced.ipv6_address
    networks_advanced.name pid_mode ports ports.external ports.internal ports.ip ports.protocol privileged
    publish_all_ports read_only runtime security_opts shm_size stdin_open stop_signal stop_timeout storage_opts
    sysctls tty ulimit ulimit.hard ulimit.name ulimit.soft upload upload.content upload.content_base64
    upload.executable upload.file upload.permissions upload.source upload.source_hash user userns_mode volumes
    volumes.container_path volumes.from_container volumes.host_path volumes.read_only volumes.volume_name
    working_dir
  `,
  computed: "labels healthcheck",
  defaults: {
    attach: false,
    container_read_refresh_timeout_milliseconds: 15000,
    logs: false,
    must_run: true,
    network_mode: "bridge",
    "ports.ip": "0.0.0.0",
    "ports.protocol": "tcp",
    read_only: false,
    remove_volumes: true,
    restart: "no",
    rm: false,
    start: true,
    stdin_open: false,
    tty: false,
    "upload.executable": false,
    wait: false,
    wait_timeout: 60,
  },
  others: {
    cpu_period: { validate: atLeast(0) },
    cpu_quota: { validate: atLeast(0) },
    cpu_set: { validate: pattern("^\\d+([,-]\\d+)*$") },
    cpu_shares: { validate: atLeast(0) },
    "healthcheck.interval": health,
    "healthcheck.retries": { default: 0, validate: atLeast(0) },
    "healthcheck.start_interval": health,
    "healthcheck.start_period": health,
    "healthcheck.timeout": health,
    memory: { validate: atLeast(0) },
    memory_swap: { validate: atLeast(-1) },
    "mounts.bind_options.propagation": { validate: pattern("^(private|rprivate|shared|rshared|slave|rslave)$") },
    "mounts.type": { validate: pattern("^(bind|volume|tmpfs)$") },
    ports: { suppress: portsAreSame },
    "ports.ip": { normalize: (value) => value || "0.0.0.0" },
    restart: { validate: pattern("^(no|on-failure|always|unless-stopped)$") },
    shm_size: { validate: atLeast(0) },
    "upload.content_base64": { validate: base64 },
    "upload.permissions": { validate: pattern("^0[0-7]{3}$") },
    user: emptyIsDefault,
    "volumes.host_path": { validate: absolutePath },
    working_dir: emptyIsDefault,
  },
});

export const imageBehaviours = behaviourTable({
  forceNew: "name platform pull_triggers triggers",
  defaults: { "build.dockerfile": "Dockerfile", "build.remove": true },
  others: { build: { conflictsWith: ["pull_triggers"] } },
});

export const networkBehaviours = behaviourTable({
  forceNew: `
    attachable check_duplicate driver ingress internal ipam_config ipam_config.aux_address ipam_config.gateway
    ipam_config.ip_range ipam_config.subnet ipam_driver ipam_options ipv6 labels labels.label labels.value name
    options
  `,
  computed: "ipam_config",
  defaults: { ipam_driver: "default" },
  others: {
    check_duplicate: {
      deprecated:
        "This option is deprecated and will be removed in a future version. The Docker daemon will always check for duplicate networks.",
    },
  },
});

export const volumeBehaviours = behaviourTable({
  forceNew: "driver driver_opts labels labels.label labels.value name",
});

export const dockerProviderBehaviours = behaviourTable({
  others: { "registry_auth.address": { validate: notEmpty } },
});
