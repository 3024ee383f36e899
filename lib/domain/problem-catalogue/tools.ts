import type { ProblemDescription } from "./description";

/** SPC6xx: Terraform and other tools (raised by lib/terraform and lib/cli). */
export const toolProblems = {} as const satisfies Record<string, ProblemDescription>;
