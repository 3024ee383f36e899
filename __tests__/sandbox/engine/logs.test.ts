import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openLogs } from "../../../lib/sandbox/engine/logs";

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "spc-test-"))));
afterEach(() => rmSync(folder, { recursive: true }));

test("a log that goes on keeps its newest lines, all in order and no more than twice the half", () => {
  const logs = openLogs(folder, 100);
  const lines = Array.from({ length: 1000 }, (_, number) => `line ${number}`);
  for (const line of lines) logs.write("one", line);
  const kept = openLogs(folder, 100).read("one");
  expect(kept).toEqual(lines.slice(-kept.length));
  expect(kept.length).toBeGreaterThan(5);
  expect(kept.join("\n").length).toBeLessThan(250);
});

test("a short log is kept whole, and forgotten whole", () => {
  const logs = openLogs(folder, 10);
  logs.write("one", "first line");
  logs.write("one", "second");
  expect(logs.read("one")).toEqual(["first line", "second"]);
  logs.forget("one");
  expect(logs.read("one")).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});
