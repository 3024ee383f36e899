import { decode, encode, ExtData, ExtensionCodec } from "@msgpack/msgpack";

class Unknown {
  readonly isUnknown = true;
}

/** A value that is known only after apply. */
export const UNKNOWN = new Unknown();

/** A value of Terraform's type system; lists and sets are arrays, maps and objects are plain objects. */
export type Value = null | boolean | number | string | Unknown | Value[] | ValueObject;
export type ValueObject = { [name: string]: Value };

export const isObject = (value: Value | undefined): value is ValueObject =>
  typeof value === "object" && value !== null && value !== UNKNOWN && !Array.isArray(value);

/** An object, or an empty one for what is none. */
export const objectOf = (value: Value | undefined): ValueObject => (isObject(value) ? value : {});

/** The elements of a list or set; none for what is neither. */
export const itemsOf = (value: Value | undefined): readonly Value[] => (Array.isArray(value) ? value : []);

/** The only element of a block of which there is one at most. */
export const onlyBlock = (value: Value | undefined): ValueObject | undefined => {
  const [item] = itemsOf(value);
  return isObject(item) ? item : undefined;
};

/** A primitive as text; `""` for what has none. */
export const textOf = (value: Value | undefined): string =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : "";

/** What the protocol puts in place of an unknown value: extension 0; 12 is an unknown with refinements. */
const UNKNOWN_EXTENSION = new ExtData(0, new Uint8Array([0]));

const extensions = new ExtensionCodec();
for (const type of [0, 12]) {
  extensions.register({ type, encode: () => null, decode: () => UNKNOWN });
}

const toWire = (value: Value): unknown => {
  if (value === UNKNOWN) return UNKNOWN_EXTENSION;
  if (Array.isArray(value)) return value.map(toWire);
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, toWire(inner)]));
  return value;
};

export const encodeValue = (value: Value): Buffer => Buffer.from(encode(toWire(value), { extensionCodec: extensions }));

/** Decodes a `DynamicValue`; an absent one is null. */
export function decodeValue(dynamic: { msgpack?: Uint8Array; json?: Uint8Array } | null | undefined): Value {
  if (dynamic?.msgpack?.length) return decode(dynamic.msgpack, { extensionCodec: extensions }) as Value;
  if (dynamic?.json?.length) return JSON.parse(Buffer.from(dynamic.json).toString("utf8")) as Value;
  return null;
}

export function isWhollyKnown(value: Value): boolean {
  if (value === UNKNOWN) return false;
  if (Array.isArray(value)) return value.every(isWhollyKnown);
  return !isObject(value) || Object.values(value).every(isWhollyKnown);
}

/** Equality of lists by position and of objects by name; unknown values are equal to each other. */
export function equalValues(left: Value | undefined, right: Value | undefined): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => equalValues(item, right[index]));
  }
  if (isObject(left) && isObject(right)) {
    const names = Object.keys(left);
    return (
      names.length === Object.keys(right).length &&
      names.every((name) => Object.hasOwn(right, name) && equalValues(left[name], right[name]))
    );
  }
  return left === right;
}
