import { join } from "node:path";
import type { Difference } from "./provider-cases/compare";
import { readCases } from "./provider-cases/recorded";
import { replayCase } from "./provider-cases/replay";

/**
 * What Terraform 1.11 planned and did with the real providers, replayed on the stand-ins. `PROVIDER_CASES` names another
 * folder of cases.
 */
const folder = process.env["PROVIDER_CASES"] ?? join(__dirname, "..", "fixtures", "provider-cases");

/** Cases that differ, and where. One that begins to replay equal, or that differs elsewhere, fails. */
const KNOWN_DIFFERENCES: Readonly<Record<string, readonly string[]>> = {};

/** In milliseconds, on a machine that does other things as well. */
const LONGEST_CASE = 180_000;

/** Cases that run at the same time; the others wait for their turn, which counts for their time. */
const lanes = [Promise.resolve(), Promise.resolve()];

/** Runs an action after those before it in its lane. */
async function inTurn<Result>(index: number, action: () => Promise<Result>): Promise<Result> {
  const lane = index % lanes.length;
  const result = (lanes[lane] ?? Promise.resolve()).then(action);
  lanes[lane] = result.then(
    () => undefined,
    () => undefined,
  );
  return result;
}

const shown = ({ at, recorded, found }: Difference): string =>
  `${at}\n    recorded: ${JSON.stringify(recorded)}\n    found:    ${JSON.stringify(found)}`;

const cases = [...readCases(folder)];
const places = (differences: readonly Difference[]): string[] => differences.map(({ at }) => at).sort();

describe("recorded cases of the real providers", () => {
  test.concurrent.each(cases)(
    "%s",
    async (name, recorded) => {
      const index = cases.findIndex(([other]) => other === name);
      const differences = await inTurn(index, async () => replayCase(recorded));
      const known = KNOWN_DIFFERENCES[name] ?? [];
      if (places(differences).join() !== [...known].sort().join()) {
        throw new Error(
          `${recorded.title}\n${differences.map(shown).join("\n") || "replays equal, but is listed as different"}`,
        );
      }
    },
    LONGEST_CASE,
  );
});
