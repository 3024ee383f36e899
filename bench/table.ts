import { misses, ratio, type Comparison } from "./compare";

const amount = (value: number, unit: string) => `${value.toFixed(0)} ${unit}`;

/** Real-time factors are thousandths. */
const times = (value: number) => value.toFixed(value < 0.1 ? 3 : 2);

function row(comparison: Comparison): string {
  const { name, unit, ours, baseline, goal } = comparison;
  const verdict = goal === undefined ? "" : `${misses(comparison) ? "over" : "within"} ${goal.toFixed(2)}`;
  return columns(name, amount(ours, unit), amount(baseline, unit), times(ratio(comparison)), verdict);
}

const columns = (name: string, ours: string, baseline: string, factor: string, verdict: string) =>
  `  ${name.padEnd(30)}${ours.padStart(10)}${baseline.padStart(12)}${factor.padStart(8)}   ${verdict}`.trimEnd();

/** One comparison a line, at most 80 columns. */
export const table = (comparisons: readonly Comparison[]): string =>
  [columns("", "ours", "baseline", "ratio", "goal"), ...comparisons.map(row)].join("\n");
