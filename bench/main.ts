import { misses, type Comparison } from "./compare";
import { compareImport } from "./imports";
import { compareFirstByte, compareSpeech } from "./speech";
import { compareExample, compareSynth } from "./synth";
import { table } from "./table";
import { compareTry } from "./try";

/** Ratios against baselines of the same run: medians of interleaved runs. With --gate a missed goal is exit 1. */
async function main(): Promise<void> {
  const gate = process.argv.includes("--gate");
  const found: Comparison[] = [];
  for (const measure of measures) {
    found.push(...[await measure()].flat());
    process.stderr.write(".");
  }
  process.stderr.write("\n");
  console.log(table(found));
  process.exitCode = gate && found.some(misses) ? 1 : 0;
}

const measures: readonly (() => Promise<Comparison | Comparison[]>)[] = [
  () => compareSynth(2, 9),
  () => compareSynth(100, 9),
  compareGrowth,
  () => compareExample(9),
  () => compareImport(15),
  () => compareTry(5),
  () => compareSpeech(5),
  () => compareFirstByte(15),
];

/** Large stacks against raw cdktf, and ours of 4,000 against four times ours of 1,000: it must grow in a line. */
async function compareGrowth(): Promise<Comparison[]> {
  const thousand = await compareSynth(1000, 7);
  const fourThousand = await compareSynth(4000, 5);
  const name = "4,000 against 4 times 1,000";
  const line = { name, unit: "ms", ours: fourThousand.ours, baseline: 4 * thousand.ours, goal: 1.2 } as const;
  return [thousand, fourThousand, line];
}

main().catch((problem: unknown) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 2;
});
