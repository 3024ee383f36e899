import type { ProblemCode } from "../domain/problems";

/**
 * Something outside of the configuration stopped the work: a tool is missing, a command failed, the user pressed
 * Ctrl+C. `message` says what and why, `hint` what to do, `details` holds the tool's own words, already scrubbed.
 */
export class ToolFailure extends Error {
  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly hint: string,
    readonly details: readonly string[] = [],
  ) {
    super(message);
    this.name = "ToolFailure";
  }
}

/** Ctrl+C. `message` says what state things are in. */
export class Interrupted extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Interrupted";
  }
}

/** Where Ctrl+C is heard; owned by the command line, watched by whoever runs a child process. */
export interface Interrupts {
  readonly requested: boolean;
  /** Calls `listener` at each Ctrl+C; the answer ends the subscription. */
  listen(listener: () => void): () => void;
}
