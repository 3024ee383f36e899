import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openContainerLog } from "../../../lib/sandbox/speech/container-log";
import { readSettings } from "../../../lib/sandbox/speech/settings";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "spc-log-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const DISK = "Logging:Disk:Format=json";

function logWith(...words: readonly string[]) {
  const lines: string[] = [];
  const files = join(folder, "speechtotext", "c0ffee");
  const log = openContainerLog(readSettings(words, []), {
    console: (line) => lines.push(line),
    files,
    now: () => Date.UTC(2026, 10, 25),
  });
  const written = () =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json"));
  return { log, lines, files, written };
}

test.each([
  [[], ["started", "failed"]],
  [["Logging:Console:LogLevel:Default=Trace"], ["started", "failed"]],
  [["logging:console:loglevel:default=error"], ["failed"]],
  [["Logging:Console:LogLevel:Default=None"], []],
])("the console with %j has the lines %j", (words, expected) => {
  const { log, lines, written } = logWith(...words);
  log("started");
  log("failed", "Error");
  expect(lines).toEqual(expected);
  expect(written()).toEqual([]);
});

test("files have lines of their own level, one JSON object each", () => {
  const { log, files, lines } = logWith(DISK, "Logging:Disk:LogLevel=Error", "Logging:Console:LogLevel:Default=None");
  log("started");
  log("failed", "Error");
  expect(readFileSync(join(files, "log-1.json"), "utf8")).toBe(
    '{"time":"2026-11-25T00:00:00.000Z","level":"Error","message":"failed"}\n',
  );
  expect(lines).toEqual([]);
});

test.each([
  [DISK, 2],
  ["Logging:Disk:MaxFileSize=2", 1],
  ["Logging:Disk:MaxFileSize=-1", 1],
])("with %s, a line of 0.6 MB twice makes %d files", (word, count) => {
  const { log, written } = logWith(DISK, word);
  const line = "x".repeat(600_000);
  log(line);
  log(line);
  expect(written()).toHaveLength(count);
});
