/**
 * Values as the providers' SDK sees them: what is absent, what is zero, which elements of a set are one. Most oddities of
 * the real providers' plans come from here, so it follows the SDK even where that surprises.
 */
import type { Field, Fields } from "./schema";
import {
  equalValues,
  isObject,
  isWhollyKnown,
  itemsOf,
  objectOf,
  textOf,
  UNKNOWN,
  type Value,
  type ValueObject,
} from "./value";

export const zeroOf = (field: Pick<Field, "type">): Value => {
  switch (field.type) {
    case "string":
      return "";
    case "number":
      return 0;
    case "bool":
      return false;
    case "map":
      return {};
    case "list":
    case "set":
      return [];
  }
};

const mapFields = (fields: Fields, each: (name: string, field: Field) => Value): ValueObject =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, each(name, field)]));

/** An element with nothing absent: unset and unknown members are zero, but for unknown strings. */
export function filled(fields: Fields, item: Value): ValueObject {
  const source = objectOf(item);
  return mapFields(fields, (name, field) => {
    const value = source[name] ?? null;
    if (value === null || (value === UNKNOWN && field.type !== "string")) return zeroOf(field);
    return fill(field, value);
  });
}

const fill = (field: Field, value: Value): Value => {
  if (!field.fields || !Array.isArray(value))
    return field.type === "set" ? uniqueElements(field, itemsOf(value)) : value;
  const { fields } = field;
  const elements = value.map((item) => filled(fields, item));
  return field.type === "set" ? uniqueElements(field, elements) : elements;
};

/** Two elements of a set with the same key are one element. Elements that hold something unknown are never one. */
export function elementKey(field: Field, item: Value): string {
  if (!field.fields) return JSON.stringify(field.elementKey?.(textOf(item)) ?? item);
  const unknown = isWhollyKnown(item) ? "" : "~";
  const source = filled(field.fields, item);
  const parts = Object.entries(field.fields)
    .filter(([, member]) => member.required || member.optional)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => [name, memberKey(member, source[name] ?? null)]);
  return unknown + JSON.stringify(parts);
}

const memberKey = (field: Field, value: Value): unknown => {
  if (value === UNKNOWN) return "?";
  if (field.type === "set")
    return itemsOf(value)
      .map((item) => elementKey(field, item))
      .sort();
  if (field.type === "list" && field.fields) return itemsOf(value).map((item) => elementKey(field, item));
  if (isObject(value)) return Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return value;
};

export function uniqueElements(field: Field, elements: readonly Value[]): Value[] {
  return [...new Map(elements.map((item) => [elementKey(field, item), item])).values()];
}

/** A field of a state; undefined when the state does not have it. */
export function readState(field: Field, value: Value | undefined): Value | undefined {
  return value === null || value === undefined ? undefined : fill(field, value);
}

/**
 * A field of a configuration; undefined when it is neither there nor has a default. A collection with an unknown
 * primitive in it is unknown as a whole.
 */
export function readConfig(field: Field, value: Value | undefined): Value | undefined {
  if (value === null || value === undefined) return field.default ?? undefined;
  if (value === UNKNOWN) return UNKNOWN;
  if (Array.isArray(value)) {
    if (field.isBlock && value.length === 0) return undefined;
    if (value.includes(UNKNOWN)) return UNKNOWN;
    const { fields } = field;
    const elements = fields ? value.map((item) => readConfigObject(fields, item)) : value;
    return field.type === "set" ? uniqueElements(field, elements) : elements;
  }
  if (isObject(value)) {
    if (Object.values(value).includes(UNKNOWN)) return UNKNOWN;
    return Object.fromEntries(Object.entries(value).filter(([, text]) => text !== null));
  }
  return field.normalize && typeof value === "string" ? field.normalize(value) : value;
}

