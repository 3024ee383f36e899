import { type FunctionName, findFunctionEdition } from "./catalogue";
import { spellLocale } from "./catalogue/locales";
import type { FunctionEdition } from "./catalogue/types";
import { functionOfRepository, knownTagsOf } from "./known-images";
import { findRelease, servedBy } from "./served";
import { LATEST, type TagParts, parseTag } from "./tag";
import { isOlder } from "./versions";

/** What a registry's list of tags has that the catalogue has not, and the other way round. */
export interface CatalogueDiff {
  readonly function: FunctionName;
  readonly repository: string;
  /** How many tags the registry lists. */
  readonly listed: number;
  readonly new: readonly NewImages[];
  /** Tags of the catalogue that the registry does not list. */
  readonly gone: readonly string[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Tags that no grammar of the catalogue reads; they are not compared. */
  readonly unread: readonly string[];
}

/** Images of one version that are new. */
export interface NewImages {
  readonly version: string;
  /** The catalogue has this version, with other images or with none listed. */
  readonly isKnownVersion: boolean;
  readonly tags: readonly string[];
  /** What they serve: locales, or voices by the spelling that SSML wants, as far as it is known. */
  readonly names: readonly string[];
  /** Names of which only the lower case of the tag is known, so the capitals are a guess. */
  readonly guessed: readonly string[];
}

/** Compares a repository's tags with the catalogue; undefined if the repository is none of the catalogue's. */
export function diffTags(repository: string, tags: readonly string[]): CatalogueDiff | undefined {
  const owner = functionOfRepository(repository);
  const edition = owner && findFunctionEdition(owner.function, owner.edition);
  if (owner === undefined || edition === undefined) {
    return undefined;
  }
  const known = knownTagsOf(repository);
  const listed = new Set(tags);
  const fresh = [...listed].filter((tag) => !known.has(tag) && parseTag(tag) !== undefined);
  const missing = [...known].filter((tag) => !listed.has(tag));
  const renamed = pairRenamed(missing, fresh);
  const [from, to] = [new Set(renamed.map((pair) => pair.from)), new Set(renamed.map((pair) => pair.to))];
  return {
    function: owner.function,
    repository,
    listed: listed.size,
    new: newImages(
      fresh.filter((tag) => !to.has(tag)),
      edition,
    ),
    gone: missing.filter((tag) => !from.has(tag)),
    renamed,
    unread: [...listed].filter((tag) => tag !== LATEST && parseTag(tag) === undefined).toSorted(),
  };
}

function newImages(fresh: readonly string[], edition: FunctionEdition): readonly NewImages[] {
  const spelled = new Map(edition.releases.flatMap(servedBy).map(({ name }) => [name.toLowerCase(), name]));
  const byVersion = new Map<string, { readonly tag: string; readonly parts: TagParts }[]>();
  for (const tag of fresh.toSorted()) {
    const parts = parseTag(tag);
    if (parts !== undefined) {
      byVersion.set(parts.version, [...(byVersion.get(parts.version) ?? []), { tag, parts }]);
    }
  }
  return [...byVersion]
    .sort(([left], [right]) => (isOlder(left, right) ? -1 : 1))
    .map(([version, images]) => {
      const slugs = images.flatMap(({ parts }) => slugOf(parts) ?? []);
      const guessed = slugs.filter((slug) => !spelled.has(slug)).map(guess);
      const names = slugs.map((slug) => spelled.get(slug) ?? guess(slug));
      const isKnownVersion = findRelease(edition, version) !== undefined;
      return { version, isKnownVersion, tags: images.map(({ tag }) => tag), names, guessed };
    });
}

/** `en-us` or `en-us-avaneural`, by what the tag names; undefined if it names neither. */
function slugOf({ locale, voice, language }: TagParts): string | undefined {
  return locale === undefined ? language : voice === undefined ? locale : `${locale}-${voice}`;
}

/** Capitals as most names have them: `en-us-avaneural` is likely `en-US-AvaNeural`. */
function guess(slug: string): string {
  const parts = parseTag(`0.0.0-amd64-${slug}`);
  if (parts?.locale === undefined) {
    return slug;
  }
  const locale = spellLocale(parts.locale);
  const voice = parts.voice?.replace(/^[a-z]/, (first) => first.toUpperCase()).replace(/neural$/, "Neural");
  return voice === undefined ? locale : `${locale}-${voice}`;
}

/**
 * A tag that is gone and one that is new are one image under two names when they differ in the preview suffix only, or
 * when in a version and locale exactly one voice is gone and one is new.
 */
function pairRenamed(gone: readonly string[], fresh: readonly string[]) {
  const suffix = pairBy(gone, fresh, (parts) => [parts.version, slugOf(parts)].join(" "));
  const paired = new Set(suffix.flatMap(({ from, to }) => [from, to]));
  const rest = (tags: readonly string[]) => tags.filter((tag) => !paired.has(tag));
  const voice = pairBy(rest(gone), rest(fresh), ({ version, locale, voice: name }) =>
    name === undefined ? undefined : `${version} ${locale}`,
  );
  return [...suffix, ...voice];
}

function pairBy(gone: readonly string[], fresh: readonly string[], keyOf: (parts: TagParts) => string | undefined) {
  const [before, after] = [group(gone, keyOf), group(fresh, keyOf)];
  return [...before].flatMap(([key, [from, ...others]]) => {
    const [to, ...more] = after.get(key) ?? [];
    const isPair = from !== undefined && to !== undefined && others.length === 0 && more.length === 0;
    return isPair ? [{ from, to }] : [];
  });
}

function group(tags: readonly string[], keyOf: (parts: TagParts) => string | undefined) {
  const groups = new Map<string, string[]>();
  for (const tag of tags) {
    const parts = parseTag(tag);
    const key = parts && keyOf(parts);
    if (key !== undefined) {
      groups.set(key, [...(groups.get(key) ?? []), tag]);
    }
  }
  return groups;
}
