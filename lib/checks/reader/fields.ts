import { damaged } from "../refusal";
import type { Values } from "../plan-view";

/** A value of an untrusted document with its path, for saying what is wrong with it. */
export interface Field {
  readonly value: unknown;
  readonly path: string;
}

export function member({ value, path }: Field, key: string): Field {
  const record = recordOf({ value, path });
  const inner = Object.hasOwn(record, key) ? record[key] : undefined;
  return { value: inner, path: path === "" ? key : `${path}.${key}` };
}

export function recordOf({ value, path }: Field): Values {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw damaged(path, "is not an object");
  return value as Values;
}

export function optional<Value>(field: Field, read: (field: Field) => Value): Value | undefined {
  return field.value === undefined || field.value === null ? undefined : read(field);
}

export function textOfField({ value, path }: Field): string {
  if (typeof value !== "string") throw damaged(path, "is not text");
  return value;
}

export function flagOfField({ value, path }: Field): boolean {
  if (typeof value !== "boolean") throw damaged(path, "is neither true nor false");
  return value;
}

/** The elements of a list; absent: none. */
export function listOf(field: Field): readonly Field[] {
  if (field.value === undefined || field.value === null) return [];
  if (!Array.isArray(field.value)) throw damaged(field.path, "is not a list");
  return field.value.map((value: unknown, index) => ({ value, path: `${field.path}[${index}]` }));
}

/** The members of an object; absent: none. */
export function entriesOf(field: Field): readonly (readonly [string, Field])[] {
  if (field.value === undefined || field.value === null) return [];
  return Object.entries(recordOf(field)).map(([key, value]) => [key, { value, path: `${field.path}.${key}` }]);
}

export function textsOf(field: Field): readonly string[] {
  return listOf(field).map(textOfField);
}

export function oneOf<Word extends string>(words: readonly Word[]): (field: Field) => Word {
  return ({ value, path }) => {
    const word = words.find((each) => each === value);
    if (word === undefined) throw damaged(path, `is none of ${words.join(", ")}`);
    return word;
  };
}
