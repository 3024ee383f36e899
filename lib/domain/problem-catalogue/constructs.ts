import type { ProblemDescription } from "./description";

/** SPC5xx: misuse of the constructs by code (raised by lib/constructs and stacks). */
export const constructProblems = {} as const satisfies Record<string, ProblemDescription>;
