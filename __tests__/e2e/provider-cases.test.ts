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

const LONGEST_CASE = 120_000;

const shown = ({ at, recorded, found }: Difference): string =>
  `${at}\n    recorded: ${JSON.stringify(recorded)}\n    found:    ${JSON.stringify(found)}`;

const cases = [...readCases(folder)];
const places = (differences: readonly Difference[]): string[] => differences.map(({ at }) => at).sort();

describe("recorded cases of the real providers", () => {
  test.concurrent.each(cases)(
    "%s",
    async (name, recorded) => {
      const differences = await replayCase(recorded);
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
