/**
 * The difference between a state and a configuration as the providers' SDK finds it. A difference is a tree of leaves;
 * each leaf says what one primitive, or the number of elements of a collection, was and shall be.
 */
import { elementKey, filled, readConfig, readConfigObject, zeroOf } from "./legacy";
import type { Field, Fields, Primitive } from "./schema";
import { equalValues, itemsOf, objectOf, textOf, UNKNOWN, type Value, type ValueObject } from "./value";

/** `old` and `new` are texts as in the SDK: `""` is absent. */
export interface Leaf {
  readonly old: string;
  readonly new: string;
  readonly removed: boolean;
  readonly computed: boolean;
  readonly requiresNew: boolean;
}

export type ElementDiff = { readonly leaf: Leaf | undefined } | { readonly members: ObjectDiff };
export type ObjectDiff = Readonly<Record<string, Diff>>;

export type Diff =
  | { readonly kind: "leaf"; readonly leaf: Leaf }
  | { readonly kind: "map"; readonly count?: Leaf; readonly entries: Readonly<Record<string, Leaf>> }
  | { readonly kind: "list"; readonly count?: Leaf; readonly items: readonly ElementDiff[] }
  | {
      readonly kind: "set";
      readonly count?: Leaf;
      readonly items: readonly (ElementDiff & { readonly prior?: Value })[];
    };

/** Undefined stands for "does not exist", `UNKNOWN` for "known after apply". */
type Side = Value | undefined;

interface Options {
  /** There is no resource yet. */
  readonly isNew: boolean;
  /** Inside of a set every member is told, changed or not. */
  readonly all: boolean;
  /** The set's element is not in the configuration, so nothing in it has a default. */
  readonly isGone?: boolean;
}

type LeafRules = Pick<Field, "computed" | "forceNew">;
type Draft = Partial<Leaf> & Pick<Leaf, "old" | "new">;

function leafOf(rules: LeafRules, draft: Draft): Leaf | undefined {
  const removed = draft.removed ?? false;
  const unset = rules.computed && draft.new === "";
  const computed = (draft.computed ?? false) || (unset && !removed);
  const leaf: Leaf = {
    old: draft.old,
    new: draft.new,
    removed,
    computed,
    requiresNew: rules.forceNew === true && (draft.old !== draft.new || computed),
  };
  return !removed && unset && draft.old !== "" ? undefined : leaf;
}

const text = (value: Value): string => (value === UNKNOWN ? "(known after apply)" : textOf(value));

function diffPrimitive(field: Field, from: Side, to: Side, options: Options): Diff | undefined {
  const computed = to === UNKNOWN;
  const old = from === undefined ? "" : text(from);
  const absent = from === undefined ? "" : text(zeroOf(field));
  const wanted = to === undefined ? absent : text(to);
  if (old === wanted && !options.all && !computed && (old !== "" || !options.isNew || !field.computed))
    return undefined;
  const removed = from !== undefined && to === undefined;
  if (removed && field.computed) return undefined;
  const leaf = leafOf(field, { old, new: wanted, removed, computed });
  return leaf && { kind: "leaf", leaf };
}

const elementField = (field: Field): Field => ({
  type: field.element ?? "string",
  isBlock: false,
  required: false,
  optional: false,
  computed: false,
  ...(field.forceNew && { forceNew: true }),
});

function diffElement(field: Field, from: Side, to: Side, options: Options): ElementDiff {
  if (field.fields) {
    const members = diffMembers(field.fields, objectOf(from), to, options);
    return { members };
  }
  const diff = diffPrimitive(elementField(field), from, to, options);
  return { leaf: diff?.kind === "leaf" ? diff.leaf : undefined };
}

/** `from` is a state's object, `to` a configuration's. */
function diffMembers(fields: Fields, from: ValueObject, to: Side, options: Options): ObjectDiff {
  const wanted = objectOf(to);
  const diffs: Record<string, Diff> = {};
  for (const [name, field] of Object.entries(fields)) {
    const diff = diffField(field, from[name], wanted[name], options);
    if (diff) diffs[name] = diff;
  }
  return diffs;
}

