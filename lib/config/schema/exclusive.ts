import type { z } from "zod";

/**
 * The object with the rule that exactly one of two keys is written, for zod and for the JSON Schema alike.
 * The rule is judged even when other keys of the object are wrong, so that all problems show at once.
 */
export function exactlyOneOf<Shape extends z.core.$ZodLooseShape>(
  object: z.ZodObject<Shape, z.core.$strict>,
  keys: readonly [string, string],
  hint: string,
): z.ZodObject<Shape, z.core.$strict> {
  const [first, second] = keys;
  const isObject = ({ value }: { value: unknown }) => typeof value === "object" && value !== null;
  return object
    .refine((value) => first in value || second in value, {
      when: isObject,
      params: { code: "SPC011", gaps: keys, hint },
      error: `${first} or ${second} is missing`,
    })
    .refine((value) => !(first in value && second in value), {
      when: isObject,
      path: [second],
      params: { code: "SPC013", gaps: [second], hint },
      error: `${second} does not go with ${first}`,
    })
    .meta({ oneOf: keys.map((key) => ({ required: [key], properties: { [key]: {} } })) });
}

/** The record with the rule that it holds exactly one key, for zod and for the JSON Schema alike. */
export function exactlyOneKey<Value extends z.core.SomeType>(
  record: z.ZodRecord<z.ZodString, Value>,
  hint: string,
): z.ZodRecord<z.ZodString, Value> {
  return record
    .refine((value) => Object.keys(value).length > 0, {
      params: { code: "SPC011", hint },
      error: "nothing is written here",
    })
    .refine((value) => Object.keys(value).length < 2, {
      params: { code: "SPC013", hint },
      error: "only one of these can be used",
    })
    .meta({ minProperties: 1, maxProperties: 1 });
}
