/** A Docker engine's address by its parts. */
export interface EngineHost {
  readonly scheme: "unix" | "npipe" | "ssh" | "tcp";
  /** The machine's name or address; only with ssh and tcp. */
  readonly hostName?: string;
  /** The same for two spellings of one engine. */
  readonly key: string;
}

/** Key of the engine that is used when no host is configured. */
export const LOCAL_ENGINE = "local";

const LOCAL_SOCKETS = new Set(["/var/run/docker.sock", "/run/docker.sock", "//./pipe/docker_engine"]);
const SOCKET = /^(unix|npipe):\/\/(\/[^\0-\x20\x7f]+)$/;
const LABEL = "[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?";
const HOST_NAME = `${LABEL}(?:\\.${LABEL})*`;
const REMOTE = new RegExp(`^(ssh|tcp)://(?:([A-Za-z0-9._-]+)@)?(${HOST_NAME}|\\[[0-9A-Fa-f:.]+\\])(?::(\\d{1,5}))?$`);
const WHOLE_HOST_NAME = new RegExp(`^${HOST_NAME}$`);
const LONGEST_HOST_NAME = 253;

/** Undefined if the engine's address is none that Docker understands, or holds a password. */
export function parseEngineHost(host: string): EngineHost | undefined {
  const [, socketScheme, path] = SOCKET.exec(host) ?? [];
  if ((socketScheme === "unix" || socketScheme === "npipe") && path !== undefined) {
    return { scheme: socketScheme, key: LOCAL_SOCKETS.has(path) ? LOCAL_ENGINE : host };
  }
  const [, scheme, user, hostName, port] = REMOTE.exec(host) ?? [];
  if (hostName === undefined || hostName.length > LONGEST_HOST_NAME || Number(port ?? 1) > 65_535) {
    return undefined;
  }
  if (scheme === "ssh") {
    return { scheme, hostName, key: `ssh://${hostName.toLowerCase()}:${port ?? "22"}` };
  }
  return scheme === "tcp" && user === undefined && port !== undefined
    ? { scheme, hostName, key: `tcp://${hostName.toLowerCase()}:${port}` }
    : undefined;
}

/** Whether clients can be told this host name: a name or an IPv4 address, without scheme and port. */
export function isHostName(word: string): boolean {
  return word.length <= LONGEST_HOST_NAME && WHOLE_HOST_NAME.test(word);
}
