import type { Action, ResourceView, Values } from "../plan-view";
import { damaged } from "../refusal";
import type { ConfiguredResource } from "./configuration";
import { listOf, member, oneOf, optional, recordOf, textOfField, type Field } from "./fields";
import { judgeShape } from "./shapes";

const MODES = ["managed", "data"] as const;

/** Terraform's lists of actions, joined. */
const ACTIONS: Readonly<Record<string, Action>> = {
  "no-op": "no-op",
  create: "create",
  read: "read",
  update: "update",
  delete: "delete",
  forget: "forget",
  "delete create": "replace",
  "create delete": "replace",
  "create forget": "replace",
};

/** One entry of `resource_changes` or `resource_drift`. */
export function readResource(field: Field, configured: ReadonlyMap<string, ConfiguredResource>): ResourceView {
  const address = textOfField(member(field, "address"));
  const named = { ...field, path: `${field.path} (${address})` };
  const mode = oneOf(MODES)(member(named, "mode"));
  const type = textOfField(member(named, "type"));
  const name = textOfField(member(named, "name"));
  const moduleAddress = optional(member(named, "module_address"), textOfField) ?? "";
  const module = withoutKeys(moduleAddress);
  const written = configured.get(
    `${module === "" ? "" : `${module}.`}${mode === "data" ? "data." : ""}${type}.${name}`,
  );
  const change = member(named, "change");
  const resource: ResourceView = {
    address,
    module,
    mode,
    type,
    name,
    ...readChange(change),
    replacePaths: listOf(member(change, "replace_paths")).map(readPath),
    ...given("index", optional(member(named, "index"), readKey)),
    ...given("deposed", optional(member(named, "deposed"), textOfField)),
    ...given("actionReason", optional(member(named, "action_reason"), textOfField)),
    ...given("previousAddress", optional(member(named, "previous_address"), textOfField)),
    ...given("configuration", written?.expressions),
    ...given("providerKey", written?.providerKey),
    facts: {},
  };
  if (!isAddressOf(resource, moduleAddress)) throw damaged(named.path, "has an address of another type, name or index");
  judgeShape(resource, named.path);
  return resource;
}

type Changed = Pick<ResourceView, "action" | "before" | "after" | "unknown" | "beforeSensitive" | "afterSensitive">;

function readChange(change: Field): Changed {
  const action = readAction(member(change, "actions"));
  const before = optional(member(change, "before"), recordOf);
  const after = optional(member(change, "after"), recordOf);
  if (["create", "update", "replace", "no-op", "read"].includes(action) && after === undefined)
    throw damaged(change.path, `is "${action}" without after`);
  if (["delete", "forget"].includes(action) && after !== undefined)
    throw damaged(change.path, `is "${action}" with after`);
  if (["update", "replace", "delete", "no-op"].includes(action) && before === undefined)
    throw damaged(change.path, `is "${action}" without before`);
  if (action === "create" && before !== undefined) throw damaged(change.path, 'is "create" with before');
  return {
    action,
    ...given("before", before),
    ...given("after", after),
    unknown: readMask(member(change, "after_unknown")),
    beforeSensitive: readMask(member(change, "before_sensitive")),
    afterSensitive: readMask(member(change, "after_sensitive")),
  };
}

export function readAction(field: Field): Action {
  const words = listOf(field).map(textOfField).join(" ");
  const action = Object.hasOwn(ACTIONS, words) ? ACTIONS[words] : undefined;
  if (action === undefined) throw damaged(field.path, "is no list of actions that Terraform knows");
  return action;
}

/** A mask mirrors a value: flags, lists and objects of masks. Without one nobody can say what is known, or secret. */
export function readMask(field: Field): unknown {
  if (field.value === undefined) throw damaged(field.path, "is missing");
  judgeMask(field.value, field.path);
  return field.value;
}

function judgeMask(mask: unknown, path: string): void {
  if (typeof mask === "boolean") return;
  if (typeof mask !== "object" || mask === null) throw damaged(path, "is no mask of flags");
  for (const [key, inner] of Object.entries(mask)) judgeMask(inner, `${path}.${key}`);
}

function readPath(field: Field): readonly (string | number)[] {
  return listOf(field).map(readKey);
}

function readKey({ value, path }: Field): string | number {
  if (typeof value !== "string" && typeof value !== "number") throw damaged(path, "is neither a name nor a number");
  return value;
}

/** Keys are quoted in Terraform's own way, so of a text only that there is one is compared. */
function isAddressOf({ address, mode, type, name, index }: ResourceView, module: string): boolean {
  const start = below(module, `${mode === "data" ? "data." : ""}${type}.${name}`);
  const key = address.startsWith(start) ? address.slice(start.length) : undefined;
  if (index === undefined) return key === "";
  return typeof index === "number" ? key === `[${index}]` : key?.startsWith('["') === true && key.endsWith('"]');
}

function below(module: string, address: string): string {
  return module === "" ? address : `${module}.${address}`;
}

/** `module.site["eu"].module.host` -> `module.site.module.host`. */
export function withoutKeys(module: string): string {
  return module.replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "");
}

export function given<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [Name in Key]?: Value } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [Name in Key]?: Value };
}

export const isSame = (left: unknown, right: unknown): boolean => {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && isSame((left as Values)[key], (right as Values)[key]))
  );
};
