import { rules } from "../../lib/checks";
import { accountCases } from "./cases/accounts.data";
import { containerCases } from "./cases/containers.data";
import { disconnectedCases } from "./cases/disconnected.data";
import { imageCases } from "./cases/images.data";
import { planCases } from "./cases/plans.data";
import { wiringCases } from "./cases/wiring.data";
import { realPlan, reportOf } from "./real-plan";

test("no two findings of one plan have the same fingerprint", () => {
  const cases = [accountCases, imageCases, wiringCases, containerCases, disconnectedCases, planCases].flat();
  const doubled = cases.flatMap(({ from, edits = [], beside, options, rule, name }) => {
    const plan = realPlan(from);
    edits.forEach((edit) => edit(plan));
    const { findings } = reportOf(plan, rules, beside, { profile: "production", ...options });
    const prints = findings.map(({ fingerprint }) => fingerprint);
    return new Set(prints).size === prints.length ? [] : [`${rule} ${name}`];
  });
  expect(doubled).toEqual([]);
});