export function readConfigObject(fields: Fields, item: Value): ValueObject {
  const source = objectOf(item);
  const entries = Object.entries(fields).flatMap(([name, field]): [string, Value][] => {
    const value = readConfig(field, source[name]);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

/** Brings a value into the shape of a schema: blocks are never null, attributes are never missing, nothing is strange. */
export function conform(fields: Fields, value: ValueObject): ValueObject {
  return mapFields(fields, (name, field) => {
    const inner = value[name] ?? null;
    if (inner === null) return field.isBlock ? [] : null;
    const { fields: members } = field;
    if (!Array.isArray(inner)) return inner;
    const elements = members ? inner.map((item) => (isObject(item) ? conform(members, item) : item)) : inner;
    return field.type === "set" ? distinct(elements) : elements;
  });
}

const distinct = (elements: readonly Value[]): Value[] =>
  elements.filter((item, index) => elements.findIndex((other) => equalValues(other, item)) === index);

/** On create, every computed attribute that is not set is unknown. */
export function setUnknowns(fields: Fields, value: ValueObject): ValueObject {
  return mapFields(fields, (name, field) => {
    const inner = value[name] ?? null;
    if (!field.isBlock) return inner === null && field.computed ? UNKNOWN : inner;
    const members = field.fields ?? {};
    return Array.isArray(inner) ? inner.map((item) => (isObject(item) ? setUnknowns(members, item) : item)) : inner;
  });
}

const isZero = (value: Value | undefined): boolean =>
  value === null ||
  value === undefined ||
  value === "" ||
  value === 0 ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (isObject(value) && Object.keys(value).length === 0);

/** Whether the SDK takes a plan for no change: null and zero are one, the order of sets is none. */
export function equivalentObjects(fields: Fields, left: ValueObject, right: ValueObject): boolean {
  return Object.entries(fields).every(([name, field]) => equivalent(field, left[name], right[name]));
}

function equivalent(field: Field, left: Value | undefined, right: Value | undefined): boolean {
  if (left === UNKNOWN || right === UNKNOWN) return left === right;
  if (isZero(left) || isZero(right)) return isZero(left) && isZero(right);
  if (!Array.isArray(left) || !Array.isArray(right)) {
    return isObject(left) && isObject(right) ? equivalentMaps(left, right) : left === right;
  }
  if (left.length !== right.length) return false;
  const sameElement = (one: Value, other: Value | undefined): boolean =>
    field.fields && isObject(one) && isObject(other) ? equivalentObjects(field.fields, one, other) : one === other;
  if (field.type === "list") return left.every((item, index) => sameElement(item, right[index]));
  return (
    left.every((item) => right.some((other) => sameElement(item, other))) &&
    right.every((item) => left.some((other) => sameElement(other, item)))
  );
}

const equivalentMaps = (left: ValueObject, right: ValueObject): boolean =>
  Object.keys(left).length === Object.keys(right).length &&
  Object.keys(left).every(
    (key) =>
      Object.hasOwn(right, key) &&
      (left[key] === right[key] || (isZero(left[key]) === isZero(right[key]) && isZero(left[key]))),
  );

/**
 * Settles null against empty: `target` is what the provider says, `source` what was there or asked before. `applied`
 * means that `target` comes from an apply, not from a read or a plan.
 */
export function settleNulls(fields: Fields, target: ValueObject, source: ValueObject, applied: boolean): ValueObject {
  return mapFields(fields, (name, field) => settle(field, target[name] ?? null, source[name] ?? null, applied));
}

function settle(field: Field, target: Value, source: Value, applied: boolean): Value {
  if (source === UNKNOWN) return target === null && !applied ? source : target;
  const isCollection = field.type === "list" || field.type === "set" || field.type === "map";
  if (isCollection && applied) {
    const isEmpty = (value: Value): boolean => value !== null && isZero(value);
    if ((source === null && isEmpty(target)) || (target === null && isEmpty(source))) return source;
  }
  if (source === null || target === UNKNOWN) return target;
  switch (field.type) {
    case "map":
      return settleMap(target, source, applied);
    case "set":
      return applied && isWhollyKnown(source) ? source : target;
    case "list":
      return settleList(field, target, itemsOf(source), applied);
    case "string":
      return target === null && source === "" ? source : target;
    default:
      return target;
  }
}

function settleMap(target: Value, source: Value, applied: boolean): Value {
  const entries = objectOf(target);
  if (Object.keys(entries).length === 0) return target === null && applied && isWhollyKnown(source) ? source : target;
  const before = objectOf(source);
  return Object.fromEntries(
    Object.entries(entries).map(([key, value]) => {
      const known = before[key];
      return [
        key,
        (value === UNKNOWN || (value === null && known === "")) && known !== undefined && known !== null
          ? known
          : value,
      ];
    }),
  );
}

function settleList(field: Field, target: Value, source: readonly Value[], applied: boolean): Value {
  if (target === null) {
    return !applied && source.every((item) => item === UNKNOWN) ? [...source] : target;
  }
  const elements = itemsOf(target);
  if (elements.length !== source.length) return target;
  const { fields } = field;
  return elements.map((item, index) => {
    const before = source[index] ?? null;
    if (fields && isObject(item) && isObject(before)) return settleNulls(fields, item, before, applied);
    return item === null && (before === "" || (before === UNKNOWN && !applied)) ? before : item;
  });
}
