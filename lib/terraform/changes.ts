import type { PlanJson, ResourceChange } from "../domain/plan-json";

/** One resource that a plan changes, without any value. */
export interface PlannedChange {
  readonly address: string;
  readonly type: string;
  readonly action: "create" | "update" | "replace" | "delete" | "read" | "other";
  /** Arguments that force a replacement, or that an update changes. */
  readonly because: readonly string[];
}

/** What a plan changes, resource by resource; what only is read again is left out. */
export function plannedChanges(plan: PlanJson): readonly PlannedChange[] {
  return (plan.resource_changes ?? [])
    .map((change) => ({
      address: change.address,
      type: change.type,
      action: actionOf(change),
      because: reasonsOf(change),
    }))
    .filter(({ action }) => action !== "read" && action !== "other");
}

function actionOf({ change }: ResourceChange): PlannedChange["action"] {
  const actions = change.actions.join(" ");
  if (actions.includes("create") && actions.includes("delete")) return "replace";
  return actions === "create" || actions === "update" || actions === "delete" || actions === "read" ? actions : "other";
}

function reasonsOf(resource: ResourceChange): readonly string[] {
  const action = actionOf(resource);
  if (action === "replace") {
    if (resource.action_reason === "replace_because_tainted") return ["the last apply of it failed"];
    return [...new Set((resource.change.replace_paths ?? []).map(([argument]) => String(argument)))].sort();
  }
  return action === "update" ? changedArguments(resource) : [];
}

function changedArguments({ change }: ResourceChange): readonly string[] {
  const before = (change.before ?? {}) as Readonly<Record<string, unknown>>;
  const after = (change.after ?? {}) as Readonly<Record<string, unknown>>;
  return Object.keys(after)
    .filter((argument) => JSON.stringify(before[argument]) !== JSON.stringify(after[argument]))
    .sort();
}
