import type { ResourceView } from "../plan-view";
import { damaged } from "../refusal";
import { listOf, member, textOfField, type Field } from "./fields";
import { isSame } from "./resource";

/**
 * A plan says twice what will be: as changes and as planned values. Where they differ, or where one leaves a resource
 * out, the plan is damaged, and nobody can say which of the two is right.
 *
 * @throws PlanRefused SPC904
 */
export function judgePlannedValues(field: Field, resources: readonly ResourceView[]): void {
  const planned = new Map<string, Field>();
  collect(member(field, "root_module"), planned);
  const left = new Map(planned);
  for (const resource of resources) {
    const { address, after, mode, deposed } = resource;
    if (mode === "data" || after === undefined || deposed !== undefined) continue;
    const values = planned.get(address);
    left.delete(address);
    if (values === undefined) throw damaged(`planned_values`, `leaves ${address} out`);
    if (!isSame(member(values, "values").value, after))
      throw damaged(`planned_values (${address})`, "differs from resource_changes");
  }
  const [forgotten] = [...left].filter(([, value]) => member(value, "mode").value === "managed");
  if (forgotten !== undefined) throw damaged("resource_changes", `leaves ${forgotten[0]} out`);
}

function collect(module: Field, found: Map<string, Field>): void {
  if (module.value === undefined) return;
  for (const resource of listOf(member(module, "resources"))) {
    found.set(textOfField(member(resource, "address")), resource);
  }
  for (const child of listOf(member(module, "child_modules"))) collect(child, found);
}
