import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gateCounts, sum, testCounts, type Counts } from "./counts";
import { gates, type Gate } from "./gates";

/**
 * Runs the gates named as arguments, or all. Each runs even when one before it failed, so that one run shows
 * everything. The sum is left in `.cache/check/counts.json` for `.ci/run`.
 */
const project = join(__dirname, "..", "..");
const reports = join(project, ".cache", "check");

const MINUTE = 60_000;
/** A gate that hangs is a failure, and the others still run. */
const limitOf = (gate: Gate): number => (gate.tests ? 15 : 5) * MINUTE;

interface Outcome extends Counts {
  readonly name: string;
  readonly seconds: number;
}

function run(gate: Gate): Outcome {
  console.log(`\n== ${gate.name}`);
  const report = join(reports, `${gate.name}.json`);
  const options = gate.tests ? ["--", "--json", "--outputFile", report] : [];
  const start = performance.now();
  const { status, error } = spawnSync("npm", ["run", "--silent", `check:${gate.name}`, ...options], {
    cwd: project,
    // jest prints its JSON on standard output as well as into the file
    stdio: ["ignore", gate.tests ? "ignore" : "inherit", "inherit"],
    shell: process.platform === "win32",
    timeout: limitOf(gate),
  });
  if (error !== undefined) console.error(`${gate.name}: ${error.message}`);
  const exitCode = status ?? 1;
  const seconds = (performance.now() - start) / 1000;
  return { name: gate.name, seconds, ...(gate.tests ? testCounts(report, exitCode) : gateCounts(exitCode)) };
}

function words({ passed, failed, skipped }: Counts): string {
  const tests = passed + skipped > 0 ? `${passed} passed, ${failed} failed` : failed > 0 ? "failed" : "ok";
  return skipped > 0 ? `${tests}, ${skipped} skipped` : tests;
}

const line = (outcome: Outcome) =>
  `  ${outcome.name.padEnd(12)}${`${outcome.seconds.toFixed(1)} s`.padStart(8)}   ${words(outcome)}`;

function chosen(names: readonly string[]): readonly Gate[] {
  const unknown = names.filter((name) => !gates.some((gate) => gate.name === name));
  if (unknown.length > 0) {
    console.error(`no such gate: ${unknown.join(", ")}. There are: ${gates.map((gate) => gate.name).join(", ")}`);
    process.exit(2);
  }
  return names.length === 0 ? gates : gates.filter((gate) => names.includes(gate.name));
}

const selected = chosen(process.argv.slice(2));
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const outcomes = selected.map(run);
const total = sum(outcomes);
writeFileSync(join(reports, "counts.json"), JSON.stringify(total));
console.log(`\n== sum\n${outcomes.map(line).join("\n")}\n\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
