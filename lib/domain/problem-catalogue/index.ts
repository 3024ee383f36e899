import { accountProblems } from "./accounts";
import { checkProblems } from "./checks";
import { constructProblems } from "./constructs";
import { containerProblems } from "./containers";
import type { ProblemDescription } from "./description";
import { engineProblems } from "./engines";
import { fileProblems } from "./files";
import { imageProblems } from "./images";
import { sandboxProblems } from "./sandbox";
import { toolProblems } from "./tools";
import { verificationProblems } from "./verification";

export type { ProblemDescription } from "./description";

/** The one list of problem codes. Codes are stable: users and CI refer to them. */
export const problemCatalogue = {
  ...fileProblems,
  ...imageProblems,
  ...containerProblems,
  ...accountProblems,
  ...engineProblems,
  ...constructProblems,
  ...toolProblems,
  ...sandboxProblems,
  ...verificationProblems,
  ...checkProblems,
} as const satisfies Readonly<Record<`SPC${number}`, ProblemDescription>>;

/** A code of {@link problemCatalogue}. */
export type ProblemCode = keyof typeof problemCatalogue;
