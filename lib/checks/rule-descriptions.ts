import type { Rule } from "./rule";
import { rules } from "./rules";
import { waiverRules } from "./waiver-rules";

/** What people read of a rule. */
export type RuleDescription = Omit<Rule, "judge">;

/** Every rule that people can meet: those of plans, and those of the checks file. */
export const ruleDescriptions: readonly RuleDescription[] = [...rules, ...Object.values(waiverRules)];

/** The description of a rule, its id in any case; undefined if there is no such rule. */
export function describeRule(id: string): RuleDescription | undefined {
  return ruleDescriptions.find((rule) => rule.id === id.toUpperCase());
}
