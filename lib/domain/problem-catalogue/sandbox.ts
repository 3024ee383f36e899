import type { ProblemDescription } from "./description";

/** SPC7xx: the sandbox (raised by lib/sandbox). */
export const sandboxProblems = {} as const satisfies Record<string, ProblemDescription>;
