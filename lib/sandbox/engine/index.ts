/**
 * Simulated Docker Engines, one for each declared host. `openEngines` gives the default engine; `declare` adds others.
 * `resume` starts again what ran before the process ended; `close` ends the programs and leaves the state as it is.
 */
import type { ContainerRuntime } from "../runtime";
import type { Store } from "../store";

export type ContainerStatus = "created" | "running" | "restarting" | "exited";

/** What `docker ps` would tell. */
export interface ContainerSummary {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly status: ContainerStatus;
  readonly exitCode?: number;
  readonly ports: readonly { readonly address: string; readonly host: number; readonly container: number }[];
}

export interface Engine {
  readonly host: string;
  readonly address: string;
  containers(): readonly ContainerSummary[];
  /** Lines of a container since it was made, oldest first. */
  logs(name: string): readonly string[];
  /** Calls `listener` with every new line until the returned function is called. */
  follow(name: string, listener: (line: string) => void): () => void;
}

export interface Engines {
  /** Declares an engine; the same one again for a host that is known. */
  declare(host: string): Engine;
  /** Without a host, the default engine; undefined for a host that was not declared. */
  engineFor(host?: string): Engine | undefined;
  all(): readonly Engine[];
  resume(): Promise<void>;
  close(): Promise<void>;
}

export interface EnginesOptions {
  readonly store: Store;
  readonly runtime: ContainerRuntime;
  /** Whether the registry of this reference has the image, so that a pull succeeds. */
  readonly isPublished: (reference: string) => boolean;
}

export declare function openEngines(options: EnginesOptions): Engines;
/** The program of the recorded cases: alive while a word or variable reads `Eula=accept`, else exit 1. */
export declare function smallProgram(): ContainerRuntime;
