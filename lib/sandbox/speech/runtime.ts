import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { COMPANION_FUNCTION } from "../../domain/catalogue/sentiment-data";
import type { ContainerProgramSpec, ContainerRuntime, ProgramSurroundings, RunningProgram } from "../runtime";
import { scriptOptions, scriptPath } from "../script";
import { socketPathIn } from "../socket-path";
import type { Trouble } from "../trouble";
import type { ApiStatus } from "./api-status";
import type { SpeechHealth } from "./container";
import type { SpeechImage } from "./images";
import type { FoundRoute, FromWorker, ToWorker, WorkerInput } from "./messages";
import { MODELS_TARGET } from "./model";

export interface SpeechRuntimeOptions {
  /** Undefined for other programs. */
  readonly speechImage: (reference: string) => SpeechImage | undefined;
  /** Runs the other programs. */
  readonly otherwise: ContainerRuntime;
  readonly judgeKey: (endpoint: string, key: string, use: ContainerKeyUse) => ApiStatus;
  /** The socket of who answers at a host name outside all containers; undefined: nobody. */
  readonly outside: (hostname: string) => string | undefined;
  /** Short and private: the sockets are made in it. Unused on Windows. */
  readonly socketFolder: string;
  /** Private folder that stands for what containers write into volumes and bind mounts. */
  readonly volumesFolder: string;
  /** Read at each start. */
  readonly pace: () => { readonly loadingMilliseconds: number; readonly clock: number };
}

/** Whose key a container bills with. */
type ContainerKeyUse = "speech container" | "sentiment container" | "license";

export interface SpeechRuntime extends ContainerRuntime {
  /** By container id; undefined for one that does not run or runs another program. */
  healthOf(id: string): SpeechHealth | undefined;
  /** Changes the pace of the containers that run. */
  setClock(clock: number): void;
  /** Resolves when the trouble has begun; false: no Speech container of this id runs. */
  begin(id: string, trouble: Trouble): Promise<boolean>;
}

interface Running {
  readonly worker: Worker;
  /** Where it listens for other containers, and as which port they know it. */
  readonly inside: { readonly socketPath: string; readonly port: number };
  health?: SpeechHealth;
  /** Who waits until a trouble has begun, by its number. */
  readonly waiting: Map<number, () => void>;
}

/** Folder names from names that may hold any character. */
const safe = (name: string): string => createHash("sha256").update(name).digest("hex").slice(0, 20);

