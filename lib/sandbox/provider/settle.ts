/**
 * How the SDK makes what a provider says fit what Terraform asked: null and empty, unknown and computed. It follows the
 * SDK's order of questions, on which the outcome depends.
 */
import { mapFields } from "./legacy";
import type { Field, Fields } from "./schema";
import {
  equalValues,
  isObject,
  isWhollyKnown,
  itemsOf,
  objectOf,
  UNKNOWN,
  type Value,
  type ValueObject,
} from "./value";

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

function equivalentMaps(left: ValueObject, right: ValueObject): boolean {
  const same = (one: Value | undefined, other: Value | undefined): boolean =>
    one === other || (isZero(one) && isZero(other));
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && same(left[key], right[key]))
  );
}

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
  const entries = Object.entries(objectOf(target));
  if (entries.length === 0) return target === null && applied && isWhollyKnown(source) ? source : target;
  const before = objectOf(source);
  const settled = entries.map(([key, value]): [string, Value] => {
    const known = before[key] ?? null;
    const isOpen = value === UNKNOWN || (value === null && known === "");
    return [key, isOpen && known !== null ? known : value];
  });
  return Object.fromEntries(settled);
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
