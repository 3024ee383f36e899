import { catalogue } from "./index";

/** Every locale of the catalogue by its lower-case form in tags. */
export const knownLocales: ReadonlyMap<string, string> = new Map(
  catalogue
    .flatMap((entry) => Object.values(entry.editions))
    .flatMap((edition) => edition.releases)
    .flatMap((release) => [...(release.locales ?? []), ...(release.voices ?? []).map((voice) => voice.locale)])
    .map((locale) => [locale.toLowerCase(), locale]),
);

/** The locale part of a tag as locales are written: by the table, an unknown `xx-yy` as `xx-YY`. */
export function spellLocale(slug: string): string {
  return knownLocales.get(slug) ?? slug.replace(/-[a-z]{2}$/, (region) => region.toUpperCase());
}
