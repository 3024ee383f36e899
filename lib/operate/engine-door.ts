import type { EngineVolume, JobEnd, MountPlan } from "../domain";
import type { ProblemCode } from "../domain/problem-catalogue";

/** What is asked of a site's engine beside Terraform: a real engine's, or the sandbox's. */
export interface EngineDoor {
  volumes(): Promise<readonly EngineVolume[]>;
  /** Removes a volume for good. An engine refuses one that a container holds. */
  removeVolume(name: string): Promise<void>;
  /** Runs a container to its end, or to the line with which its work is done, and removes it. */
  runJob(job: EngineJob): Promise<JobEnd>;
}

/** A container that runs once. */
export interface EngineJob {
  readonly name: string;
  readonly image: string;
  readonly command: readonly string[];
  /** Variables of its environment; secrets come this way. */
  readonly variables: Readonly<Record<string, string>>;
  readonly mounts: readonly MountPlan[];
  readonly doneAt?: string;
  /** Hears its lines as they come, where the engine gives them so. */
  readonly onLine?: (line: string) => void;
}

/** An engine, or the program that reaches it, did not do what was asked. */
export class EngineFailure extends Error {
  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly hint: string,
    readonly details: readonly string[] = [],
  ) {
    super(message);
    this.name = "EngineFailure";
  }
}
