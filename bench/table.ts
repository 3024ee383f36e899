import { misses, ratio, type Comparison } from "./compare";

const amount = (value: number, unit: string) => `${value.toFixed(0)} ${unit}`;

function row(comparison: Comparison): string {
  const { name, unit, ours, baseline, goal } = comparison;
  const verdict = goal === undefined ? "" : `${misses(comparison) ? "over" : "within"} ${goal.toFixed(2)}`;
  return columns(name, amount(ours, unit), amount(baseline, unit), ratio(comparison).toFixed(2), verdict);
}

const columns = (name: string, ours: string, baseline: string, times: string, verdict: string) =>
  `  ${name.padEnd(30)}${ours.padStart(10)}${baseline.padStart(12)}${times.padStart(8)}   ${verdict}`.trimEnd();

/** One comparison a line, at most 80 columns. */
export const table = (comparisons: readonly Comparison[]): string =>
  [columns("", "ours", "baseline", "ratio", "goal"), ...comparisons.map(row)].join("\n");
