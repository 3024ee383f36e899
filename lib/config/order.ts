import type { Problem } from "../domain";
import { comparePlaces, compareText } from "../domain/order";

/** Errors first, then as in the file; what is written once is reported once, however many aliases stand for it. */
export function ordered(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems
    .toSorted(compare)
    .filter((problem) => !seen.has(identityOf(problem)) && seen.add(identityOf(problem)));
}

function compare(left: Problem, right: Problem): number {
  return (
    compareText(left.level, right.level) ||
    comparePlaces(left.source, right.source) ||
    compareText(left.code, right.code) ||
    compareText(left.path, right.path)
  );
}

function identityOf({ code, source, message, hint }: Problem): string {
  return [code, source?.line, source?.column, message, hint].join(" ");
}
