import type { ProblemDescription } from "./description";

/** SPC0xx: file and shape of a configuration (raised by lib/config). */
export const fileProblems = {} as const satisfies Record<string, ProblemDescription>;
