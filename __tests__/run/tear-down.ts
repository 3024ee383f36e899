import { rmSync } from "node:fs";

/** After all tests, also those that failed: nothing stays behind of what `set-up.ts` made room for. */
function tearDown(): void {
  const folder = process.env["SPC_TEST_RUN"];
  if (folder !== undefined) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

export = tearDown;
