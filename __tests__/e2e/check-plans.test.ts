import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { checkPlan, type JudgeOptions, type Rule, rules } from "../../lib/checks";
import { judge } from "../../lib/checks/judge";
import { readPlan } from "../../lib/checks/reader/read-plan";
import { readStackNotes, withNotes } from "../../lib/checks/reader/stack";
import { committedText, makePlans, type PlanFixture } from "../../scripts/plans/make";
import { neverFailing, neverPassing, neverUndecided } from "../checks/cases/never.data";
import { stories } from "../../scripts/plans/stories";

const folder = join(__dirname, "..", "checks", "plans");

/** What the rules say of each plan, by its name: findings, then `?` and what is undecided. */
const expected: Readonly<Record<string, readonly string[]>> = {
  first: [],
  settled: [],
  network: ["PLN-1"],
  "keys-rest": [],
  locale: [],
  memory: [],
  targeted: [],
  keys: ["PLN-3"],
  account: ["ACC-4", "PLN-2"],
  destroy: ["ACC-4"],
  stopped: ["PLN-11"],
  drift: ["PLN-2", "PLN-5", "PLN-5"],
  existing: ["IMG-5"],
  sentiment: ["IMG-4"],
  // Hand-written words are unknown as a whole before the first apply.
  modules: [...times("? CTR-1*4", "? CTR-5*2", "? CTR-9*4", "? CTR-18*4")],
  "modules-settled": [],
  moved: [],
  renamed: ["ACC-4", "PLN-4", "PLN-4", "? CTR-1", "? CTR-5", "? CTR-9", "? CTR-18"],
  conditions: ["PLN-6", "PLN-7"],
  "conditions-settled": ["PLN-6", "PLN-7"],
  deposed: [],
  volume: ["CTR-12"],
  model: ["CTR-11"],
  newer: ["CTR-15", "IMG-5", "IMG-5", "IMG-7"],
  mistakes: [
    ...times(..."ACC-2 ACC-5 CTR-1 CTR-14 CTR-16 CTR-21 IMG-3 ACC-3 CTR-5 CTR-13 CTR-18*3 IMG-4*2 PLN-10".split(" ")),
    "? CTR-1",
    "? CTR-2",
    "? CTR-9",
    "? CTR-18",
  ],
  later: [
    ...times("PLN-2", "CTR-18*3", "IMG-4"),
    ...times(..."ACC-1 ACC-2 ACC-3 ACC-5 ACC-6 CTR-1*3 CTR-2*3 CTR-3*3 CTR-4*2 CTR-5*2 CTR-6 CTR-7 CTR-8".split(" "))
      .concat(times(..."CTR-9*3 CTR-10 CTR-11 CTR-13 CTR-14*3 CTR-15 CTR-16 CTR-17 CTR-18*4 CTR-21 CTR-22".split(" ")))
      .concat(times(..."IMG-1*2 IMG-2*2 IMG-3*2 IMG-4*2 IMG-5*2 IMG-7*2 PLN-1 PLN-4 PLN-6 PLN-7".split(" ")))
      .map((rule) => `? ${rule}`),
  ],
  wrong: "ACC-1 CTR-2 CTR-3 CTR-6 CTR-7 CTR-9 CTR-10 CTR-10 CTR-17 IMG-1 IMG-2 CTR-4 CTR-8 CTR-18 CTR-18 CTR-22"
    .split(" ")
    .concat("? CTR-1", "? CTR-9", "? CTR-18"),
};

/** Settings of the rules that judge nothing without any. */
const settings: readonly JudgeOptions["options"][] = [
  { "ACC-7": { mayPurge: false }, "IMG-6": { registries: ["mcr.microsoft.com"] }, "CTR-19": { memory: "32g" } },
  { "CTR-19": { memory: "64g" } },
];

/** What a rule says of all these plans together: `pass`, `fail`, `undecided`. */
function answersOf(rule: Rule): ReadonlySet<string> {
  const reports = made.flatMap(({ plan, stack }) => {
    const read = stack === undefined ? readPlan(plan) : withNotes(readPlan(plan), readStackNotes(stack));
    return settings.map((options) => judge(read, [rule], { profile: "production", options }));
  });
  return new Set(
    reports.flatMap(({ passed, findings, undecided }) => [
      ...(passed > 0 ? ["pass"] : []),
      ...(findings.length > 0 ? ["fail"] : []),
      ...(undecided.length > 0 ? ["undecided"] : []),
    ]),
  );
}

/** `CTR-1*3`: three times. */
function times(...words: readonly string[]): readonly string[] {
  return words.flatMap((word) => {
    const [rule = "", count = "1"] = word.split("*");
    return Array.from({ length: Number(count) }, () => rule);
  });
}

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

  it.each(rules.map((rule) => [rule.id, rule] as const))("have all answers of %s, untouched", (id, rule) => {
    const never = { pass: neverPassing, fail: neverFailing, undecided: neverUndecided };
    const possible = Object.entries(never).flatMap(([answer, reasons]) => (id in reasons ? [] : [answer]));
    expect([...answersOf(rule)].sort()).toEqual(possible.sort());
  });
});