function diffList(field: Field, from: Side, to: Side, options: Options): Diff | undefined {
  const before = itemsOf(from);
  if (to === UNKNOWN) {
    const count = {
      old: String(before.length),
      new: "",
      removed: false,
      computed: true,
      requiresNew: field.forceNew === true,
    };
    return { kind: "list", count, items: [] };
  }
  if (from !== undefined && to === undefined && field.computed) return undefined;
  const after = itemsOf(to);
  const { fields } = field;
  const plain = fields ? after.map((item) => filled(fields, item)) : after;
  if (!options.all && to !== undefined && equalValues([...before], [...plain])) return undefined;
  const toCompute = before.length === 0 && after.length === 0 && field.computed;
  const isCountTold = before.length !== after.length || toCompute || options.all;
  const draft = toCompute ? { old: "", new: "" } : { old: String(before.length), new: String(after.length) };
  const count = isCountTold ? leafOf(field, draft) : undefined;
  const length = Math.max(before.length, after.length);
  const beyond = fields && options.isGone !== true ? readConfigObject(fields, {}) : undefined;
  const items = Array.from({ length }, (_, index) =>
    diffElement(field, before[index], index < after.length ? after[index] : beyond, options),
  );
  return { kind: "list", ...(count && { count }), items };
}

function diffSet(field: Field, from: Side, to: Side, options: Options): Diff | undefined {
  if (from !== undefined && to === undefined && field.computed) return undefined;
  if (to === UNKNOWN || (to === undefined && field.computed)) {
    const count = leafOf(field, { old: "", new: "", computed: true });
    return { kind: "set", ...(count && { count }), items: [] };
  }
  const keyed = (side: Side) => new Map(itemsOf(side).map((item) => [elementKey(field, item), item]));
  const before = keyed(from);
  const after = keyed(to);
  const isSame = before.size === after.size && [...after.keys()].every((key) => before.has(key));
  if (!options.all && to !== undefined && isSame) return undefined;
  const isCountTold = before.size !== after.size || options.all;
  const count = isCountTold ? leafOf(field, { old: String(before.size), new: String(after.size) }) : undefined;
  const gone = [...before.keys()].filter((key) => !after.has(key));
  const items = [...gone, ...after.keys()].map((key) => {
    const prior = before.get(key);
    return {
      ...diffElement(field, prior, after.get(key), { ...options, all: true, isGone: !after.has(key) }),
      ...(prior !== undefined && { prior }),
    };
  });
  return { kind: "set", ...(count && { count }), items };
}

function diffMap(field: Field, from: Side, to: Side, options: Options): Diff | undefined {
  const before = objectOf(from);
  const after = objectOf(to);
  const sizes = [Object.keys(before).length, Object.keys(after).length] as const;
  const unknown = to === UNKNOWN;
  const changed = sizes[0] !== sizes[1] && !(sizes[1] === 0 && field.computed);
  const toCompute = sizes[0] === 0 && sizes[1] === 0 && field.computed && from === undefined;
  const draft = toCompute || unknown ? { old: "", new: "" } : { old: String(sizes[0]), new: String(sizes[1]) };
  const rules = { ...field, computed: field.computed || unknown };
  const count = changed || toCompute || unknown ? leafOf(rules, draft) : undefined;
  const entries: Record<string, Leaf> = {};
  const add = (key: string, change: Draft): void => {
    const leaf = leafOf(field, change);
    if (leaf) entries[key] = leaf;
  };
  if (to !== undefined || !field.computed) {
    for (const [key, value] of Object.entries(after)) {
      const old = before[key];
      if (old !== value || options.all) add(key, { old: old === undefined ? "" : text(old), new: text(value) });
    }
    for (const [key, value] of Object.entries(before)) {
      if (!Object.hasOwn(after, key)) add(key, { old: text(value), new: "", removed: true });
    }
  }
  return count || Object.keys(entries).length > 0 ? { kind: "map", ...(count && { count }), entries } : undefined;
}

function diffField(field: Field, from: Side, to: Side, options: Options): Diff | undefined {
  const bare = diffBare(field, from, to, options);
  const diff = bare && field.suppress ? suppressed(field, bare, from, to, options) : bare;
  return diff && !isEmpty(diff) ? diff : undefined;
}

