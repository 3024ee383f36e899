import { knownLocales } from "../catalogue/locales";
import type { FunctionEdition, FunctionEntry, Release, Voice } from "../catalogue/types";
import { closest } from "../nearest";
import { type Place, type Report, below } from "../report";
import type { ContainerRequest } from "../request";
import { isOlder } from "../versions";
import { quoted } from "../words";

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reports a locale, voice or model id that the function has no use for. */
export function judgeForbidden(entry: FunctionEntry, request: ContainerRequest, place: Place, report: Report): void {
  for (const key of ["locale", "voice", "modelId"] as const) {
    if (request[key] !== undefined && key !== SERVING_KEYS[entry.serves]) {
      report.error("SPC112", below(place, key), `${key} is not a setting of ${entry.name}`, whyForbidden(entry, key));
    }
  }
}

const SERVING_KEYS = { locale: "locale", voice: "voice", model: "modelId", "any language": undefined } as const;

function whyForbidden({ name, serves }: FunctionEntry, key: "locale" | "voice" | "modelId"): string {
  switch (serves) {
    case "model":
      return "delete this line; the model decides locale and voice";
    case "voice":
      return key === "locale"
        ? "delete this line; the locale is part of the voice's name"
        : "delete this line, or use a custom function";
    case "locale":
      return key === "modelId" ? `delete this line, or use custom-${name}` : "delete this line; it has no voices";
    case "any language":
      return "delete this line; one image serves every language";
  }
}

/** The model id of a custom container; undefined if it is missing or wrong. */
export function judgeModelId(request: ContainerRequest, place: Place, report: Report): string | undefined {
  const { modelId } = request;
  if (modelId === undefined) {
    report.error(
      "SPC110",
      below(place, "modelId"),
      `${request.function} needs the id of a model`,
      "add modelId: with the id that the model's page in the portal shows",
    );
    return undefined;
  }
  if (!GUID.test(modelId)) {
    report.error(
      "SPC111",
      below(place, "modelId"),
      `${quoted(modelId)} is not a GUID`,
      "copy the id from the model's page, such as 11111111-2222-3333-4444-555555555555",
    );
    return undefined;
  }
  return modelId;
}

/** The releases in which a version's locales and voices are looked up: its own, or all if it is not in the catalogue. */
function releasesFor(entry: FunctionEdition, version: string): readonly Release[] {
  return isKnown(entry, version) ? entry.releases.filter((release) => release.version === version) : entry.releases;
}

function isKnown({ releases }: FunctionEdition, version: string): boolean {
  return releases.some((release) => release.version === version);
}

/** Nobody can say what an unknown version has: what is written there is taken, if it can stand in a tag. */
function warnUnchecked(given: string, near: readonly string[], subject: string, place: Place, report: Report): void {
  const message = `nobody checked that ${subject} has ${quoted(given)}`;
  report.warning("SPC124", place, message, `nearest: ${near.join(", ")}; or pin the tag: of an image that you know`);
}

const LOCALE_FORM = /^[a-z]{2,3}-[A-Z]{2}$/;
const VOICE_FORM = /^([a-z]{2,3}-[A-Z]{2})-[A-Za-z0-9]+$/;

/** The locale in its canonical spelling; undefined if no image of the version is known for it. */
export function judgeLocale(
  given: string,
  entry: FunctionEdition,
  version: string,
  subject: string,
  place: Place,
  report: Report,
): string | undefined {
  const known = [...new Set(releasesFor(entry, version).flatMap(({ locales }) => locales ?? []))];
  if (known.includes(given)) {
    return given;
  }
  const canonical = knownLocales.get(given.toLowerCase().replaceAll("_", "-"));
  if (canonical !== undefined && known.includes(canonical)) {
    report.error("SPC116", place, `${quoted(given)} is not how the locale is written`, `write ${canonical}`);
  } else {
    const near = nearestLocales(given, known);
    if (!isKnown(entry, version) && LOCALE_FORM.test(given)) {
      warnUnchecked(given, near, subject, place, report);
      return given;
    }
    const message = `${quoted(given)} is not a locale of ${subject}`;
    report.error("SPC101", place, message, `nearest: ${near.join(", ")}`);
  }
  return undefined;
}

/** Regions that people write by another name than the standard's. */
const REGION_ALIASES: ReadonlyMap<string, string> = new Map([["uk", "gb"]]);

/** Locales of the same language first: `en-UK` is nearer to `en-GB` than to `uk-UA`. */
function nearestLocales(given: string, known: readonly string[]): readonly string[] {
  const [language = "", region = ""] = given.slice(0, 20).toLowerCase().split(/[-_]/);
  const meant = `${language}-${REGION_ALIASES.get(region) ?? region}`;
  const sameLanguage = known.filter((locale) => locale.toLowerCase().startsWith(`${language}-`));
  return closest(meant, sameLanguage.length > 0 ? sameLanguage : known);
}

/** The voice; undefined if no image of the version is known for it. */
export function judgeVoice(
  given: string,
  entry: FunctionEdition,
  version: string,
  subject: string,
  place: Place,
  report: Report,
): Voice | undefined {
  const newName = renamedVoice(given, entry, version);
  if (newName !== undefined) {
    report.error("SPC118", place, `${quoted(given)} is called ${newName} in ${subject}`, `write ${newName}`);
    return undefined;
  }
  const known = releasesFor(entry, version).flatMap(({ voices }) => voices ?? []);
  const exact = known.find(({ name }) => name === given);
  if (exact !== undefined) {
    return exact;
  }
  const otherCase = known.find(({ name }) => name.toLowerCase() === given.toLowerCase());
  if (otherCase !== undefined) {
    report.error("SPC116", place, `${quoted(given)} is not how the voice is written`, `write ${otherCase.name}`);
  } else {
    const near = nearestVoices(given, known);
    const [, locale] = VOICE_FORM.exec(given) ?? [];
    if (!isKnown(entry, version) && locale !== undefined) {
      warnUnchecked(given, near, subject, place, report);
      return { name: given, locale, preview: false };
    }
    const message = `${quoted(given)} is not a voice of ${subject}`;
    report.error("SPC102", place, message, `nearest: ${near.join(", ")}`);
  }
  return undefined;
}

/** What a voice is called in a version from which on it has another name. */
export function renamedVoice(name: string, entry: FunctionEdition, version: string): string | undefined {
  return entry.releases
    .filter((release) => !isOlder(version, release.version))
    .flatMap(({ renamed }) => Object.entries(renamed ?? {}))
    .find(([old]) => old.toLowerCase() === name.toLowerCase())?.[1];
}

/** Voices whose name has the given word in it first: people leave the locale or `Neural` out. */
function nearestVoices(given: string, voices: readonly Voice[]): readonly string[] {
  const names = [...new Set(voices.map(({ name }) => name))];
  const containing = given.length < 3 ? [] : names.filter((name) => name.toLowerCase().includes(given.toLowerCase()));
  return closest(given, containing.length > 0 ? containing : names);
}
