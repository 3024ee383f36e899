import { type SettingKind, containerSettings } from "../catalogue/container-settings";
import type { FunctionName } from "../catalogue";
import { parseDuration } from "../duration";
import { isHostName } from "../engine-host";
import type { SettingValue } from "../plan";
import { type Place, type Report, below } from "../report";
import type { SettingsRequest } from "../request";
import { isOlder } from "../versions";
import { either, quoted } from "../words";

/** Good settings by key: what the container is told, or `off`, which takes away what stands above. */
export type JudgedSettings = ReadonlyMap<string, SettingValue | "off">;

/** Judges the values of settings, wherever they are written: for all containers, for a site, for one container. */
export function judgeSettings(request: SettingsRequest | undefined, place: Place, report: Report): JudgedSettings {
  const judged = new Map<string, SettingValue | "off">();
  for (const { value: setting } of containerSettings) {
    const given = valueAt(request, setting.key);
    const value = given === undefined ? undefined : judgeValue(given, setting.value);
    if (value !== undefined) {
      judged.set(setting.key, value);
    } else if (given !== undefined) {
      const { what, hint } = wordsOf(given, setting.value);
      report.error("SPC280", belowKey(place, setting.key), `${quoted(String(given))} is not ${what}`, hint);
    }
  }
  return judged;
}

/** What the settings of one container are chosen for. */
export interface SettingsContext {
  readonly functionName: FunctionName;
  /** Undefined: nobody knows, so nothing is too new for it. */
  readonly version: string | undefined;
  readonly above: JudgedSettings;
}

/**
 * The settings of a container: its own and, where they fit its function and version, those from above. What it has
 * itself has to fit.
 */
export function chooseSettings(
  { functionName, version, above }: SettingsContext,
  own: JudgedSettings,
  place: Place,
  report: Report,
): ReadonlyMap<string, SettingValue> {
  const chosen = new Map<string, SettingValue>();
  for (const { value: setting } of containerSettings) {
    const { key, since, functions } = setting;
    const isOwn = own.has(key);
    const value = own.get(key) ?? above.get(key);
    if (value === undefined || value === "off") {
      continue;
    }
    const first = since?.[functionName];
    if (functions?.includes(functionName) === false) {
      if (isOwn) {
        const message = `${key} is not a setting of ${functionName}`;
        report.error("SPC281", belowKey(place, key), message, `delete this line; it is one of ${either(functions)}`);
      }
    } else if (first !== undefined && version !== undefined && isOlder(version, first)) {
      if (isOwn) {
        const message = `${functionName} has ${key} since ${first}, and this is ${version}`;
        report.error("SPC282", belowKey(place, key), message, `use version ${first} or later, or delete this line`);
      }
    } else {
      chosen.set(key, value);
    }
  }
  judgeNeeds(chosen, place, report);
  return chosen;
}

function judgeNeeds(chosen: ReadonlyMap<string, SettingValue>, place: Place, report: Report): void {
  for (const { value: setting } of containerSettings) {
    const { key, needs } = setting;
    if (needs !== undefined && chosen.has(key) && !chosen.has(needs)) {
      report.error(
        "SPC283",
        belowKey(place, key),
        `${key} does nothing without ${needs}`,
        `add ${needs}, or delete this line`,
      );
    }
  }
}

type Given = string | number | boolean;

function valueAt(request: SettingsRequest | undefined, key: string): Given | undefined {
  const value = key
    .split(".")
    .reduce<unknown>(
      (part, step) => (typeof part === "object" && part !== null ? (part as Record<string, unknown>)[step] : undefined),
      request,
    );
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : undefined;
}

function belowKey(place: Place, key: string): Place {
  return key.split(".").reduce((parent, step) => below(parent, step), place);
}

const literal = (text: string): SettingValue => ({ kind: "literal", text });

function judgeValue(given: Given, kind: SettingKind): SettingValue | "off" | undefined {
  switch (kind.kind) {
    case "words":
      return kind.words.some((word) => word === given) ? literal(String(given)) : undefined;
    case "integer":
      return typeof given === "number" && isInRange(given, kind) ? literal(String(given)) : undefined;
    case "duration": {
      const milliseconds = typeof given === "string" ? parseDuration(given) : undefined;
      return milliseconds !== undefined && milliseconds >= 1 ? literal(String(Math.round(milliseconds))) : undefined;
    }
    case "boolean":
      return typeof given === "boolean" ? literal(String(given)) : undefined;
    case "host":
      return typeof given === "string" && isHostName(given) ? literal(given) : undefined;
    case "secret":
      return typeof given !== "boolean" ? undefined : given ? { kind: "secret", secret: kind.secret } : "off";
  }
}

function isInRange(given: number, { minimum, maximum = Infinity, also }: Extract<SettingKind, { kind: "integer" }>) {
  return Number.isSafeInteger(given) && ((given >= minimum && given <= maximum) || given === also?.value);
}

/** What a value of a kind is called, and which ones there are. */
function wordsOf(given: Given, kind: SettingKind): { readonly what: string; readonly hint: string } {
  switch (kind.kind) {
    case "words": {
      const near = kind.words.find((word) => word.toLowerCase().startsWith(String(given).toLowerCase()));
      const hint = `use ${either(kind.words)}${near === undefined ? "" : `; nearest: ${near}`}`;
      return { what: kind.words.length > 2 ? "a log level" : "a format", hint };
    }
    case "integer": {
      const { minimum, maximum, also, unit } = kind;
      const range = maximum === undefined ? `from ${minimum} upwards` : `from ${minimum} to ${maximum}`;
      const more = also === undefined ? "" : `, or ${also.value} for ${also.meaning}`;
      return {
        what: unit === undefined ? "a number that fits" : `a number of ${unit}`,
        hint: `write a whole number ${range}${more}`,
      };
    }
    case "duration":
      return { what: "a duration", hint: "write a number and h, m, s or ms, such as 30s" };
    case "boolean":
    case "secret":
      return { what: "true or false", hint: "write true or false" };
    case "host":
      return { what: "a host name", hint: "write a host name or an IPv4 address, without scheme and port" };
  }
}
