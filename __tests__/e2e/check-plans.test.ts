import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { committedText, makePlans, type PlanFixture } from "../../scripts/plans/make";
import { stories } from "../../scripts/plans/stories";

const folder = join(__dirname, "..", "checks", "plans");

let made: readonly PlanFixture[];

beforeAll(async () => {
  const kept: PlanFixture[] = [];
  for (const story of stories) kept.push(...(await makePlans(story)));
  made = kept;
});

describe("the plans that the fast tests read", () => {
  it("are what Terraform makes today", () => {
    const texts = made
      .filter(({ committed }) => committed)
      .map((fixture) => [`${fixture.name}.json`, committedText(fixture)]);
    const written = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]);
    expect(Object.fromEntries(texts)).toEqual(Object.fromEntries(written));
  });
});
