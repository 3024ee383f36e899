import type { ContainerRuntime, RunningProgram } from "../runtime";
import { EngineError } from "./error";
import { inspectNetwork, nextAddress } from "./networks";
import { findPeer } from "./peers";
import { allocatePorts, portTaken } from "./ports";
import { mountsOf } from "./volumes";
import type { ContainerRecord, EngineRecord } from "./records";

/** Runs the programs of one engine's containers and starts them again as their restart policies say. */
export interface Runner {
  start(container: ContainerRecord): Promise<void>;
  stop(container: ContainerRecord): Promise<void>;
  /** Ends the program without a trace in the record, so that `resume` starts it again. */
  suspend(): Promise<void>;
  /** Starts what ran when the record was written. */
  resume(): Promise<void>;
  /** Resolves with the exit code once the container has ended and is not started again. */
  ended(container: ContainerRecord): Promise<number>;
  probe(container: ContainerRecord): "healthy" | "unhealthy" | "starting";
}

export interface RunnerOptions {
  readonly engine: EngineRecord;
  readonly runtime: ContainerRuntime;
  readonly save: () => void;
  readonly log: (id: string, line: string) => void;
  readonly autoRemove: (container: ContainerRecord) => void;
}

/** A run: the program of a container between a start and its end. */
interface Run {
  readonly startedAt: number;
  program?: RunningProgram;
}

/** Exit code of a container that could not be started. */
const FAILED_START = 128;
const FIRST_DELAY = 100;
const LONGEST_DELAY = 60_000;
/** A container that lived so long starts its delays anew. */
const LONG_LIFE = 10_000;

export function openRunner({ engine, runtime, save, log, autoRemove }: RunnerOptions): Runner {
  const runs = new Map<string, Run>();
  const timers = new Map<string, NodeJS.Timeout>();
  const delays = new Map<string, number>();
  const waiting = new Map<string, Set<() => void>>();

  function tellEnd({ id }: ContainerRecord): void {
    const told = waiting.get(id);
    waiting.delete(id);
    for (const tell of told ?? []) tell();
  }

  function leaveNetworks(container: ContainerRecord): void {
    container.ports = [];
    for (const endpoint of container.endpoints) endpoint.address = "";
  }

  function joinNetworks(container: ContainerRecord): void {
    for (const endpoint of container.endpoints) {
      endpoint.address = endpoint.wantedAddress || nextAddress(engine, inspectNetwork(engine, endpoint.network));
    }
  }

  const wantsRestart = ({ settings, exitCode, restarts, stoppedByHand }: ContainerRecord): boolean => {
    const { name, maximumRetryCount } = settings.restart;
    if (stoppedByHand) return false;
    if (name === "on-failure") return exitCode !== 0 && (maximumRetryCount === 0 || restarts < maximumRetryCount);
    return name === "always" || name === "unless-stopped";
  };

  function ended(container: ContainerRecord, run: Run, exitCode: number): void {
    if (runs.get(container.id) !== run) return;
    runs.delete(container.id);
    leaveNetworks(container);
    container.exitCode = exitCode;
    container.finishedAt = Date.now();
    if (!wantsRestart(container)) {
      container.status = "exited";
      tellEnd(container);
      if (container.settings.autoRemove) autoRemove(container);
    } else {
      container.status = "restarting";
      const lived = container.finishedAt - run.startedAt;
      const last = lived > LONG_LIFE ? undefined : delays.get(container.id);
      const delay = last === undefined ? FIRST_DELAY : Math.min(2 * last, LONGEST_DELAY);
      delays.set(container.id, delay);
      timers.set(container.id, setTimeout(() => void startAgain(container), delay).unref());
    }
    save();
  }

  async function startAgain(container: ContainerRecord): Promise<void> {
    timers.delete(container.id);
    container.restarts += 1;
    try {
      await begin(container);
    } catch (error) {
      log(container.id, String(error));
      container.status = "exited";
      container.exitCode = FAILED_START;
      tellEnd(container);
      save();
    }
  }

  async function begin(container: ContainerRecord): Promise<void> {
    const { id, settings } = container;
    const run: Run = { startedAt: Date.now() };
    const before = container.status;
    try {
      if (settings.kept["gpus"]) {
        throw new EngineError('could not select device driver "" with capabilities: [[gpu]]');
      }
      joinNetworks(container);
      container.ports = allocatePorts(engine, container);
      container.status = "running";
      runs.set(id, run);
      save();
      run.program = await runtime.start(
        {
          id,
          name: settings.name,
          engine: engine.address,
          imageName: container.imageName,
          command: settings.command,
          env: settings.env,
          ports: container.ports.map((port) => ({
            address: engine.address,
            host: port.host,
            container: port.container,
          })),
          mounts: mountsOf(settings).map(({ type, source, target }) => ({ type, source, target })),
        },
        {
          exited: (exitCode) => ended(container, run, exitCode),
          log: (line) => log(id, line),
          resolve: (hostname) => findPeer(engine, container, hostname)?.id,
        },
      );
      if (runs.get(id) !== run) await run.program.stop();
    } catch (error) {
      const [port] = container.ports;
      if (runs.get(id) === run) runs.delete(id);
      container.status = before === "restarting" ? "exited" : before;
      container.exitCode = FAILED_START;
      leaveNetworks(container);
      save();
      const isTaken = (error as NodeJS.ErrnoException).code === "EADDRINUSE" && port !== undefined;
      if (isTaken) throw portTaken(container, port);
      throw error instanceof EngineError ? error : new EngineError((error as Error).message);
    }
  }

  function forget(id: string): Run | undefined {
    clearTimeout(timers.get(id));
    timers.delete(id);
    delays.delete(id);
    const run = runs.get(id);
    runs.delete(id);
    return run;
  }

  return {
    async start(container) {
      if (container.status === "running") return;
      forget(container.id);
      container.stoppedByHand = false;
      container.restarts = 0;
      await begin(container);
    },
    async stop(container) {
      if (container.status !== "running" && container.status !== "restarting") return;
      if (container.status === "running") container.exitCode = 0;
      container.status = "exited";
      container.stoppedByHand = true;
      container.finishedAt = Date.now();
      leaveNetworks(container);
      const run = forget(container.id);
      save();
      await run?.program?.stop();
      tellEnd(container);
    },
    async suspend() {
      const ids = [...new Set([...runs.keys(), ...timers.keys()])];
      await Promise.all(ids.map(async (id) => forget(id)?.program?.stop()));
    },
    async resume() {
      const interrupted = Object.values(engine.containers).filter(
        ({ id, status }) => (status === "running" || status === "restarting") && !runs.has(id) && !timers.has(id),
      );
      for (const container of interrupted) {
        container.status = "restarting";
        leaveNetworks(container);
      }
      await Promise.all(interrupted.map(startAgain));
    },
    async ended(container) {
      if (container.status === "running" || container.status === "restarting") {
        const told = waiting.get(container.id) ?? new Set();
        waiting.set(container.id, told);
        await new Promise<void>((resolve) => told.add(resolve));
      }
      return container.exitCode;
    },
    probe: (container) => {
      const program = runs.get(container.id)?.program;
      if (!program) return "unhealthy";
      return program.probe?.(container.settings.health?.test ?? []) ?? "healthy";
    },
  };
}
