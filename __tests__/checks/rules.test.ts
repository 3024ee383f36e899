import { rules } from "../../lib/checks/rules";
import { errorRules } from "../../lib/checks/rules/errors";
import { accountCases } from "./cases/accounts.data";
import type { Case } from "./cases/case";
import { containerCases } from "./cases/containers.data";
import { disconnectedCases } from "./cases/disconnected.data";
import { imageCases } from "./cases/images.data";
import { neverUndecided } from "./cases/never.data";
import { planCases } from "./cases/plans.data";
import { sentimentCases } from "./cases/sentiment.data";
import { wiringCases } from "./cases/wiring.data";
import { linesOf, realPlan, reportOf } from "./real-plan";

const cases: readonly Case[] = [
  ...accountCases,
  ...imageCases,
  ...wiringCases,
  ...sentimentCases,
  ...containerCases,
  ...disconnectedCases,
  ...planCases,
];

const ruleOf = (id: string) => rules.filter((rule) => rule.id === id);

function judged({ from, edits = [], beside, options }: Case, of: typeof rules) {
  const plan = realPlan(from);
  edits.forEach((edit) => edit(plan));
  return reportOf(plan, of, beside, { profile: "production", ...options });
}

test.each(cases.map((each) => [`${each.rule} ${each.name}`, each] as const))("%s", (_, each) => {
  const report = judged(each, ruleOf(each.rule));
  expect(linesOf(report)).toEqual(each.says ?? []);
  if (each.says === undefined) expect(report.passed > 0).toBe(each.silent !== true);
});

test.each(cases.filter(({ mutation }) => mutation).map((each) => [`${each.rule} ${each.name}`, each] as const))(
  "one thing is broken, one thing is found: %s",
  (_, each) => {
    const { findings } = judged(each, rules);
    // A preview is only told in a trial, whatever else is broken.
    const told = findings.filter(({ level, rule }) => level !== "info" || rule === each.rule);
    expect(told.map(({ rule }) => rule)).toEqual([each.rule]);
  },
);

test("the rules that can find an error are listed for themselves", () => {
  const canBeError = rules.filter(({ level }) =>
    (typeof level === "string" ? [level] : Object.values(level)).includes("error"),
  );
  expect(errorRules).toEqual(canBeError);
});

test("no other rule makes an error of a finding", () => {
  const others = rules.filter((rule) => !errorRules.includes(rule));
  const levels = cases.flatMap((each) => judged(each, others).findings.map(({ level }) => level));
  expect(new Set(levels)).toEqual(new Set(["warning", "info"]));
});

describe.each(rules.map(({ id }) => id))("%s", (id) => {
  const own = cases.filter(({ rule }) => rule === id);

  it("has a case that passes, one that fails, and one that is undecided, if it can be", () => {
    const answers = own.flatMap(({ says = ["pass"] }) => says.map((line) => line.split(" ", 1)[0]));
    expect(answers).toContain("pass");
    expect(answers.some((answer) => ["error", "warning", "info"].includes(answer ?? ""))).toBe(true);
    expect(answers.includes("undecided")).toBe(!(id in neverUndecided));
  });

  it("is in the table of mutations", () => {
    expect(own.some(({ mutation }) => mutation)).toBe(true);
  });
});
