/** A container as a command, a Compose file or an engine describes it, before it is judged. */
export interface FoundContainer {
  readonly name?: string;
  /** Other names under which containers of its network reach it. */
  readonly aliases?: readonly string[];
  readonly image: string;
  readonly ports: readonly FoundPort[];
  /** As Docker takes it: `4g`, or a number of bytes. */
  readonly memory?: string;
  readonly memorySwap?: string;
  readonly cpus?: string;
  readonly mounts: readonly FoundMount[];
  readonly environment: readonly Assignment[];
  /** What stands behind the image. */
  readonly words: readonly string[];
  readonly healthCheck?: FoundHealthCheck;
  readonly restart?: string;
  /** What is said beyond this, each with why it has no place in a configuration. */
  readonly others: readonly Other[];
}

export interface Assignment {
  readonly name: string;
  /** Absent: it is taken from the shell that starts the container. */
  readonly value?: string;
}

export interface FoundPort {
  readonly address: string;
  /** Absent: the engine chooses one. */
  readonly host?: number;
  readonly container: number;
}

export interface FoundMount {
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
}

export interface FoundHealthCheck {
  readonly test: readonly string[];
  readonly interval?: string;
  readonly timeout?: string;
  readonly startPeriod?: string;
  readonly retries?: number;
}

export interface Other {
  /** Its name; never its value, which may be a secret. */
  readonly what: string;
  readonly why: string;
}

/** What has no place in the configuration, and in which part of it one would look. */
export interface NotCarried extends Other {
  readonly container: string;
}

const ANY_ADDRESS = "0.0.0.0";

/** `[address:]host:container`, `container`, each with `/tcp` or without; undefined for a range, IPv6 or UDP. */
export function readPort(text: string): FoundPort | undefined {
  const [, address, host, container] = /^(?:(?:(\d+\.\d+\.\d+\.\d+):)?(\d*):)?(\d+)(?:\/tcp)?$/.exec(text) ?? [];
  return container === undefined
    ? undefined
    : {
        address: address ?? ANY_ADDRESS,
        ...(host === undefined || host === "" ? {} : { host: Number(host) }),
        container: Number(container),
      };
}

/** `source:target[:options]`, the source with a drive letter or without; undefined for an anonymous volume. */
export function readVolume(text: string): FoundMount | undefined {
  const [, source, target, options = ""] = /^((?:[A-Za-z]:)?[^:]+):([^:]+)(?::([^:]*))?$/.exec(text) ?? [];
  return source === undefined || target === undefined
    ? undefined
    : { source, target, readOnly: options.split(",").includes("ro") };
}

export function readAssignment(text: string): Assignment {
  const at = text.indexOf("=");
  return at < 0 ? { name: text } : { name: text.slice(0, at), value: text.slice(at + 1) };
}
