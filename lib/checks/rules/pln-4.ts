import { groupBy } from "../../domain/group-by";
import type { ResourceView } from "../plan-view";
import { textOf } from "../reading";
import { fail, pass, undecided, wholePlan, type Rule } from "../rule";

/** What an object is called where it lives. */
const NAMED_TYPES: ReadonlySet<string> = new Set([
  "azurerm_cognitive_account",
  "docker_container",
  "docker_network",
  "docker_volume",
]);

/** New addresses for what exists. */
export const pln4: Rule = {
  id: "PLN-4",
  title: "a new address comes with a moved block",
  level: "error",
  why: "Terraform deletes the object at the old address and makes another one of the same name, often in the wrong order.",
  fix: 'add moved { from = …, to = … }, or "terraform state mv"',
  source: "Terraform, refactoring modules",
  judge: ({ plan }) => {
    const ours = plan.resources.filter(
      ({ type, mode, deposed }) => NAMED_TYPES.has(type) && mode === "managed" && deposed === undefined,
    );
    const created = ours.filter(({ action }) => action === "create");
    const byName = groupBy(created, ({ after }) => after?.["name"]);
    const lost = ours.flatMap((old) => {
      const named = old.action === "delete" ? byName.get(old.before?.["name"]) : undefined;
      const heir = named?.find((one) => isSameObject(old, one));
      return heir === undefined ? [] : [{ old, heir }];
    });
    if (lost.length === 0) {
      if (ours.length === 0) return [];
      const deleted = new Set(ours.filter(({ action }) => action === "delete").map(({ type }) => type));
      const open = created.filter((one) => deleted.has(one.type) && textOf(plan, one, "name").state === "unknown");
      return open.length === 0 ? [pass(wholePlan)] : open.map((one) => undecided(one, "name known after apply"));
    }
    return lost.map(({ old, heir }) =>
      fail(heir, `"${String(heir.after?.["name"])}" is deleted as ${old.address} and made again as ${heir.address}`),
    );
  },
};

function isSameObject(old: ResourceView, fresh: ResourceView): boolean {
  const name = old.before?.["name"];
  return (
    old.type === fresh.type && typeof name === "string" && name === fresh.after?.["name"] && isSamePlace(old, fresh)
  );
}

function isSamePlace(old: ResourceView, fresh: ResourceView): boolean {
  const [group, other] = [old.before?.["resource_group_name"], fresh.after?.["resource_group_name"]];
  const [provider, heirs] = [old.providerKey, fresh.providerKey];
  const isSameProvider = provider === undefined || heirs === undefined || provider === heirs;
  return isSameProvider && (group === undefined || other === undefined || group === other);
}
