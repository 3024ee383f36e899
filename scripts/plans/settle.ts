const ENGINE_ID = /(?<!sha256:)\b[0-9a-f]{64}\b/g;
const KEY = /\b[A-Za-z0-9]{84}\b/g;
const TIME = /"timestamp":"[^"]*"/;
const SHORT_ID_LENGTH = 12;

/** Lists that Terraform gives in random order. */
const RANDOM_ORDER = new Set(["replace_paths", "relevant_attributes"]);

/** What a network gives out as containers come. */
const GIVEN_OUT: ReadonlyMap<string, string> = new Map([
  ["ip_address", "172.18.0.2"],
  ["mac_address", "02:42:ac:12:00:02"],
]);

/**
 * A plan that comes out the same in each run and holds no secret: the sandbox's random keys and ids become numbered
 * ones, the time and what networks give out are fixed, and lists in random order are sorted.
 */
export function settle(plan: object, folder: string): object {
  const sorted = JSON.stringify(plan, settleValue);
  const ids = numbered(sorted.match(ENGINE_ID) ?? [], (number) => number.toString(16).repeat(64).slice(0, 64));
  const keys = numbered(sorted.match(KEY) ?? [], (number) => `not-a-key-${number}`);
  const short = new Map([...ids].map(([id, other]) => [id.slice(0, SHORT_ID_LENGTH), other.slice(0, SHORT_ID_LENGTH)]));
  const text = sorted
    .replace(TIME, '"timestamp":"2026-11-25T00:00:00Z"')
    .replaceAll(ENGINE_ID, (id) => ids.get(id) ?? id)
    .replaceAll(/\b[0-9a-f]{12}\b/g, (id) => short.get(id) ?? id)
    .replaceAll(KEY, (key) => keys.get(key) ?? key)
    .replaceAll(folder, ".");
  return JSON.parse(text) as object;
}

function settleValue(name: string, value: unknown): unknown {
  if (RANDOM_ORDER.has(name) && Array.isArray(value)) {
    return value
      .map((item) => JSON.stringify(item))
      .sort()
      .map((item): unknown => JSON.parse(item));
  }
  return typeof value === "string" && value !== "" ? (GIVEN_OUT.get(name) ?? value) : value;
}

function numbered(found: readonly string[], name: (number: number) => string): ReadonlyMap<string, string> {
  return new Map([...new Set(found)].map((one, index) => [one, name(index + 1)]));
}
