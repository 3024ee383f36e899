import type { PlanJson, StateJson } from "./plan-json";

/**
 * Every value that Terraform marks as sensitive in a plan, as text. Nothing is taken for granted: a damaged plan has
 * secrets too.
 */
export function sensitiveValuesOfPlan(plan: PlanJson): ReadonlySet<string> {
  const found = new Set<string>();
  for (const resource of [...recordsIn(plan.resource_changes), ...recordsIn(plan.resource_drift)]) {
    collectChange(resource.change, found);
  }
  recordsIn(plan.output_changes).forEach((change) => collectChange(change, found));
  collectVariables(plan, found);
  collectValues(plan.planned_values, found);
  for (const value of sensitiveValuesOfState(plan.prior_state ?? {})) found.add(value);
  return found;
}

/** Every value that Terraform marks as sensitive in a state, as text. */
export function sensitiveValuesOfState(state: StateJson): ReadonlySet<string> {
  const found = new Set<string>();
  collectValues(state.values, found);
  return found;
}

function collectChange(change: unknown, found: Set<string>): void {
  if (!isRecord(change)) return;
  collect(change.before, change.before_sensitive, found);
  collect(change.after, change.after_sensitive, found);
}

function collectVariables({ variables, configuration }: PlanJson, found: Set<string>): void {
  const root: unknown = configuration?.root_module;
  const declared = isRecord(root) && isRecord(root.variables) ? root.variables : {};
  for (const [name, variable] of Object.entries(isRecord(variables) ? variables : {})) {
    const declaration = declared[name];
    if (isRecord(variable) && isRecord(declaration)) collect(variable.value, declaration.sensitive, found);
  }
}

function collectValues(values: unknown, found: Set<string>): void {
  if (!isRecord(values)) return;
  for (const output of recordsIn(values.outputs)) collect(output.value, output.sensitive, found);
  collectModule(values.root_module, found);
}

function collectModule(module: unknown, found: Set<string>): void {
  if (!isRecord(module)) return;
  for (const { values, sensitive_values } of recordsIn(module.resources)) collect(values, sensitive_values, found);
  recordsIn(module.child_modules).forEach((child) => collectModule(child, found));
}

/** `mark` mirrors `value`: true = all of it, an object or a list = element by element. */
function collect(value: unknown, mark: unknown, found: Set<string>): void {
  if (value === null || value === undefined || mark === undefined || mark === false) return;
  if (mark === true) return collectAll(value, found);
  if (Array.isArray(value) && Array.isArray(mark)) {
    value.forEach((element, index) => collect(element, mark[index], found));
  } else if (isRecord(value) && isRecord(mark)) {
    for (const [key, element] of Object.entries(value)) collect(element, mark[key], found);
  }
}

function collectAll(value: unknown, found: Set<string>): void {
  if (typeof value === "string" || typeof value === "number") found.add(String(value));
  else if (typeof value === "object" && value !== null) {
    for (const element of Object.values(value)) collectAll(element, found);
  }
}

/** The objects in a list, or among the values of an object. */
function recordsIn(whole: unknown): readonly Readonly<Record<string, unknown>>[] {
  return typeof whole === "object" && whole !== null ? Object.values(whole).filter(isRecord) : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
