import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The variables of which Node and other programs take the folder for temporary files, by platform. */
const variables = ["TMPDIR", "TEMP", "TMP"];

/**
 * Before all tests: one folder for everything temporary that the tests, CDKTF and the programs that they start make.
 * `tear-down.ts` removes it. Its name is short because sockets are in it.
 */
function setUp(): void {
  const folder = mkdtempSync(join(tmpdir(), "spc-"));
  [...variables, "SPC_TEST_RUN"].forEach((name) => (process.env[name] = folder));
}

export = setUp;
