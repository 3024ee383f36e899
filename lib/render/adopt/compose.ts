import {
  type Assignment,
  type FoundContainer,
  type FoundHealthCheck,
  type FoundMount,
  type FoundPort,
  readAssignment,
  readPort,
  readVolume,
} from "./found";
import { type Fields, fieldsOf, listOf, textOf } from "./fields";
import { shellCommands } from "./shell-words";

const CARRIED = new Set([
  "image",
  "container_name",
  "ports",
  "mem_limit",
  "memswap_limit",
  "cpus",
  "volumes",
  "environment",
  "command",
  "healthcheck",
  "restart",
  "deploy",
]);
/** Of no account for one container by itself. */
const SILENT = new Set(["tty", "stdin_open", "depends_on", "networks", "platform"]);

/** The services of a Compose file. Services without an image are none that can be adopted. */
export function readCompose(document: unknown): readonly FoundContainer[] {
  const services = fieldsOf(fieldsOf(document)["services"]);
  return Object.entries(services).map(([name, service]) => readService(name, fieldsOf(service)));
}

function readService(name: string, service: Fields): FoundContainer {
  const limits = fieldsOf(fieldsOf(fieldsOf(service["deploy"])["resources"])["limits"]);
  const [memory, memorySwap, cpus, restart] = [
    service["mem_limit"] ?? limits["memory"],
    service["memswap_limit"],
    service["cpus"] ?? limits["cpus"],
    service["restart"],
  ].map(textOf);
  const healthCheck = readHealthCheck(fieldsOf(service["healthcheck"]));
  return {
    name: textOf(service["container_name"]) ?? name,
    aliases: [name],
    image: textOf(service["image"]) ?? "",
    ports: listOf(service["ports"]).flatMap((port) => composePort(port) ?? []),
    ...(memory === undefined ? {} : { memory }),
    ...(memorySwap === undefined ? {} : { memorySwap }),
    ...(cpus === undefined ? {} : { cpus }),
    mounts: listOf(service["volumes"]).flatMap((volume) => composeVolume(volume) ?? []),
    environment: composeEnvironment(service["environment"]),
    words: composeCommand(service["command"]),
    ...(healthCheck === undefined ? {} : { healthCheck }),
    ...(restart === undefined ? {} : { restart }),
    others: Object.keys(service)
      .filter((key) => !CARRIED.has(key) && !SILENT.has(key))
      .map((key) => ({ what: key, why: "a configuration has no key for it" })),
  };
}

function composePort(port: unknown): FoundPort | undefined {
  if (typeof port !== "object" || port === null) return readPort(String(port));
  const { published, target, host_ip: address = "0.0.0.0" } = port as Fields;
  return readPort(`${textOf(address)}:${textOf(published) ?? ""}:${textOf(target)}`);
}

function composeVolume(volume: unknown): FoundMount | undefined {
  if (typeof volume !== "object" || volume === null) return readVolume(String(volume));
  const { source, target, read_only: readOnly } = volume as Fields;
  return typeof source === "string" && typeof target === "string"
    ? { source, target, readOnly: readOnly === true }
    : undefined;
}

function composeEnvironment(environment: unknown): readonly Assignment[] {
  if (Array.isArray(environment)) return environment.map((line) => readAssignment(String(line)));
  return Object.entries(fieldsOf(environment)).map(([name, value]) => {
    const text = textOf(value);
    return text === undefined ? { name } : { name, value: text };
  });
}

function composeCommand(command: unknown): readonly string[] {
  return typeof command === "string"
    ? (shellCommands(command.replaceAll("\n", " "))[0] ?? [])
    : listOf(command).map(String);
}

function readHealthCheck({
  test,
  interval,
  timeout,
  start_period: startPeriod,
  retries,
}: Fields): FoundHealthCheck | undefined {
  const words = typeof test === "string" ? ["CMD-SHELL", test] : listOf(test).map(String);
  const times = { interval: textOf(interval), timeout: textOf(timeout), startPeriod: textOf(startPeriod) };
  if (words.length === 0 || words[0] === "NONE") return undefined;
  return {
    test: words,
    ...Object.fromEntries(Object.entries(times).filter(([, value]) => value !== undefined)),
    ...(typeof retries === "number" ? { retries } : {}),
  };
}
