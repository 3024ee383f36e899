import type { Problem, ProblemLevel } from "../domain";

export interface ProblemJson {
  readonly code: string;
  readonly level: ProblemLevel;
  /** Null, like `line` and `column`, when the problem has no place in a file. */
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly path: string;
  readonly message: string;
  readonly hint: string;
}

/** Problems as machines read them: the document of `--json`. */
export function problemsJson(problems: readonly Problem[]): { readonly problems: readonly ProblemJson[] } {
  return {
    problems: problems.map(({ code, level, path, message, hint, source }) => ({
      code,
      level,
      file: source?.file ?? null,
      line: source?.line ?? null,
      column: source?.column ?? null,
      path,
      message,
      hint,
    })),
  };
}
