import { readPlan } from "../../../lib/checks/reader/read-plan";
import { judge, type JudgeOptions } from "../../../lib/checks/judge";
import type { Rule } from "../../../lib/checks/rule";
import { planOf, type ResourceChange } from "../plans";

/** What one rule says of a plan, a line an answer: `error docker_container.captions: message`, `2 passed`. */
export function answersOf(rule: Rule, changes: readonly ResourceChange[], options: JudgeOptions = {}): string[] {
  const report = judge(readPlan(planOf(changes)), [rule], options);
  return [
    ...report.findings.map(({ level, address, message }) => `${level} ${address ?? "plan"}: ${message}`),
    ...report.undecided.map(({ address, message }) => `undecided ${address ?? "plan"}: ${message}`),
    ...(report.passed > 0 ? [`${report.passed} passed`] : []),
  ];
}
