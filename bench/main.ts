import { misses, type Comparison } from "./compare";
import { compareImport } from "./imports";
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
  () => compareSynth(1000, 7),
  () => compareSynth(4000, 5),
  () => compareExample(9),
  () => compareImport(15),
  () => compareTry(5),
];

main().catch((problem: unknown) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 2;
});
