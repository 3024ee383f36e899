import type { Problem, SourcePlace } from "../domain";
import { quoted } from "../domain/words";
import { ordered } from "./order";
import { formatPath } from "./path";
import { valueOf, type Item, type Path } from "./yaml/item";
import { placeOf } from "./yaml/locate";
import { readYaml } from "./yaml/read";

/** What `check` is told beside the plan: waivers, and settings of rules. */
export interface ChecksFile {
  readonly problems: readonly Problem[];
  readonly waivers: readonly WrittenWaiver[];
  /** By rule id. */
  readonly options: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export interface WrittenWaiver {
  readonly rule: string;
  readonly address: string;
  readonly reason?: string;
  /** The last day on which it holds: `2027-01-31`. */
  readonly expires?: string;
  readonly source: SourcePlace;
}

const KEYS = ["options", "waivers"];
const WAIVER_KEYS = ["address", "expires", "reason", "rule"] as const;
const DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const NOTHING = { waivers: [], options: {} };

/** Judges the text of a checks file. Never throws: whatever is wrong with it is a problem with its place. */
export function parseChecksFile(text: string, file: string): ChecksFile {
  const { root, problems } = readYaml(text.replace(/^\uFEFF/, ""), file);
  if (problems.length > 0) return { ...NOTHING, problems: ordered(problems) };
  if (root === undefined) return { ...NOTHING, problems: [] };
  const found: Problem[] = [];
  const top = mapOf(root, [], found);
  refuseUnknown(top, KEYS, [], found);
  const list = top.get("waivers");
  const items = list === undefined ? [] : listOf(list, ["waivers"], found);
  const waivers = items.flatMap((item, index) => waiverOf(item, ["waivers", index], found));
  const options = [...mapOf(top.get("options"), ["options"], found)].map(([rule, item]) => {
    mapOf(item, ["options", rule], found);
    return [rule, valueOf(item) as Readonly<Record<string, unknown>>] as const;
  });
  return { problems: ordered(found), waivers, options: Object.fromEntries(options) };
}

function waiverOf(item: Item, path: Path, found: Problem[]): readonly WrittenWaiver[] {
  const entries = mapOf(item, path, found);
  refuseUnknown(entries, WAIVER_KEYS, path, found);
  const text = (key: (typeof WAIVER_KEYS)[number]) => textOf(entries.get(key), [...path, key], found);
  const [rule, address, reason, expires] = [text("rule"), text("address"), text("reason"), text("expires")];
  for (const [key, value] of [
    ["rule", rule],
    ["address", address],
  ] as const) {
    if (!entries.has(key)) report(found, "SPC011", item, path, `${key} is missing`, `add ${key}: to the waiver`);
    else if (value === "") report(found, "SPC012", item, [...path, key], `${key} is empty`, `write what it is about`);
  }
  const day = entries.get("expires");
  if (day !== undefined && expires !== undefined && !isDay(expires)) {
    const message = `${quoted(expires)} is not a day`;
    report(found, "SPC012", day, [...path, "expires"], message, "write it as 2027-01-31, the last day that counts");
  }
  if (rule === undefined || address === undefined) return [];
  return [{ rule, address, reason, expires, source: placeOf(item) }];
}

/** A day of the calendar: no 31st of February. */
function isDay(text: string): boolean {
  return DAY.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

function textOf(item: Item | undefined, path: Path, found: Problem[]): string | undefined {
  if (item === undefined) return undefined;
  const { content } = item;
  if (content.kind === "scalar" && content.value !== null) return content.text.replace(/^(["'])(.*)\1$/s, "$2");
  report(found, "SPC012", item, path, "this is not text", "write one line of text");
  return undefined;
}

function mapOf(item: Item | undefined, path: Path, found: Problem[]): ReadonlyMap<string, Item> {
  if (item === undefined) return new Map();
  if (item.content.kind === "map") return item.content.entries;
  report(found, "SPC012", item, path, "this is not a map of keys", "write keys with values below it");
  return new Map();
}

function listOf(item: Item, path: Path, found: Problem[]): readonly Item[] {
  if (item.content.kind === "list") return item.content.entries;
  report(found, "SPC012", item, path, "this is not a list", "write each waiver with a dash before it");
  return [];
}

function refuseUnknown(
  entries: ReadonlyMap<string, Item>,
  known: readonly string[],
  path: Path,
  found: Problem[],
): void {
  for (const [key, item] of entries) {
    if (known.includes(key)) continue;
    const message = `${quoted(key)} is not a key that is read here`;
    report(found, "SPC010", item, [...path, key], message, `the keys are ${known.join(", ")}`);
  }
}

function report(
  found: Problem[],
  code: "SPC010" | "SPC011" | "SPC012",
  item: Item,
  path: Path,
  message: string,
  hint: string,
): void {
  const source = code === "SPC010" ? (item.keyPlace ?? item.place) : placeOf(item);
  found.push({ code, level: "error", path: formatPath(path), message, hint, source });
}