/** Inside of a set a suppressed difference stays, as one that is none. */
function suppressed(field: Field, diff: Diff, from: Side, to: Side, options: Options): Diff | undefined {
  const whole = { from: from ?? zeroOf(field), to: filledSide(field, to ?? from) };
  return mapLeaves(diff, (leaf, isCount) => {
    if (!field.suppress?.({ old: leaf.old, new: leaf.new, isCount, ...whole })) return leaf;
    return options.all ? { ...leaf, new: leaf.old, computed: false, removed: false, requiresNew: false } : undefined;
  });
}

const filledSide = (field: Field, side: Side): Value => {
  const { fields } = field;
  if (side === undefined || side === UNKNOWN) return zeroOf(field);
  return fields && Array.isArray(side) ? side.map((item) => filled(fields, item)) : side;
};

function diffBare(field: Field, from: Side, to: Side, options: Options): Diff | undefined {
  switch (field.type) {
    case "list":
      return diffList(field, from, to, options);
    case "set":
      return diffSet(field, from, to, options);
    case "map":
      return diffMap(field, from, to, options);
    default:
      return diffPrimitive(field, from, to, options);
  }
}

/** The differences of a resource. `prior` is a state read by `readState`, `config` raw. */
export function diffResource(
  fields: Fields,
  prior: Readonly<Record<string, Value | undefined>>,
  config: ValueObject,
  isNew: boolean,
): ObjectDiff {
  const diffs: Record<string, Diff> = {};
  for (const [name, field] of Object.entries(fields)) {
    const diff = diffField(field, prior[name], readConfig(field, config[name]), { isNew, all: false });
    if (diff) diffs[name] = diff;
  }
  return diffs;
}

type LeafMapper = (leaf: Leaf, isCount: boolean) => Leaf | undefined;

function mapLeaves(diff: Diff, map: LeafMapper): Diff | undefined {
  if (diff.kind === "leaf") {
    const leaf = map(diff.leaf, false);
    return leaf && { ...diff, leaf };
  }
  const { count: told, ...rest } = diff;
  const mapped = told && map(told, true);
  const count = mapped && { count: mapped };
  if (rest.kind === "map") {
    const entries = Object.entries(rest.entries).flatMap(([key, leaf]): [string, Leaf][] => {
      const kept = map(leaf, false);
      return kept ? [[key, kept]] : [];
    });
    return { ...rest, ...count, entries: Object.fromEntries(entries) };
  }
  return { ...rest, ...count, items: rest.items.map((item) => ({ ...item, ...mapElement(item, map) })) };
}

function mapElement(item: ElementDiff, map: LeafMapper): ElementDiff {
  if ("leaf" in item) return { leaf: item.leaf && map(item.leaf, false) };
  const members = Object.entries(item.members).flatMap(([name, diff]): [string, Diff][] => {
    const kept = mapLeaves(diff, map);
    return kept ? [[name, kept]] : [];
  });
  return { members: Object.fromEntries(members) };
}

const isEmptyElement = (item: ElementDiff): boolean =>
  "leaf" in item ? item.leaf === undefined : Object.values(item.members).every(isEmpty);

function isEmpty(diff: Diff): boolean {
  if (diff.kind === "leaf" || diff.count) return false;
  return diff.kind === "map" ? Object.keys(diff.entries).length === 0 : diff.items.every(isEmptyElement);
}

export type Path = readonly (string | number)[];

/** The paths that force a replacement; what is inside of a set or a map is told as the whole of it. */
export function replacePaths(diffs: ObjectDiff, prefix: Path = []): Path[] {
  return Object.entries(diffs).flatMap(([name, diff]) => {
    const path = [...prefix, name];
    if (diff.kind === "leaf") return diff.leaf.requiresNew ? [path] : [];
    const own = diff.count?.requiresNew ? [path] : [];
    if (diff.kind === "map") return Object.values(diff.entries).some((leaf) => leaf.requiresNew) ? [path] : own;
    const inner = diff.items.flatMap((item, index) => {
      if ("leaf" in item) return item.leaf?.requiresNew ? [path] : [];
      const paths = replacePaths(item.members, [...path, index]);
      return diff.kind === "set" && paths.length > 0 ? [path] : paths;
    });
    return [...own, ...inner];
  });
}

export const parseText = (type: Primitive, value: string): Value => {
  if (type === "bool") return value === "true";
  return type === "number" ? Number(value) : value;
};
