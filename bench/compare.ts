/** Two ways to the same result: what we measure and what it is measured against. */
export interface Comparison {
  readonly name: string;
  readonly unit: "ms" | "MB";
  readonly ours: number;
  readonly baseline: number;
  /** The highest ratio ours / baseline that is wanted; no goal where the ratio is for information. */
  readonly goal?: number;
}

export const ratio = ({ ours, baseline }: Comparison): number => ours / baseline;

export const misses = (comparison: Comparison): boolean =>
  comparison.goal !== undefined && ratio(comparison) > comparison.goal;

/**
 * Measures two sides in turn, so that what else the machine does meets both, and once more before that to warm
 * caches.
 */
export async function interleaved<Sample>(
  runs: number,
  ours: () => Promise<Sample>,
  baseline: () => Promise<Sample>,
): Promise<{ readonly ours: readonly Sample[]; readonly baseline: readonly Sample[] }> {
  await ours();
  await baseline();
  const samples = { ours: [] as Sample[], baseline: [] as Sample[] };
  for (let run = 0; run < runs; run++) {
    samples.ours.push(await ours());
    samples.baseline.push(await baseline());
  }
  return samples;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}
