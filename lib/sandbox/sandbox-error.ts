import type { ProblemCode } from "../domain/problems";

/** The sandbox could not do what was asked. */
export class SandboxError extends Error {
  override readonly name = "SandboxError";

  constructor(
    /** One of the codes SPC7xx of the problem catalogue. */
    readonly code: ProblemCode,
    message: string,
    /** What to do about it. */
    readonly hint: string,
  ) {
    super(message);
  }
}
