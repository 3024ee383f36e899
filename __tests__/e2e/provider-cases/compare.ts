import type { Json, JsonObject, RecordedDiagnostic } from "./recorded";

/** What placeholders stood for so far, by placeholder. */
export type Bindings = Map<string, string>;

export interface Difference {
  readonly at: string;
  readonly recorded: unknown;
  readonly found: unknown;
}

const PLACEHOLDER = /<[a-z][a-z0-9]*(?::[^<>]*|\.regenerated(?::[^<>]*)?)?>/g;

const HEXADECIMAL = "[0-9a-f]{12,64}";

/** What a placeholder may stand for; with a colon it stands for one thing in all of a case. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^<(id|image|shortid)\b/, HEXADECIMAL],
  [/^<key[12]/, "[A-Za-z0-9]{32,}"],
  [/^<ip>/, "\\d{1,3}(?:\\.\\d{1,3}){3}"],
  [/^<mac>/, "[0-9a-f]{2}(?::[0-9a-f]{2}){5}"],
  [/^<(prefix|port)>/, "\\d+"],
];

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const isLasting = (placeholder: string): boolean => /^<(id:|image:|shortid:|key[12])/.test(placeholder);

/** Ids are told in short as well, so one has to begin with the other. */
const agree = (one: string, other: string): boolean => one.startsWith(other) || other.startsWith(one);

function bind(bindings: Bindings, placeholder: string, value: string): boolean {
  if (!isLasting(placeholder)) return true;
  const name = placeholder.replace("<shortid:", "<id:");
  const bound = bindings.get(name);
  if (bound === undefined || (agree(bound, value) && value.length > bound.length)) bindings.set(name, value);
  return bound === undefined || agree(bound, value);
}

/** Whether a text is the recorded one but for placeholders. */
export function sameText(recorded: string, found: string, bindings: Bindings): boolean {
  const placeholders = recorded.match(PLACEHOLDER) ?? [];
  if (placeholders.length === 0) return recorded === found;
  const literals = recorded.split(PLACEHOLDER).map(quote);
  const pattern = placeholders.map((placeholder, index) => {
    const known = PATTERNS.find(([name]) => name.test(placeholder));
    return `${literals[index] ?? ""}(${known?.[1] ?? ".+?"})`;
  });
  const match = new RegExp(`^${pattern.join("")}${literals.at(-1) ?? ""}$`, "s").exec(found);
  return (
    match !== null && placeholders.every((placeholder, index) => bind(bindings, placeholder, match[index + 1] ?? ""))
  );
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** All differences of two values, by path. */
export function differences(
  recorded: Json | undefined,
  found: Json | undefined,
  bindings: Bindings,
  at = "",
): Difference[] {
  if (Array.isArray(recorded) && Array.isArray(found) && recorded.length === found.length) {
    return recorded.flatMap((item, index) => differences(item, found[index], bindings, `${at}[${index}]`));
  }
  if (isObject(recorded) && isObject(found)) {
    const names = [...new Set([...Object.keys(recorded), ...Object.keys(found)])].sort();
    return names.flatMap((name) =>
      differences(recorded[name], found[name], bindings, at === "" ? name : `${at}.${name}`),
    );
  }
  const isSame =
    typeof recorded === "string" && (typeof found === "string" || typeof found === "number")
      ? sameText(recorded, String(found), bindings)
      : recorded === found;
  return isSame ? [] : [{ at, recorded, found }];
}

const withoutHint = (text: string): string => text.replace(/ Did you mean "[^"]*"\?$/, "");

/** A crash of the plugin is told in one of two ways, as it happens. */
const crashless = ({ summary, detail, ...rest }: RecordedDiagnostic): RecordedDiagnostic =>
  summary === "Request cancelled" || summary === "Plugin did not respond"
    ? { ...rest, summary: "Plugin did not respond", detail: "" }
    : { ...rest, summary, detail: withoutHint(detail) };

/** Compares as sets: each recorded diagnostic has to have a partner of its own. */
export function diagnosticDifferences(
  recorded: readonly RecordedDiagnostic[],
  found: readonly RecordedDiagnostic[],
  bindings: Bindings,
  at: string,
): Difference[] {
  const left = found.map(crashless);
  const missing = recorded.map(crashless).filter((wanted) => {
    const index = left.findIndex(
      (candidate) =>
        candidate.severity === wanted.severity &&
        candidate.address === wanted.address &&
        sameText(wanted.summary, candidate.summary, bindings) &&
        sameText(wanted.detail, candidate.detail, bindings),
    );
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  return missing.length + left.length === 0 ? [] : [{ at, recorded: missing, found: left }];
}

/** Operations that do not depend on each other may come in any order. */
export function orderDifferences(
  recorded: readonly string[],
  found: readonly string[],
  dependsOn: (address: string, other: string) => boolean,
): Difference[] {
  const sorted = (order: readonly string[]): string => [...order].sort().join("; ");
  if (sorted(recorded) !== sorted(found)) return [{ at: "apply.order", recorded, found }];
  const addressOf = (operation: string): string => operation.split(" ")[1] ?? "";
  const swapped = recorded.flatMap((first, index) =>
    recorded
      .slice(index + 1)
      .filter((second) => {
        const [one, other] = [addressOf(first), addressOf(second)];
        const isTied = one === other || dependsOn(one, other) || dependsOn(other, one);
        return isTied && found.indexOf(first) > found.indexOf(second);
      })
      .map((second): Difference => ({ at: "apply.order", recorded: [first, second], found: [second, first] })),
  );
  return swapped;
}
