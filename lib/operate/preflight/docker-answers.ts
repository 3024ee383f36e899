import type { EngineFacts, PublishedPort } from "./readings";

const BYTES_PER_MIB = 1024 * 1024;

/** What `docker info --format '{{json .}}'` says; undefined if it is not what a Docker engine says. */
export function readInfo(json: string): EngineFacts | undefined {
  const info = parsed(json);
  const text = (key: string): string | undefined => (typeof info[key] === "string" ? info[key] : undefined);
  const number = (key: string): number => (typeof info[key] === "number" ? info[key] : 0);
  const [version, osType, architecture] = [text("ServerVersion"), text("OSType"), text("Architecture")];
  if (!version || !osType || !architecture || number("NCPU") === 0 || number("MemTotal") === 0) return undefined;
  return {
    version: `Docker ${version}`,
    name: text("Name") ?? "a machine without a name",
    operatingSystem: text("OperatingSystem") ?? "unknown system",
    osType,
    architecture,
    cores: number("NCPU"),
    memoryMiB: Math.floor(number("MemTotal") / BYTES_PER_MIB),
    rootFolder: text("DockerRootDir") ?? "/var/lib/docker",
  };
}

/** Errors of an engine that was not reached: the command itself ends well then. */
export function readServerErrors(json: string): readonly string[] {
  const { ServerErrors: errors } = parsed(json);
  return Array.isArray(errors) ? errors.map(String) : [];
}

/** What `docker ps --format '{{.Names}}\t{{.Ports}}'` says, each host port once: `127.0.0.1:5000->5000/tcp`. */
export function readPublished(lines: string): readonly PublishedPort[] {
  return lines.split(/\r?\n/).flatMap((line) => {
    const [engineName = "", ports = ""] = line.split("\t");
    const hostPorts = [...ports.matchAll(/:(\d+)->\d+\/tcp/g)].map(([, port]) => Number(port));
    return [...new Set(hostPorts)].map((port) => ({ engineName, port }));
  });
}

/** What `docker image ls --digests --format '{{.Repository}}\t{{.Tag}}\t{{.Digest}}'` says, as references. */
export function readImages(lines: string): readonly string[] {
  return lines.split(/\r?\n/).flatMap((line) => {
    const [repository = "", tag = "", digest = ""] = line.split("\t");
    const byTag = tag === "" || tag === "<none>" ? [] : [`${repository}:${tag}`];
    const byDigest = digest.startsWith("sha256:")
      ? [`${repository}@${digest}`, ...byTag.map((reference) => `${reference}@${digest}`)]
      : [];
    return [...byTag, ...byDigest];
  });
}

function parsed(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
