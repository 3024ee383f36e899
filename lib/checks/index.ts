export { checkPlan } from "./check-plan";
export type { JudgeOptions } from "./judge";
export type * from "./plan-view";
export { PlanRefused } from "./refusal";
export type * from "./report";
export { type Level, type Outcome, type Rule, type RuleContext, type Subject, wholePlan } from "./rule";
export { rules } from "./rules";
