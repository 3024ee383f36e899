import { comparePlaces, compareText } from "./order";
import type { Problem, ProblemCode, ProblemLevel, SourcePlace } from "./problems";
import { holdsSecret } from "./secrets";

/** A place in the configuration. */
export interface Place {
  readonly path: string;
  readonly source?: SourcePlace;
}

/** Takes the problems that judging finds. */
export interface Report {
  error(code: ProblemCode, place: Place, message: string, hint: string): void;
  warning(code: ProblemCode, place: Place, message: string, hint: string): void;
}

export interface Collected extends Report {
  /** All that was reported, in an order that does not depend on the order of reporting. */
  problems(): readonly Problem[];
}

/** A name as paths and lists show it: one that looks like a secret is not repeated. */
export function shownName(name: string): string {
  return holdsSecret(name) ? "***" : name;
}

/** The place of a value below another place. */
export function below(place: Place, name: string, source: SourcePlace | undefined = place.source): Place {
  const shown = shownName(name);
  const path = place.path === "" ? shown : `${place.path}.${shown}`;
  return source === undefined ? { path } : { path, source };
}

export function collectProblems(): Collected {
  const found: Problem[] = [];
  const add = (level: ProblemLevel) => (code: ProblemCode, place: Place, message: string, hint: string) => {
    found.push({ code, level, ...place, message, hint });
  };
  return {
    error: add("error"),
    warning: add("warning"),
    problems: () => [...found].sort(compareProblems),
  };
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ level }) => level === "error");
}

/** As in the file; what has no place in it comes first, by path. */
function compareProblems(left: Problem, right: Problem): number {
  return (
    comparePlaces(left.source, right.source) ||
    compareText(left.path, right.path) ||
    compareText(left.code, right.code) ||
    compareText(left.message, right.message) ||
    compareText(left.hint, right.hint)
  );
}
