import type { Rule } from "./rule";
import { rules } from "./rules";
import { waiverRules } from "./waiver-rules";

/** What people read of a rule. */
export type RuleDescription = Omit<Rule, "judge">;

/** What the reader itself stands for: a plan that breaks it is refused with exit code 2, before any other rule. */
const readable: RuleDescription = {
  id: "PLN-1",
  title: "the plan is whole, of a known format, and did not fail",
  level: "error",
  why: "What was not read cannot be judged, so such a plan is refused (exit 2) instead of passed.",
  fix: "make the plan again, whole; a targeted plan is judged and marked partial, with --strict refused too",
  source: "HashiCorp's description of the JSON output format: readers reject another major version",
};

const isOfPlan = ({ id }: RuleDescription): boolean => id.startsWith("PLN-");

/** Every rule that people can meet: those of plans, and those of the checks file. */
export const ruleDescriptions: readonly RuleDescription[] = [
  ...rules.filter((rule) => !isOfPlan(rule)),
  readable,
  ...rules.filter(isOfPlan),
  ...Object.values(waiverRules),
];

/** The description of a rule, its id in any case; undefined if there is no such rule. */
export function describeRule(id: string): RuleDescription | undefined {
  return ruleDescriptions.find((rule) => rule.id === id.toUpperCase());
}
