import { judge, type JudgeOptions } from "./judge";
import { readPlan } from "./reader/read-plan";
import type { Report } from "./report";
import { rules } from "./rules";

/**
 * Judges a plan by every rule; reads no file.
 *
 * @param plan what `terraform show -json` printed, parsed
 * @throws PlanRefused SPC902 to SPC905: not a plan, another format, damaged, failed
 */
export function checkPlan(plan: unknown, options: JudgeOptions = {}): Report {
  return judge(readPlan(plan), rules, options);
}
