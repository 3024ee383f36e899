import type { Path } from "../yaml/item";
import { configJsonSchema, type JsonSchema } from "./json-schema";

/** What the schema says of the value at a path; undefined where it knows no such place. */
export function schemaAt(path: Path): JsonSchema | undefined {
  let here: JsonSchema | undefined = configJsonSchema();
  for (const step of path) {
    here = optionsOf(here)
      .map((option) => childOf(option, step))
      .find((child) => child !== undefined);
  }
  return here;
}

/** The forms that a value can have, with references followed. */
export function optionsOf(schema: JsonSchema | undefined): readonly JsonSchema[] {
  if (schema?.$ref !== undefined) {
    return optionsOf(configJsonSchema().definitions?.[schema.$ref.replace("#/definitions/", "")]);
  }
  return (schema?.anyOf ?? schema?.allOf)?.flatMap(optionsOf) ?? (schema ? [schema] : []);
}

/** The keys that a map at this place can have, over all its forms; none where keys are names of the user's own. */
export function knownKeys(schema: JsonSchema | undefined): readonly string[] {
  return [...new Set(optionsOf(schema).flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

/** Whether the keys at this place are names of the user's own, such as those of containers and tags. */
export function hasFreeKeys(schema: JsonSchema | undefined): boolean {
  return optionsOf(schema).some(({ additionalProperties }) => additionalProperties);
}

/** Every place of the schema at which a key is known, such as `containers.<name>.port`. */
export function placesOfKey(key: string): readonly string[] {
  allPlaces ??= placesBelow(configJsonSchema(), "");
  return allPlaces.filter((place) => place === key || place.endsWith(`.${key}`));
}

let allPlaces: readonly string[] | undefined;

/** A path with the user's own names replaced as in {@link placesOfKey}. */
export function placePattern(path: Path): string {
  return path.map((step, index) => (hasFreeKeys(schemaAt(path.slice(0, index))) ? FREE_NAME : String(step))).join(".");
}

const FREE_NAME = "<name>";

function childOf({ properties = {}, additionalProperties, items }: JsonSchema, step: string | number) {
  if (typeof step === "number") {
    return items;
  }
  return Object.hasOwn(properties, step) ? properties[step] : additionalProperties || undefined;
}

function placesBelow(schema: JsonSchema, prefix: string): string[] {
  return optionsOf(schema).flatMap(({ properties = {}, additionalProperties }) => {
    const free = additionalProperties ? [[FREE_NAME, additionalProperties] as const] : [];
    return [...Object.entries(properties), ...free].flatMap(([key, child]) => {
      const place = prefix === "" ? key : `${prefix}.${key}`;
      return [place, ...placesBelow(child, place)];
    });
  });
}
