import type { ProblemDescription } from "./description";

/** SPC8xx: what verify finds on running containers (raised by lib/operate). */
export const verificationProblems = {} as const satisfies Record<string, ProblemDescription>;
