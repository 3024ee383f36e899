import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";

test("a fast test has a minute, since the machine may do other things as well", () => {
  expect((globalThis as Record<symbol, unknown>)[Symbol.for("TEST_TIMEOUT_SYMBOL")]).toBe(60_000);
});

test("temporary files are in a folder that is removed after the run, also those of other programs", () => {
  const ofAnother = execFileSync(process.execPath, ["-p", "os.tmpdir()"], { encoding: "utf8" }).trim();
  expect([tmpdir(), ofAnother]).toEqual([process.env["SPC_TEST_RUN"], process.env["SPC_TEST_RUN"]]);
});
