import { spawn } from "node:child_process";
import { EngineFailure } from "./engine-door";

export interface DockerAnswer {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface DockerRun {
  readonly words: readonly string[];
  /** Variables on top of the command's own environment: secrets come this way, never as words. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Hears each complete line of both outputs as it comes. */
  readonly onLine?: (line: string) => void;
}

/** Runs the `docker` command to its end. */
export type DockerCommand = (run: DockerRun) => Promise<DockerAnswer>;

export interface EngineAddress {
  /** As configured; undefined: the engine of this machine. */
  readonly host?: string;
  /** Folder of ca.pem, cert.pem and key.pem, for `tcp://`. */
  readonly certPath?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOCAL_HOST = process.platform === "win32" ? "npipe:////./pipe/docker_engine" : "unix:///var/run/docker.sock";
const SOCKET = /^(?:unix|npipe):/;

/**
 * The `docker` command, pointed at the same engine as Terraform's provider (design decision D21): the configured host,
 * a socket in `DOCKER_HOST`, else the default socket. The command's own contexts count for nothing.
 */
export function dockerCommand({ host, certPath }: EngineAddress, environment: Environment): DockerCommand {
  const { DOCKER_HOST: variable = "", DOCKER_CONTEXT: _context, ...others } = environment;
  const engine = host ?? (SOCKET.test(variable) ? variable : LOCAL_HOST);
  const tls =
    certPath === undefined
      ? []
      : [
          "--tlsverify",
          ...["ca", "cert", "key"].flatMap((part) => [
            `--tls${part === "ca" ? "cacert" : part}`,
            `${certPath}/${part}.pem`,
          ]),
        ];
  return async ({ words, variables, onLine }) => {
    const child = spawn("docker", ["--host", engine, ...tls, ...words], {
      env: { ...others, ...variables },
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    const collected = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      let rest = "";
      child[name].setEncoding("utf8").on("data", (chunk: string) => {
        collected[name] += chunk;
        const lines = (rest + chunk).split("\n");
        rest = lines.pop() ?? "";
        lines.forEach((line) => onLine?.(line.trimEnd()));
      });
    }
    return new Promise((resolve, reject) => {
      child.once("error", (error: NodeJS.ErrnoException) => reject(error.code === "ENOENT" ? notFound() : error));
      child.once("close", (code) => resolve({ exitCode: code ?? 1, ...collected }));
    });
  };
}

function notFound(): EngineFailure {
  return new EngineFailure(
    "SPC640",
    "the docker command is not on the PATH, and a real engine is asked through it",
    "install Docker's command line on this machine, or run the command on the engine's host",
  );
}
