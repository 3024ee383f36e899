import type { PlanJson } from "../domain/plan-json";
import { plannedChanges, type PlannedChange } from "../terraform";

/**
 * What a plan changes. A container's replacement has its reason in words, by what its engine says of it, else by what
 * differs; Terraform's own answer to "why" is the name of an argument.
 */
export function changesOf(plan: PlanJson): readonly PlannedChange[] {
  const reasons = new Map([...differences(plan), ...engineSentences(plan)]);
  return plannedChanges(plan).map((change) => {
    const reason = change.action === "replace" ? reasons.get(change.address) : undefined;
    return reason === undefined ? change : { ...change, because: [reason] };
  });
}

/** By address: a container that does not run, or is gone, is replaced because of that. */
function engineSentences(plan: PlanJson): readonly (readonly [string, string])[] {
  const { readEngineStates } = require("../operate") as typeof import("../operate");
  const states = readEngineStates(plan);
  return (plan.resource_changes ?? []).flatMap(({ address, change }) => {
    const { name = "" } = (change.before ?? {}) as { readonly name?: string };
    const state = states.get(name);
    return state === undefined ? [] : [[address, state.sentence] as const];
  });
}

/** By address: why a Speech container is replaced, as the report of `check` has it. */
function differences(plan: PlanJson): readonly (readonly [string, string])[] {
  const { interruptions } = require("../checks/interruption") as typeof import("../checks/interruption");
  const { readPlan } = require("../checks/reader/read-plan") as typeof import("../checks/reader/read-plan");
  return interruptions(readPlan(plan)).endpoints.flatMap(({ address, why }) =>
    why === undefined ? [] : [[address, why] as const],
  );
}
