import { catalogue } from "./catalogue";
import type { Edition, FunctionEdition, FunctionName, Release, TagGrammar, Voice } from "./catalogue/types";
import { renderReference } from "./image";
import { LATEST, renderTag } from "./tag";

/** Which function the image in a repository runs. */
export interface RepositoryOwner {
  readonly function: FunctionName;
  readonly edition: Edition;
}

interface CatalogueItem extends RepositoryOwner {
  readonly entry: FunctionEdition;
}

const items: readonly CatalogueItem[] = catalogue.flatMap(({ name, editions }) =>
  Object.entries(editions).map(([edition, entry]) => ({ function: name, edition: edition as Edition, entry })),
);

/**
 * The function whose repository this is, under any registry and below any mirror's path:
 * `mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text` and
 * `mirror/azure-cognitive-services/speechservices/speech-to-text` alike. Undefined: none of the catalogue's.
 */
export function functionOfRepository(repository: string): RepositoryOwner | undefined {
  const owner = items.find(({ entry }) => `/${repository}`.endsWith(`/${entry.repository.value}`));
  return owner === undefined ? undefined : { function: owner.function, edition: owner.edition };
}

/** The tags of a release's images. */
function tagsOf({ version, locales, voices }: Release, { locale, voice, preview }: TagGrammar): readonly string[] {
  const always = preview === "always";
  if (voice) {
    return (voices ?? []).map((one) => renderTag({ version, ...voiceSlugs(one), preview: always || one.preview }));
  }
  return locale
    ? (locales ?? []).map((one) => renderTag({ version, locale: one.toLowerCase(), preview: always }))
    : [renderTag({ version, preview: always })];
}

/** The parts of a voice's short name as tags have them: `en-us` and `arianeural`. */
export function voiceSlugs({ name, locale }: Voice): { readonly locale: string; readonly voice: string } {
  return { locale: locale.toLowerCase(), voice: name.slice(locale.length + 1).toLowerCase() };
}

const tagCache = new Map<FunctionEdition, ReadonlySet<string>>();

/** Every tag of a function in an edition that the catalogue knows, `latest` included. */
export function knownTags(entry: FunctionEdition): ReadonlySet<string> {
  const cached = tagCache.get(entry);
  if (cached !== undefined) {
    return cached;
  }
  const tags = new Set([LATEST, ...entry.releases.flatMap((release) => tagsOf(release, entry.tag.value))]);
  tagCache.set(entry, tags);
  return tags;
}

/** References of the catalogue's images that a registry still serves: no retired ones, no mirrors. */
export function livingImages(): readonly string[] {
  return items
    .filter(({ entry }) => entry.retirement === undefined || entry.retirement.value.below !== undefined)
    .flatMap(({ entry }) =>
      [...knownTags(entry)].map((tag) =>
        renderReference({ registry: entry.registry.value, repository: entry.repository.value, tag }),
      ),
    );
}
