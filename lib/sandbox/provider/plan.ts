import {
  type Diff,
  diffResource,
  type ElementDiff,
  type Leaf,
  type ObjectDiff,
  parseText,
  type Path,
  replacePaths,
} from "./diff";
import { filled, readConfig, readState, uniqueElements, zeroOf } from "./legacy";
import type { Field, Fields } from "./schema";
import { conform, equivalentObjects, setUnknowns, settleNulls } from "./settle";
import { equalValues, objectOf, UNKNOWN, type Value, type ValueObject } from "./value";

/** What a resource type adds to the plan: looks at the whole change, refuses it or makes it a replacement. */
export interface PlannedChange {
  /** As planned; zero while unknown. */
  get(name: string): Value;
  prior(name: string): Value;
  hasChange(name: string): boolean;
  /** From now on a change of this field replaces the resource. */
  forceNew(name: string): void;
}

export type CustomizePlan = (change: PlannedChange) => void;

export interface Plan {
  readonly planned: ValueObject;
  readonly requiresReplace: readonly Path[];
}

const applyLeaf = (
  field: Pick<Field, "type" | "required">,
  leaf: Leaf | undefined,
  prior: Value | undefined,
): Value => {
  const type = field.type as "string" | "number" | "bool";
  if (!leaf) return prior ?? (field.required && type === "string" ? "" : null);
  if (leaf.computed) return UNKNOWN;
  if (leaf.removed) return null;
  if (leaf.old === "" && leaf.new === "") return type === "string" ? "" : null;
  return parseText(type, leaf.new);
};

const isKept = (item: ElementDiff): boolean =>
  "leaf" in item ? item.leaf !== undefined && !item.leaf.removed : Object.values(item.members).some(holdsNew);

/** Whether a difference inside of a set's element says anything of the new element. */
function holdsNew(diff: Diff): boolean {
  if (diff.kind === "leaf") return !diff.leaf.removed;
  if (diff.count && diff.count.new !== "0" && !diff.count.removed) return true;
  return diff.kind === "map" ? Object.values(diff.entries).some((leaf) => !leaf.removed) : diff.items.some(isKept);
}

function applyElement(field: Field, item: ElementDiff | undefined, prior: Value | undefined): Value {
  if (field.fields) {
    const members = item && "members" in item ? item.members : {};
    return applyObject(field.fields, members, objectOf(prior));
  }
  const leaf = item && "leaf" in item ? item.leaf : undefined;
  return applyLeaf({ type: field.element ?? "string", required: false }, leaf, prior);
}

const applyObject = (
  fields: Fields,
  diffs: ObjectDiff,
  prior: Readonly<Record<string, Value | undefined>>,
): ValueObject =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, applyDiff(field, diffs[name], prior[name])]));

function applyDiff(field: Field, diff: Diff | undefined, prior: Value | undefined): Value {
  if (!diff) {
    if (prior !== undefined) return prior;
    return field.isBlock ? [] : applyLeaf(field, undefined, prior);
  }
  if (diff.kind === "leaf") return applyLeaf(field, diff.leaf, prior);
  const { count } = diff;
  if (count?.computed) return UNKNOWN;
  if (diff.kind === "map") return applyMap(diff, prior);
  if (count?.new === "0") return [];
  const before = Array.isArray(prior) ? prior : [];
  if (diff.kind === "list") {
    const length = count ? Number(count.new) : Math.max(before.length, diff.items.filter(isKept).length);
    return Array.from({ length }, (_, index) => applyElement(field, diff.items[index], before[index]) ?? "");
  }
  const kept = diff.items.filter(isKept);
  if (kept.length === 0) return before;
  return kept.map((item) => applyElement(field, item, item.prior));
}

function applyMap(diff: Diff & { kind: "map" }, prior: Value | undefined): Value {
  if (diff.count?.new === "0") return {};
  const result = { ...objectOf(prior) };
  for (const [key, leaf] of Object.entries(diff.entries)) {
    if (leaf.removed) delete result[key];
    else result[key] = leaf.computed ? UNKNOWN : leaf.new;
  }
  return result;
}

const knownOrZero = (field: Field, value: Value | undefined): Value => {
  if (value === undefined || value === null || value === UNKNOWN) return zeroOf(field);
  const { fields } = field;
  return fields && Array.isArray(value) ? value.map((item) => filled(fields, item)) : value;
};

export const readStateObject = (fields: Fields, state: ValueObject | null): Record<string, Value | undefined> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, readState(field, state?.[name])]));

function customized(
  fields: Fields,
  diffs: ObjectDiff,
  prior: Readonly<Record<string, Value | undefined>>,
  proposed: ValueObject,
  isNew: boolean,
  customize: CustomizePlan,
): ObjectDiff {
  const forced = new Set<string>();
  const before = (name: string): Value => (fields[name] ? knownOrZero(fields[name], prior[name]) : null);
  const after = (name: string): Value => {
    const field = fields[name];
    return field
      ? knownOrZero(field, readConfig(field, proposed[name]) ?? (field.computed ? prior[name] : undefined))
      : null;
  };
  customize({
    get: after,
    prior: before,
    hasChange: (name) => !equalValues(before(name), after(name)),
    forceNew: (name) => forced.add(name),
  });
  if (forced.size === 0) return diffs;
  const strict = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, forced.has(name) ? { ...field, forceNew: true } : field]),
  );
  return diffResource(strict, prior, proposed, isNew);
}

/**
 * Plans a create or an update as the SDK's `PlanResourceChange` does. `prior` is null on create; `proposed` is Terraform's
 * merge of state and configuration.
 */
export function planChange(
  fields: Fields,
  prior: ValueObject | null,
  proposed: ValueObject,
  customize?: CustomizePlan,
): Plan {
  const isNew = prior === null;
  const state = readStateObject(fields, prior);
  const bare = diffResource(fields, state, proposed, isNew);
  const diffs = customize ? customized(fields, bare, state, proposed, isNew, customize) : bare;
  if (!isNew && Object.keys(diffs).length === 0) return { planned: prior, requiresReplace: [] };
  const settled = settleNulls(fields, conform(fields, applyObject(fields, diffs, state)), proposed, false);
  if (!isNew && equivalentObjects(fields, prior, settled)) return { planned: prior, requiresReplace: [] };
  const id = isNew ? UNKNOWN : (prior["id"] ?? UNKNOWN);
  const planned = { ...(isNew ? setUnknowns(fields, settled) : settled), id };
  const paths = replacePaths(diffs);
  return { planned, requiresReplace: paths.length > 0 || id === UNKNOWN ? [...distinctPaths(paths), ["id"]] : [] };
}

const distinctPaths = (paths: readonly Path[]): Path[] => [
  ...new Map(paths.map((path) => [JSON.stringify(path), path])).values(),
];

/** What a provider's code sees of a planned resource: unknown values are absent, except sets, which are empty. */
export function readPlanned(field: Field, prior: Value | undefined, planned: Value | undefined): Value | undefined {
  if (planned === UNKNOWN) return field.type === "set" ? [] : undefined;
  if (planned === undefined || planned === null) return prior === undefined ? undefined : zeroOf(field);
  const value = knownOrZero(field, planned);
  return field.type === "set" && Array.isArray(value) ? uniqueElements(field, value) : value;
}
