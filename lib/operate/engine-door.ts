import type { EngineVolume } from "../domain";
import type { ProblemCode } from "../domain/problem-catalogue";

/** What is asked of a site's engine beside Terraform: a real engine's, or the sandbox's. */
export interface EngineDoor {
  volumes(): Promise<readonly EngineVolume[]>;
  /** Removes a volume for good. An engine refuses one that a container holds. */
  removeVolume(name: string): Promise<void>;
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
