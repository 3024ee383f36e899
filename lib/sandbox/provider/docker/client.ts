import type { Engine, Engines } from "../../engine";
import type { Login } from "../../engine/images";
import { isObject, textOf, type Value, type ValueObject } from "../value";

/** What a configured docker provider holds. */
export interface DockerClient {
  readonly engine: Engine;
  /** By the host of the registry. */
  readonly logins: ReadonlyMap<string, Login>;
  /** When this provider process last started a container, in milliseconds since 1970; 0: never. */
  startedAt: number;
}

const text = (value: Value | undefined): string => (typeof value === "string" ? value : "");

const DEFAULT_HOST = process.platform === "win32" ? "npipe:////./pipe/docker_engine" : "unix:///var/run/docker.sock";

const PROTOCOLS = ["unix", "npipe", "tcp", "http", "https", "ssh", "fd"];

/** Finds the engine of a provider block, or refuses it in the real provider's words. */
export function configureDocker(config: ValueObject, engines: Engines): DockerClient {
  const context = text(config["context"]);
  if (context !== "") {
    throw new Error(
      `Error loading Docker context '${context}': the sandbox knows engines by their host, not by a context`,
    );
  }
  const host = text(config["host"]) || DEFAULT_HOST;
  const [protocol = "", rest] = host.split("://");
  if (rest === undefined || rest === "")
    throw new Error(`Error initializing Docker client: unable to parse docker host \`${host}\``);
  const materials = [text(config["cert_material"]), text(config["key_material"])];
  if (materials.some((material) => material !== "")) {
    if (materials.includes("")) {
      throw new Error("Error initializing Docker client: cert_material, and key_material must be specified");
    }
    if (text(config["cert_path"]) !== "") {
      throw new Error("Error initializing Docker client: cert_path must not be specified");
    }
  }
  const engine = engines.engineFor(host);
  if (engine && PROTOCOLS.includes(protocol)) return { engine, logins: loginsOf(config), startedAt: 0 };
  throw new Error(
    `Error pinging Docker server, please make sure that ${host} is reachable and has a  '_ping' endpoint. Error: Cannot connect to the Docker daemon at ${host}. Is the docker daemon running?`,
  );
}

/** Of the address only the host counts. */
function loginsOf(config: ValueObject): ReadonlyMap<string, Login> {
  const blocks = config["registry_auth"];
  return new Map(
    (Array.isArray(blocks) ? blocks.filter(isObject) : []).map((block) => {
      const host = text(block["address"])
        .replace(/^https?:\/\//, "")
        .split("/")[0];
      return [host ?? "", { username: text(block["username"]), password: text(block["password"]) }];
    }),
  );
}

/** Runs an action; what it throws is told after `prefix`. */
export async function explained<Result>(prefix: string, action: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await action();
  } catch (error) {
    throw new Error(`${prefix}: ${(error as Error).message}`, { cause: error });
  }
}

/** Labels as the provider's blocks have them. */
export const labelMap = (blocks: readonly ValueObject[]): Record<string, string> =>
  Object.fromEntries(blocks.map((block) => [textOf(block["label"]), textOf(block["value"])]));

export const labelBlocks = (labels: Readonly<Record<string, string>>): ValueObject[] =>
  Object.entries(labels).map(([label, value]) => ({ label, value }));
