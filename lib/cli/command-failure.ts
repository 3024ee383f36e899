import type { ProblemCode } from "../domain/problem-catalogue";

/** The command line cannot do what was asked, for a reason of its own. */
export class CommandFailure extends Error {
  constructor(
    readonly code: ProblemCode,
    message: string,
    readonly hint: string,
    /** Words of a tool that tell more. */
    readonly details?: readonly string[],
  ) {
    super(message);
    this.name = "CommandFailure";
  }
}
