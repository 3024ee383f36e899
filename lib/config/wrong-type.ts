import { stringify } from "yaml";
import { either, quoted } from "../domain/words";
import type { JsonSchema } from "./schema/json-schema";
import { optionsOf, schemaAt } from "./schema/look-up";
import { holdsSecret } from "../domain/secrets";
import type { Item, Path } from "./yaml/item";

interface Words {
  readonly message: string;
  readonly hint: string;
}

const typeNames: ReadonlyMap<string | undefined, string> = new Map([
  ["array", "a list"],
  ["boolean", "true or false"],
  ["integer", "a whole number"],
  ["number", "a number"],
  ["object", "a map of keys"],
  ["string", "text"],
]);

/** Texts that no number becomes by quotes: names, versions, durations and the like. */
const needMoreThanQuotes = new Set([
  "address",
  "digest",
  "host",
  "interval",
  "locale",
  "location",
  "modelId",
  "models",
  "registry",
  "startPeriod",
  "timeout",
  "version",
  "voice",
]);

/** What to say of a value of another type than its place takes, and with what the rest is planned instead. */
export function wrongType(item: Item, path: Path): Words & { readonly instead?: unknown } {
  const options = optionsOf(schemaAt(path));
  return {
    message: `${written(item, path)}, but ${either(typesOf(options))} is expected`,
    hint: requoted(item, path, options) ?? `write ${goodValues(path)}`,
    instead: insteadOf(item, options),
  };
}

function typesOf(options: readonly JsonSchema[]): readonly string[] {
  return [...new Set(options.map(({ type }) => typeNames.get(type) ?? "another value"))];
}

/** A place that is written counts as written, though wrong: an empty map, or the value as text. */
function insteadOf({ content }: Item, options: readonly JsonSchema[]): unknown {
  if (options.some(({ type }) => type === "object")) {
    return {};
  }
  const isWritten = content.kind === "scalar" && content.value !== null;
  return isWritten && options.some(({ type }) => type === "string") ? content.text : undefined;
}

/** What to say of a required key that is not written. */
export function missingKey(path: Path): Words {
  return { message: "this key is missing", hint: `add ${String(path.at(-1))}: ${goodValues(path)}` };
}

/** Places at which people write a secret where a word belongs that says that there is one. */
const besideSecrets = new Set(["applicationInsights", "authenticated"]);

function written({ content }: Item, path: Path): string {
  if (content.kind !== "scalar") {
    return content.kind === "map" ? "a map of keys is written here" : "a list is written here";
  }
  if (content.value === null) {
    return "nothing is written here";
  }
  if (holdsSecret(content.text) || besideSecrets.has(String(path.at(-1)))) {
    return "something else is written here";
  }
  return typeof content.value === "string"
    ? `${quoted(content.text)} is text`
    : `${content.text} is a ${typeof content.value}`;
}

/** Often only the quotes are wrong: the tag `4.10` is a number, the port `"5000"` is text. */
function requoted({ content }: Item, path: Path, options: readonly JsonSchema[]): string | undefined {
  if (content.kind !== "scalar") {
    return undefined;
  }
  const takes = (...types: readonly string[]) =>
    options.some(({ type = "", enum: words }) => !words && types.includes(type));
  if (typeof content.value === "number" && takes("string") && quotesAreEnough(path) && !takes("number", "integer")) {
    return `put it in quotes: ${JSON.stringify(content.text)}`;
  }
  const isNumber =
    typeof content.value === "string" && content.value.trim() !== "" && Number.isFinite(Number(content.value));
  return isNumber && takes("number", "integer") ? `write it without quotes: ${content.value}` : undefined;
}

function quotesAreEnough(path: Path): boolean {
  const isDeployment = path.length === 1 && path[0] === "name";
  return !isDeployment && !needMoreThanQuotes.has(String(path.at(-1)));
}

/** The words that a place takes, and an example of what else it takes. */
export function goodValues(path: Path): string {
  const schema = schemaAt(path);
  const options = optionsOf(schema);
  if (options.some(({ type }) => type === "boolean")) {
    return "true or false";
  }
  const words = options.flatMap((option) => option.enum ?? []).map(inYaml);
  const others = options.filter((option) => option.enum === undefined);
  if (others.length === 0) {
    return either(words);
  }
  const [example] = [schema, ...options].flatMap((option) => option?.examples ?? []);
  const more = example === undefined ? typesOf(others) : [`something like ${inYaml(example)}`];
  return either([...words, ...more]);
}

function inYaml(value: unknown): string {
  return stringify(value, { collectionStyle: "flow", lineWidth: 0 }).trim();
}
