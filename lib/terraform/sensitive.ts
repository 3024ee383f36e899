import type { PlanJson, ResourceValues, StateJson, ValuesModule } from "./plan-json";

/** Every value that Terraform marks as sensitive in a plan, as text. */
export function sensitiveValuesOfPlan(plan: PlanJson): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { change } of [...(plan.resource_changes ?? []), ...(plan.resource_drift ?? [])]) {
    collect(change.before, change.before_sensitive, found);
    collect(change.after, change.after_sensitive, found);
  }
  for (const change of Object.values(plan.output_changes ?? {})) {
    collect(change.before, change.before_sensitive, found);
    collect(change.after, change.after_sensitive, found);
  }
  const declared = plan.configuration?.root_module?.variables ?? {};
  for (const [name, variable] of Object.entries(plan.variables ?? {})) {
    collect(variable.value, declared[name]?.sensitive, found);
  }
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

function collectValues(values: StateJson["values"], found: Set<string>): void {
  for (const output of Object.values(values?.outputs ?? {})) collect(output.value, output.sensitive, found);
  if (values?.root_module !== undefined) collectModule(values.root_module, found);
}

function collectModule(module: ValuesModule, found: Set<string>): void {
  module.resources?.forEach((resource: ResourceValues) => collect(resource.values, resource.sensitive_values, found));
  module.child_modules?.forEach((child) => collectModule(child, found));
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

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
