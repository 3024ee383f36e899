import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { committedText, makePlans } from "./make";
import { stories } from "./stories";

/** Makes the plans that the tests without Terraform read: `npm run fixtures:plans`. Needs Terraform, and no network. */
const target = join(__dirname, "..", "..", "__tests__", "checks", "plans");

async function main(): Promise<void> {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const story of stories.filter(({ steps }) => steps.some(({ keep }) => keep?.committed))) {
    for (const fixture of await makePlans(story)) {
      if (fixture.committed) writeFileSync(join(target, `${fixture.name}.json`), committedText(fixture));
    }
  }
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = 1;
});
