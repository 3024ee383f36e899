import { type Fields, amountOf, fieldsOf, listOf, textOf } from "./fields";
import { type FoundContainer, type FoundHealthCheck, type FoundMount, type FoundPort, readAssignment } from "./found";

const NANOSECONDS_PER_MS = 1e6;
const NANOCPUS_PER_CORE = 1e9;
/** The scheduler's period in microseconds where none is set. */
const DEFAULT_PERIOD = 100_000;

/** Variables that images bring along: what was given cannot be told from them. */
const OF_THE_IMAGE = /^(?:PATH|HOME|HOSTNAME|LANG|LC_.*|DOTNET_.*|ASPNETCORE_.*|ASPNET_VERSION)$/;

/** What `docker inspect <container>` prints; whatever else is in the list is left out. */
export function readInspected(items: readonly unknown[]): readonly FoundContainer[] {
  return items
    .map(fieldsOf)
    .filter((item) => "Config" in item && "HostConfig" in item)
    .map(readContainer);
}

function readContainer(item: Fields): FoundContainer {
  const [config, host] = [fieldsOf(item["Config"]), fieldsOf(item["HostConfig"])];
  const name = textOf(item["Name"]);
  const [memory, memorySwap, cores] = [amountOf(host["Memory"]), amountOf(host["MemorySwap"]), coresOf(host)];
  const healthCheck = healthCheckOf(fieldsOf(config["Healthcheck"]));
  const restart = textOf(fieldsOf(host["RestartPolicy"])["Name"]);
  return {
    ...(name === undefined ? {} : { name: name.replace(/^\//, "") }),
    image: textOf(config["Image"]) ?? "",
    ports: portsOf(fieldsOf(host["PortBindings"])),
    ...(memory === undefined ? {} : { memory: String(memory) }),
    ...(memorySwap === undefined ? {} : { memorySwap: String(memorySwap) }),
    ...(cores === undefined ? {} : { cpus: String(cores) }),
    mounts: listOf(item["Mounts"]).flatMap((mount) => mountOf(fieldsOf(mount)) ?? []),
    environment: listOf(config["Env"])
      .map((line) => readAssignment(textOf(line) ?? ""))
      .filter((variable) => !OF_THE_IMAGE.test(variable.name)),
    words: listOf(config["Cmd"]).map((word) => textOf(word) ?? ""),
    ...(healthCheck === undefined ? {} : { healthCheck }),
    ...(restart === undefined || restart === "" ? {} : { restart }),
    others: [],
  };
}

function coresOf({ NanoCpus, CpuQuota, CpuPeriod }: Fields): number | undefined {
  const [nano, quota] = [amountOf(NanoCpus), amountOf(CpuQuota)];
  if (nano !== undefined) return nano / NANOCPUS_PER_CORE;
  return quota === undefined ? undefined : quota / (amountOf(CpuPeriod) ?? DEFAULT_PERIOD);
}

function portsOf(bindings: Fields): readonly FoundPort[] {
  return Object.entries(bindings).flatMap(([key, places]) => {
    const [, container] = /^(\d+)\/tcp$/.exec(key) ?? [];
    return container === undefined
      ? []
      : listOf(places).map((place) => {
          const { HostIp, HostPort } = fieldsOf(place);
          const host = textOf(HostPort) ?? "";
          return {
            address: textOf(HostIp) || "0.0.0.0",
            ...(host === "" ? {} : { host: Number(host) }),
            container: Number(container),
          };
        });
  });
}

function mountOf({ Type, Name, Source, Destination, RW }: Fields): FoundMount | undefined {
  const [source, target] = [textOf(Type === "volume" ? Name : Source), textOf(Destination)];
  return source === undefined || target === undefined ? undefined : { source, target, readOnly: RW === false };
}

function healthCheckOf({ Test, Interval, Timeout, StartPeriod, Retries }: Fields): FoundHealthCheck | undefined {
  const test = listOf(Test).map((word) => textOf(word) ?? "");
  if (test.length === 0 || test[0] === "NONE") return undefined;
  const times = Object.entries({ interval: Interval, timeout: Timeout, startPeriod: StartPeriod });
  const retries = amountOf(Retries);
  return {
    test,
    ...Object.fromEntries(
      times.flatMap(([key, value]) => {
        const nanoseconds = amountOf(value);
        return nanoseconds === undefined ? [] : [[key, `${nanoseconds / NANOSECONDS_PER_MS}ms`]];
      }),
    ),
    ...(retries === undefined ? {} : { retries }),
  };
}
