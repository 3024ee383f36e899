/** What the simulated engine gives to the program of a container. */
export interface ContainerProgramSpec {
  readonly id: string;
  readonly name: string;
  /** Loopback address of the simulated engine, such as `127.0.0.2`. Volumes and bind sources are kept apart by it. */
  readonly engine: string;
  /** The reference under which the image was given, such as `mcr.microsoft.com/…/speech-to-text:4.12.0-amd64-en-us`. */
  readonly imageName: string;
  readonly command: readonly string[];
  readonly env: readonly string[];
  /** Published ports; `address` is already the loopback address of the simulated engine. */
  readonly ports: readonly { readonly address: string; readonly host: number; readonly container: number }[];
  readonly mounts: readonly { readonly type: string; readonly source: string; readonly target: string }[];
}

/** What the program of a container tells the engine and asks of it. */
export interface ProgramSurroundings {
  readonly exited: (exitCode: number) => void;
  readonly log: (line: string) => void;
  /** The id of the container that a host name means inside this one; undefined: the name is not known there. */
  readonly resolve: (hostname: string) => string | undefined;
}

export interface RunningProgram {
  /** Ends the program; resolves when its ports are free. */
  stop(): Promise<void>;
  /** What a health check with this test finds. Absent: every test succeeds. */
  probe?(test: readonly string[]): "healthy" | "unhealthy" | "starting";
}

/**
 * Runs the program of a container. The engine owns restart policy, exit codes and names; a runtime owns the process.
 * `start` rejects with `{ code: "EADDRINUSE" }` when a port is taken.
 */
export interface ContainerRuntime {
  start(spec: ContainerProgramSpec, surroundings: ProgramSurroundings): Promise<RunningProgram>;
  /** Forgets what containers wrote into a volume; the engine calls it when the volume is removed. */
  removeVolume(engine: string, name: string): Promise<void>;
}
