import { findFunction } from "../../domain/catalogue";
import { functionOfRepository } from "../../domain/known-images";
import { slugsOf } from "../../domain/served";
import { LATEST, parseTag } from "../../domain/tag";

/**
 * The one voice that an image speaks with, as SSML wants it (`en-US-AriaNeural`); undefined for functions without voices, for
 * custom voices and for tags that the catalogue does not know.
 */
export function voiceOfImage(reference: string): string | undefined {
  const [, path = "", tag = LATEST] = /^(.+?)(?::([^:/@]+))?(?:@.*)?$/.exec(reference) ?? [];
  const owner = functionOfRepository(path);
  const edition = owner === undefined ? undefined : findFunction(owner.function)?.editions[owner.edition];
  if (edition?.tag.value.voice !== true) return undefined;
  if (tag === LATEST) return edition.latest.value.voice;
  const parts = parseTag(tag);
  const voices = edition.releases.flatMap((release) =>
    release.version === parts?.version ? (release.voices ?? []) : [],
  );
  return voices.find((voice) => {
    const slugs = slugsOf(voice);
    return slugs.locale === parts?.locale && slugs.voice === parts.voice;
  })?.name;
}
