import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endAndRemove } from "../../lib/sandbox/daemon-client";

let project: string;
beforeEach(() => (project = mkdtempSync(join(tmpdir(), "spc-test-"))));
afterEach(() => rmSync(project, { recursive: true }));

test.each([true, false])("down removes what a killed down left, with a sandbox there: %s", async (present) => {
  mkdirSync(join(project, ".sandbox.removed-1", "store"), { recursive: true });
  if (present) mkdirSync(join(project, ".sandbox"));
  writeFileSync(join(project, "speech.yaml"), "");
  await endAndRemove(join(project, ".sandbox"));
  expect(readdirSync(project)).toEqual(["speech.yaml"]);
});
