import type { ProblemCode } from "./problem-catalogue";

export type { ProblemCode, ProblemDescription } from "./problem-catalogue";

/** Where an item was written: a path relative to the project, 1-based line and column. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type ProblemLevel = "error" | "warning";

/** One thing that is wrong with a request. Errors stop planning, warnings do not. */
export interface Problem {
  /** One of the problem catalogue. Stable: users and CI refer to it. */
  readonly code: ProblemCode;
  readonly level: ProblemLevel;
  /** Path of the value in the configuration, such as `containers.captions.locale`. */
  readonly path: string;
  /** What is wrong: what was given and what is allowed. */
  readonly message: string;
  /** What to do about it. */
  readonly hint: string;
  /** Where the item is written, when the request came from a file. */
  readonly source?: SourcePlace;
}