/** Runs each Speech container in a thread of its own, on the published ports. */
export function speechRuntime(options: SpeechRuntimeOptions): SpeechRuntime {
  const { speechImage, otherwise, judgeKey, outside, socketFolder, volumesFolder, pace } = options;
  const running = new Map<string, Running>();
  let lastTrouble = 0;
  let lastSocket = 0;

  const folderOf = (engine: string, type: string, source: string): string =>
    join(volumesFolder, safe(`${engine} ${type} ${source}`));

  /** Each start has a socket of its own: a program that was killed may leave its file. */
  const nextSocket = (): string => socketPathIn(socketFolder, String(++lastSocket));

  function findRoute(url: string, resolve: (hostname: string) => string | undefined): FoundRoute {
    const { hostname, port, protocol } = new URL(url);
    const isSecure = protocol === "https:";
    const number = port === "" ? (isSecure ? 443 : 80) : Number(port);
    const refused = (words: string): FoundRoute => ({ refused: `${words} (${hostname}:${number})` });
    const peer = resolve(hostname);
    if (peer !== undefined) {
      const socketPath = socketOf(peer, number);
      if (socketPath === undefined) return refused("Connection refused");
      // Containers speak plain HTTP.
      return isSecure ? refused("The SSL connection could not be established") : { socketPath };
    }
    const socketPath = outside(hostname);
    if (socketPath === undefined) return refused("Name or service not known");
    // Azure is served at the port of HTTPS alone.
    return isSecure && number === 443 ? { socketPath } : refused("Connection refused");
  }

  function socketOf(id: string, port: number): string | undefined {
    const inside = running.get(id)?.inside;
    return inside?.port === port ? inside.socketPath : undefined;
  }

  function inputFor(container: ContainerProgramSpec, image: SpeechImage, inside: string): WorkerInput {
    const models = container.mounts.find(({ target }) => target === MODELS_TARGET);
    return {
      spec: {
        id: container.id,
        name: container.name,
        reference: container.imageName,
        image,
        command: container.command,
        env: container.env,
        ...(models === undefined ? {} : { modelsFolder: folderOf(container.engine, models.type, models.source) }),
        folders: Object.fromEntries(
          container.mounts.map(({ type, source, target }) => [target, folderOf(container.engine, type, source)]),
        ),
        ...pace(),
      },
      bindings: container.ports.map(({ address, host, container: target }) => ({
        address,
        port: host,
        serves: target === image.port,
      })),
      inside,
    };
  }

  async function start(container: ContainerProgramSpec, surroundings: ProgramSurroundings): Promise<RunningProgram> {
    const { exited, log, resolve: resolveName } = surroundings;
    const image = speechImage(container.imageName);
    if (image === undefined) return otherwise.start(container, surroundings);

    const socketPath = nextSocket();
    const worker = new Worker(scriptPath("speech", "worker"), {
      workerData: inputFor(container, image, socketPath),
      execArgv: [...scriptOptions()],
    });
    const entry: Running = { worker, inside: { socketPath, port: image.port }, waiting: new Map() };
    const use = image.function === COMPANION_FUNCTION ? "sentiment container" : "speech container";
    let stopping = false;
    await new Promise<void>((resolve, reject) => {
      let bound = false;
      worker.on("message", (message: FromWorker) => {
        if (message.kind === "bound") {
          bound = true;
          running.set(container.id, entry);
          resolve();
        } else if (message.kind === "notBound")
          reject(Object.assign(new Error(message.message), { code: message.code }));
        else if (message.kind === "log") log(message.line);
        else if (message.kind === "health") entry.health = message.health;
        else if (message.kind === "troubled") entry.waiting.get(message.number)?.();
        else if (message.kind === "route") {
          const route = findRoute(message.url, resolveName);
          worker.postMessage({ kind: "routed", call: message.call, route } satisfies ToWorker);
        } else {
          const apiStatus = judgeKey(message.endpoint, message.key, message.license ? "license" : use);
          worker.postMessage({ kind: "judged", call: message.call, apiStatus } satisfies ToWorker);
        }
      });
      worker.on("error", (error) => {
        log(`The simulation failed: ${error.message}`);
        reject(error);
      });
      worker.on("exit", (exitCode) => {
        if (running.get(container.id) === entry) running.delete(container.id);
        for (const begun of entry.waiting.values()) begun();
        if (!bound) reject(new Error(`the simulation ended with ${exitCode} before it took its ports`));
        else if (!stopping) exited(exitCode);
      });
    });
    return {
      async stop() {
        stopping = true;
        await worker.terminate();
      },
      probe: () => (entry.health === undefined || entry.health.loading ? "starting" : "healthy"),
    };
  }

  return {
    start,
    async removeVolume(engine, name) {
      await rm(folderOf(engine, "volume", name), { recursive: true, force: true });
      await otherwise.removeVolume(engine, name);
    },
    healthOf: (id) => running.get(id)?.health,
    async begin(id, trouble) {
      const entry = running.get(id);
      if (entry === undefined) return false;
      const number = ++lastTrouble;
      await new Promise<void>((resolve) => {
        entry.waiting.set(number, resolve);
        entry.worker.postMessage({ kind: "trouble", number, trouble } satisfies ToWorker);
      });
      entry.waiting.delete(number);
      return true;
    },
    setClock(clock) {
      for (const { worker } of running.values()) worker.postMessage({ kind: "clock", clock } satisfies ToWorker);
    },
  };
}
