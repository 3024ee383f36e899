import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gateCounts, sum, testCounts } from "../../scripts/check/counts";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "counts-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const report = (passed: number, failed: number, broken: number, skipped: number) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numRuntimeErrorTestSuites: broken,
  numPendingTests: skipped,
});

test.each([
  ["all pass", report(5, 0, 0, 1), 0, { passed: 5, failed: 0, skipped: 1 }],
  ["some fail", report(5, 2, 0, 0), 1, { passed: 5, failed: 2, skipped: 0 }],
  ["a file does not even run", report(5, 0, 1, 0), 1, { passed: 5, failed: 1, skipped: 0 }],
  ["jest fails without naming a test", report(5, 0, 0, 0), 1, { passed: 5, failed: 1, skipped: 0 }],
  ["no test was found", report(0, 0, 0, 0), 0, { passed: 0, failed: 1, skipped: 0 }],
])("a tier in which %s", (_, written, exitCode, counts) => {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(written));
  expect(testCounts(file, exitCode)).toEqual(counts);
});

test("a tier that leaves no report is a failure", () => {
  expect(testCounts(join(folder, "none.json"), 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test("a gate counts only when it fails, and the sum is over all", () => {
  const tier = { passed: 3, failed: 1, skipped: 2 };
  expect(sum([gateCounts(0), gateCounts(1), tier])).toEqual({ passed: 3, failed: 2, skipped: 2 });
});
