import { knownLocales } from "../catalogue/locales";
import type { FunctionEdition, FunctionEntry } from "../catalogue/types";
import { closest } from "../nearest";
import { type Place, type Report, below } from "../report";
import type { ContainerRequest } from "../request";
import { type Served, findRelease, previewOf, renamedVoice, servedBy, slugsOf, versionsServing } from "../served";
import { renderTag } from "../tag";
import { quoted } from "../words";

/** A locale or voice that a container of one version asks for. */
interface Wish {
  readonly key: "locale" | "voice";
  readonly given: string;
  readonly entry: FunctionEntry;
  readonly edition: FunctionEdition;
  readonly version: string;
}

const FORMS = {
  locale: /^([a-z]{2,3}-[A-Z]{2})$/,
  voice: /^([a-z]{2,3}-[A-Z]{2})-[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/,
} as const;

const UNKNOWN = { locale: "SPC101", voice: "SPC102" } as const;

/** The locale or voice; undefined if no image of the version is known for it. */
export function judgeServed(
  wish: Wish,
  { digest }: ContainerRequest,
  place: Place,
  report: Report,
): Served | undefined {
  const { key, given, entry, edition, version } = wish;
  const wishPlace = below(place, key);
  const subject = `${entry.name} ${version}`;
  const newName = renamedVoice(given, edition, version);
  if (newName !== undefined) {
    report.error("SPC118", wishPlace, `${quoted(given)} is called ${newName} in ${subject}`, `write ${newName}`);
    return undefined;
  }
  const listed = listedBy(edition, version);
  const exact = listed.find(({ name }) => name === given);
  if (exact !== undefined) {
    return exact;
  }
  const known = listed.length > 0 ? listed : edition.releases.flatMap(servedBy);
  const lowerCase = given.toLowerCase().replaceAll("_", "-");
  const otherCase = known.find(({ name }) => name.toLowerCase() === lowerCase);
  if (otherCase !== undefined && otherCase.name !== given) {
    const message = `${quoted(given)} is not how the ${key} is written`;
    report.error("SPC116", wishPlace, message, `write ${otherCase.name}`);
    return undefined;
  }
  const elsewhere = findElsewhere(edition, given);
  const unlisted = elsewhere ?? servedByForm(key, given);
  const near = describeNearest(wish, known);
  if (unlisted !== undefined && digest !== undefined) {
    const message = `nobody checked that ${subject} has ${quoted(given)}`;
    report.warning("SPC124", wishPlace, message, `the digest says which image runs; ${near}`);
    return unlisted;
  }
  const pin = (served: Served) => `${near}; or pin it with tag: ${tagOf(edition, version, served)}`;
  if (unlisted !== undefined && isOpen(edition, version)) {
    report.error("SPC125", wishPlace, `${subject} is not known to have ${quoted(given)}`, pin(unlisted));
  } else {
    const message = `${quoted(given)} is not a ${key} of ${subject}`;
    report.error(UNKNOWN[key], wishPlace, message, elsewhere === undefined ? near : pin(elsewhere));
  }
  return undefined;
}

/** The tag of a version's image for a locale or voice. */
export function tagOf(edition: FunctionEdition, version: string, served: Served): string {
  const preview = previewOf(edition, version) === "always" || served.preview;
  return renderTag({ version, ...slugsOf(served), preview });
}

function listedBy(edition: FunctionEdition, version: string): readonly Served[] {
  const release = findRelease(edition, version);
  return release === undefined ? [] : servedBy(release);
}

function findElsewhere({ releases }: FunctionEdition, given: string): Served | undefined {
  const isGiven = ({ name }: Served): boolean => name === given;
  const release = releases.find((one) => servedBy(one).some(isGiven));
  return release === undefined ? undefined : servedBy(release).find(isGiven);
}

/** Whether the version may have more than what is listed. */
function isOpen(edition: FunctionEdition, version: string): boolean {
  return findRelease(edition, version)?.partial === true || listedBy(edition, version).length === 0;
}

/** What is in no list at all, but can stand in a tag. */
function servedByForm(key: Wish["key"], given: string): Served | undefined {
  const isKnown = key === "locale" && knownLocales.get(given.toLowerCase()) === given;
  const [, locale] = isKnown ? [given, given] : (FORMS[key].exec(given) ?? []);
  return locale === undefined ? undefined : { name: given, locale, preview: false };
}

const MOST_VERSIONS = 2;

/** The nearest known pairs: the same name in other versions, else other names of this version. */
function describeNearest({ key, given, edition, version }: Wish, known: readonly Served[]): string {
  const versions = versionsServing(edition, given, version).slice(0, MOST_VERSIONS);
  if (versions.length > 0) {
    return `nearest: ${versions.map((one) => `${given} in ${one}`).join(", ")}`;
  }
  const names = [...new Set(known.map(({ name }) => name))];
  return `nearest: ${(key === "locale" ? nearestLocales(given, names) : nearestVoices(given, names)).join(", ")}`;
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

/** Voices whose name has the given word in it first: people leave the locale or `Neural` out. */
function nearestVoices(given: string, names: readonly string[]): readonly string[] {
  const containing = given.length < 3 ? [] : names.filter((name) => name.toLowerCase().includes(given.toLowerCase()));
  return closest(given, containing.length > 0 ? containing : names);
}
