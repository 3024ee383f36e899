import type { FunctionEdition, ImagePlace, Release, TagGrammar, Voice } from "./catalogue/types";
import { remembered } from "./remembered";
import { isOlder } from "./versions";

/** What one image serves: a voice, or a locale, whose name is the locale itself. */
export type Served = Voice;

/** What the images of a release serve, as far as the sources list it: a request of many containers asks thousands of times. */
export const servedBy = remembered(({ locales = [], voices = [] }: Release): readonly Served[] => [
  ...locales.map((locale) => ({ name: locale, locale, preview: false })),
  ...voices,
]);

export function findRelease({ releases }: FunctionEdition, version: string): Release | undefined {
  return releases.find((release) => release.version === version);
}

/** The versions with an image for this locale or voice, the nearest to the given version first. */
export function versionsServing(edition: FunctionEdition, name: string, version: string): readonly string[] {
  const serving = edition.releases.filter((release) => servedBy(release).some((one) => one.name === name));
  const versions = serving.map((release) => release.version);
  const earlier = versions.filter((one) => isOlder(one, version)).reverse();
  const later = versions.filter((one) => isOlder(version, one));
  return Array.from({ length: versions.length }, (_, index) => [later[index], earlier[index]])
    .flat()
    .filter((one) => one !== undefined);
}

/** The parts of a name as tags have them: `en-us`, or `en-us` and `arianeural`. */
export function slugsOf({ name, locale }: Served): { readonly locale: string; readonly voice?: string } {
  const slug = locale.toLowerCase();
  return name === locale ? { locale: slug } : { locale: slug, voice: name.slice(locale.length + 1).toLowerCase() };
}

/** Whether tags of a version end in `-preview`. */
export function previewOf(edition: FunctionEdition, version: string): TagGrammar["preview"] {
  return findRelease(edition, version)?.preview ?? edition.tag.value.preview;
}

/** Where the images of a version are. */
export function placeOf(edition: FunctionEdition, version: string): ImagePlace {
  return findRelease(edition, version)?.place ?? edition;
}

/** What a voice is called in a version from which on it has another name. */
export function renamedVoice(name: string, { releases }: FunctionEdition, version: string): string | undefined {
  return releases
    .filter(({ renamed, version: since }) => renamed !== undefined && !isOlder(version, since))
    .flatMap(({ renamed }) => Object.entries(renamed ?? {}))
    .find(([old]) => old.toLowerCase() === name.toLowerCase())?.[1];
}
