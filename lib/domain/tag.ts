import { knownLocales } from "./catalogue/locales";
import type { TagGrammar } from "./catalogue/types";

/** The parts of an image tag, all in lower case as in the tag. */
export interface TagParts {
  /** Three numbers, in the 5.0 preview with `-preview` behind them; two numbers before a language. */
  readonly version: string;
  readonly locale?: string;
  /** Needs a locale. May hold a hyphen, such as `stefan-apollo`. */
  readonly voice?: string;
  /** Makes a tag of version and language alone. */
  readonly language?: string;
  /** The tag ends in `-preview`. */
  readonly preview: boolean;
}

/** The one tag outside of the grammar. */
export const LATEST = "latest";

const VERSION = /^\d+\.\d+\.\d+(?:-preview)?$/;
const SHORT_VERSION = /^\d+\.\d+$/;
const VERSION_AND_LANGUAGE = /^(\d+\.\d+)-([a-z]{2,3})$/;
const VERSION_AND_REST = /^(\d+\.\d+\.\d+(?:-preview)?)-amd64(?:-(.+))?$/;
const UNKNOWN_LOCALE = /^[a-z]{2,3}-[a-z]{2}(?=-|$)/;
const VOICE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const PREVIEW = "preview";

/** Whether a word is a version as tags have it: three numbers, and two in tags of version and language. */
export function isVersion(word: string, { language }: Pick<TagGrammar, "language"> = {}): boolean {
  return (language === true ? SHORT_VERSION : VERSION).test(word);
}

/** `4.12.0-amd64-en-us`, `3.0-en`. Inverse of {@link parseTag}. */
export function renderTag({ version, locale, voice, language, preview }: TagParts): string {
  if (language !== undefined) {
    return `${version}-${language}`;
  }
  return [version, "amd64", locale, voice, preview ? PREVIEW : undefined]
    .filter((part) => part !== undefined)
    .join("-");
}

/** The parts of a tag; undefined for `latest` and for everything outside of the grammar, upper case included. */
export function parseTag(tag: string): TagParts | undefined {
  const [, shortVersion, language] = VERSION_AND_LANGUAGE.exec(tag) ?? [];
  if (shortVersion !== undefined && language !== undefined) {
    return { version: shortVersion, language, preview: false };
  }
  const [, version, rest] = VERSION_AND_REST.exec(tag) ?? [];
  if (version === undefined) {
    return undefined;
  }
  if (rest === undefined || rest === PREVIEW) {
    return { version, preview: rest === PREVIEW };
  }
  const preview = rest.endsWith(`-${PREVIEW}`);
  const middle = preview ? rest.slice(0, -PREVIEW.length - 1) : rest;
  const locale = leadingLocale(middle);
  if (locale === undefined) {
    return undefined;
  }
  if (middle === locale) {
    return { version, locale, preview };
  }
  const voice = middle.slice(locale.length + 1);
  return VOICE.test(voice) ? { version, locale, voice, preview } : undefined;
}

/** By the table, because a locale may have three parts; an unknown one by its form. */
function leadingLocale(text: string): string | undefined {
  const parts = text.split("-");
  const known = [3, 2].map((count) => parts.slice(0, count).join("-")).find((slug) => knownLocales.has(slug));
  return known ?? UNKNOWN_LOCALE.exec(text)?.[0];
}
