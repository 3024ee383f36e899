import type { Report } from "./report";
import type { Level } from "./rule";
import { LEVELS } from "./judge";

/** From which level on findings count; `never`: not at all. */
export type FailOn = Level | "never";

export interface Strictness {
  readonly failOn: FailOn;
  /** True: what is undecided counts as a finding, and a partial plan cannot be judged. */
  readonly strict: boolean;
}

/** The exit code (design decision D27): 0 clean, 1 findings at or above `failOn`, 2 could not judge. */
export function verdictOf(report: Report, { failOn, strict }: Strictness): 0 | 1 | 2 {
  if (strict && report.partial) return 2;
  if (strict && report.undecided.length > 0) return 1;
  return report.findings.some(({ level }) => countsAt(level, failOn)) ? 1 : 0;
}

export function countsAt(level: Level, failOn: FailOn): boolean {
  return failOn !== "never" && LEVELS.indexOf(level) <= LEVELS.indexOf(failOn);
}
