/**
 * Values as the providers' SDK sees them: what is absent, what is zero, which elements of a set are one. Most oddities of
 * the real providers' plans come from here, so it follows the SDK even where that surprises.
 */
import type { Field, Fields } from "./schema";
import { isObject, isWhollyKnown, itemsOf, objectOf, textOf, UNKNOWN, type Value, type ValueObject } from "./value";

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

/** An object with one member for each field. */
export const mapFields = (fields: Fields, each: (name: string, field: Field) => Value): ValueObject =>
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
