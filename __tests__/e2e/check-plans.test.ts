import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { checkPlan } from "../../lib/checks";
import { committedText, makePlans, type PlanFixture } from "../../scripts/plans/make";
import { stories } from "../../scripts/plans/stories";

const folder = join(__dirname, "..", "checks", "plans");

/** What the rules say of each plan, by its name: findings, then `?` and what is undecided. */
const expected: Readonly<Record<string, readonly string[]>> = {
  first: [],
  settled: [],
  locale: [],
  memory: [],
  targeted: [],
  keys: ["PLN-3"],
  account: ["ACC-4", "PLN-2"],
  destroy: ["ACC-4"],
  stopped: ["PLN-11"],
  drift: ["PLN-2", "PLN-5", "PLN-5"],
  existing: ["IMG-5"],
  // Hand-written words are unknown as a whole before the first apply.
  modules: [
    ...["? CTR-1", "? CTR-1", "? CTR-1", "? CTR-1", "? CTR-5", "? CTR-5"],
    ...["? CTR-9", "? CTR-9", "? CTR-9", "? CTR-9", "? CTR-18", "? CTR-18", "? CTR-18", "? CTR-18"],
  ],
  "modules-settled": [],
  moved: [],
  renamed: ["ACC-4", "PLN-4", "PLN-4", "? CTR-1", "? CTR-5", "? CTR-9", "? CTR-18"],
  conditions: ["PLN-6", "PLN-7"],
  "conditions-settled": ["PLN-6", "PLN-7"],
  deposed: [],
  volume: ["CTR-12"],
  model: ["CTR-11"],
  wrong: "ACC-1 CTR-2 CTR-3 CTR-6 CTR-7 CTR-9 CTR-10 CTR-10 CTR-17 IMG-1 IMG-2 CTR-4 CTR-8 CTR-18 CTR-18 CTR-22"
    .split(" ")
    .concat("? CTR-1", "? CTR-9", "? CTR-18"),
};

let made: readonly PlanFixture[];

beforeAll(async () => {
  const kept: PlanFixture[] = [];
  for (const story of stories) kept.push(...(await makePlans(story)));
  made = kept;
});

describe("plans that real Terraform makes", () => {
  it("are the ones that the fast tests read", () => {
    const kept = made.filter(({ committed }) => committed);
    expect(kept.map(({ name }) => `${name}.json`).sort()).toEqual(readdirSync(folder).sort());
    const isStale = (fixture: PlanFixture) =>
      readFileSync(join(folder, `${fixture.name}.json`), "utf8") !== committedText(fixture);
    // Stale ones are made again by `npm run fixtures:plans`.
    expect(kept.filter(isStale).map(({ name }) => name)).toEqual([]);
  });

  it("have the findings of their stories, and no others", () => {
    const found = made.map(({ name, plan }) => {
      const { findings, undecided } = checkPlan(plan, { profile: "production" });
      return [name, [...findings.map(({ rule }) => rule), ...undecided.map(({ rule }) => `? ${rule}`)]];
    });
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});
