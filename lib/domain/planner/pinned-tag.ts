import { knownLocales, spellLocale } from "../catalogue/locales";
import type { FunctionEdition } from "../catalogue/types";
import { isTag } from "../image";
import { knownTags } from "../known-images";
import { type Place, type Report, below } from "../report";
import type { ContainerRequest } from "../request";
import { renamedVoice, servedBy, versionsServing } from "../served";
import { LATEST, parseTag } from "../tag";
import { quoted } from "../words";
import type { ChosenTag } from "./chosen";
import { tagOf } from "./served";

/** What a tag names, in lower case where only the tag is known. */
interface Named {
  readonly version?: string;
  readonly locale?: string;
  readonly language?: string;
  /** The whole short name. */
  readonly voice?: string;
  /** What the voice is called in this version, if it has another name. */
  readonly newName?: string;
}

export function versionOfTag(tag: string): string | undefined {
  return parseTag(tag.toLowerCase())?.version;
}

/** What a tag that is pinned by hand serves; undefined if the tag is wrong or contradicts the container's settings. */
export function judgePinnedTag(
  tag: string,
  edition: FunctionEdition,
  request: ContainerRequest,
  place: Place,
  report: Report,
): ChosenTag | undefined {
  const tagPlace = below(place, "tag");
  if (!isTag(tag)) {
    report.error(
      "SPC115",
      tagPlace,
      `${quoted(tag)} is not a tag`,
      "write what stands behind the colon, such as latest",
    );
    return undefined;
  }
  const lower = tag.toLowerCase();
  if (lower !== tag && (lower === LATEST || parseTag(lower) !== undefined)) {
    report.error("SPC116", tagPlace, `${quoted(tag)} is not how the tag is written`, `write ${lower}`);
    return undefined;
  }
  const named = namedBy(tag, edition);
  const { voice, version = "", newName } = named;
  if (tag !== LATEST && voice !== undefined && newName !== undefined) {
    const hint = `write ${tag.replace(voice.toLowerCase(), newName.toLowerCase())}`;
    report.error("SPC118", tagPlace, `the voice of ${quoted(tag)} is called ${newName} in ${version}`, hint);
    return undefined;
  }
  if (!judgeAgreement(tag, named, edition, request, place, report)) {
    return undefined;
  }
  if (!knownTags(edition).has(tag)) {
    const message = `${quoted(tag)} is no tag that the catalogue knows for ${request.function}`;
    report.warning("SPC121", tagPlace, message, `${nearestTags(named, edition)}docker pull tells whether it exists`);
  }
  return { tag, ...namesForClients(named, edition, request) };
}

const MOST_TAGS = 2;

/** Known tags of the same locale or voice in the nearest versions, for the start of a hint. */
function nearestTags({ locale, voice, version = "" }: Named, edition: FunctionEdition): string {
  const served = edition.releases.flatMap(servedBy).find(({ name }) => name === (voice ?? locale));
  const versions = served === undefined ? [] : versionsServing(edition, served.name, version).slice(0, MOST_TAGS);
  return served === undefined ? "" : `nearest: ${versions.map((one) => tagOf(edition, one, served)).join(", ")}; `;
}

/** Locale and voice of the image, each as far as it is known in the spelling that clients use. */
function namesForClients(named: Named, edition: FunctionEdition, request: ContainerRequest): Omit<ChosenTag, "tag"> {
  const grammar = edition.tag.value;
  const locale = grammar.voice ? named.locale : (request.locale ?? named.locale);
  const language = request.language ?? named.language;
  const voice = request.voice ?? (named.voice !== undefined && isSlug(named.voice) ? undefined : named.voice);
  return {
    ...(grammar.locale && locale !== undefined ? { locale } : {}),
    ...(grammar.voice && voice !== undefined ? { voice } : {}),
    ...(grammar.language === true && language !== undefined ? { language } : {}),
  };
}

/** Whether a voice is known by its tag only: short names have capitals. */
function isSlug(voice: string): boolean {
  return voice === voice.toLowerCase();
}

function namedBy(tag: string, edition: FunctionEdition): Named {
  if (tag === LATEST) {
    return withNewName({ version: edition.version.value, ...edition.latest.value }, edition);
  }
  const parts = parseTag(tag);
  if (parts?.locale === undefined) {
    const { version, language } = parts ?? {};
    return { ...(version === undefined ? {} : { version }), ...(language === undefined ? {} : { language }) };
  }
  const locale = spellLocale(parts.locale);
  if (parts.voice === undefined) {
    return { version: parts.version, locale };
  }
  const slug = `${parts.locale}-${parts.voice}`;
  const voice = edition.releases.flatMap(({ voices }) => voices ?? []).find(({ name }) => name.toLowerCase() === slug);
  return withNewName({ version: parts.version, locale, voice: voice?.name ?? slug }, edition);
}

function withNewName(named: Named, edition: FunctionEdition): Named {
  const { voice, version } = named;
  const newName = voice === undefined || version === undefined ? undefined : renamedVoice(voice, edition, version);
  return newName === undefined ? named : { ...named, newName };
}

/** Whether the tag names what version, locale and voice of the container say, where they say it. */
function judgeAgreement(
  tag: string,
  named: Named,
  edition: FunctionEdition,
  request: ContainerRequest,
  place: Place,
  report: Report,
): boolean {
  const isPinnedTwice = tag === LATEST && request.version !== undefined;
  if (isPinnedTwice) {
    const message = `version says ${quoted(request.version)}, but latest names another image after each release`;
    report.error("SPC117", below(place, "version"), message, "delete one of the two");
  }
  const keys = servingKeys(edition).filter((key) => !(key === "version" && isPinnedTwice));
  const contradictions = keys.flatMap((key) => {
    const said = request[key];
    const names = named[key] ?? (key === "locale" ? knownLocales.get(said?.toLowerCase() ?? "") : undefined);
    return said === undefined || names === undefined || agree(said, names, named.newName) ? [] : [{ key, said, names }];
  });
  for (const { key, said, names } of contradictions) {
    if (said.toLowerCase() === names.toLowerCase()) {
      report.error("SPC116", below(place, key), `${quoted(said)} is not how the ${key} is written`, `write ${names}`);
    } else {
      const message = `${key} says ${quoted(said)}, the tag ${quoted(tag)} names ${quoted(names)}`;
      report.error("SPC117", below(place, key), message, "delete one of the two");
    }
  }
  return contradictions.length === 0 && !isPinnedTwice;
}

function agree(said: string, names: string, newName: string | undefined): boolean {
  return said === names || said === newName || (isSlug(names) && said.toLowerCase() === names);
}

function servingKeys(edition: FunctionEdition): readonly ("version" | "locale" | "voice" | "language")[] {
  const { locale, voice, language } = edition.tag.value;
  return [
    "version",
    ...(locale && !voice ? (["locale"] as const) : []),
    ...(voice ? (["voice"] as const) : []),
    ...(language === true ? (["language"] as const) : []),
  ];
}
