import { knownLocales } from "./catalogue/locales";
import type { FunctionEdition } from "./catalogue/types";
import { knownTags } from "./known-images";
import { LATEST, parseTag, type TagParts } from "./tag";
import { quoted } from "./words";

/** Why a tag names no image of a function; `unlisted`: nobody checked whether it exists. */
export type TagFault =
  { readonly kind: "wrong"; readonly message: string; readonly fix?: string } | { readonly kind: "unlisted" };

/** What is wrong with a tag; undefined: the catalogue knows it. The tag alone is judged, not what a container says of it. */
export function tagFault(tag: string, entry: FunctionEdition): TagFault | undefined {
  if (tag === LATEST || knownTags(entry).has(tag)) return undefined;
  const lower = tag.toLowerCase();
  if (lower !== tag) return wrong(`${quoted(tag)} has capitals, and tags have none`, `write ${lower}`);
  // Another function's grammar, such as version and language only.
  const isOurs = [...knownTags(entry)].some((known) => parseTag(known) !== undefined);
  if (!isOurs) return { kind: "unlisted" };
  const parts = parseTag(tag);
  if (parts === undefined) {
    const platform = /-(arm64|arm|386|s390x|ppc64le|windows)(?:-|$)/.exec(tag)?.[1];
    return platform === undefined
      ? wrong(`${quoted(tag)} is not built like a tag of this image: ${exampleOf(entry)}`)
      : wrong(`${quoted(tag)} is for ${platform}, and Speech images are for amd64 only`);
  }
  return faultOfParts(tag, parts, entry);
}

function faultOfParts(tag: string, { version, locale, voice }: TagParts, entry: FunctionEdition): TagFault {
  const grammar = entry.tag.value;
  if (grammar.locale !== (locale !== undefined) || grammar.voice !== (voice !== undefined)) {
    return wrong(`${quoted(tag)} is not built like a tag of this image: ${exampleOf(entry)}`);
  }
  if (locale !== undefined && !knownLocales.has(locale)) return wrong(`${quoted(locale)} is no locale of Speech`);
  const release = entry.releases.find((one) => one.version === version);
  const listed = grammar.voice ? release?.voices : release?.locales;
  const isPartial = release !== undefined && "partial" in release;
  if (listed === undefined || isPartial) return { kind: "unlisted" };
  return wrong(`${version} has no image for ${voice === undefined ? (locale ?? "") : `${locale ?? ""}-${voice}`}`);
}

function wrong(message: string, fix?: string): TagFault {
  return { kind: "wrong", message, ...(fix === undefined ? {} : { fix }) };
}

/** A tag of the edition's own version, to compare with. */
function exampleOf(entry: FunctionEdition): string {
  const tags = [...knownTags(entry)];
  return tags.find((tag) => tag.startsWith(`${entry.version.value}-`)) ?? tags.at(-1) ?? LATEST;
}
