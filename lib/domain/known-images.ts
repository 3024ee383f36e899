import { type FunctionName, catalogue } from "./catalogue";
import type { Edition, FunctionEdition, ImagePlace, Release } from "./catalogue/types";
import { renderReference } from "./image";
import { placeOf, previewOf, servedBy, slugsOf } from "./served";
import { LATEST, parseTag, renderTag } from "./tag";

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
  const owner = items.find(({ entry }) =>
    [entry, ...entry.releases.map(({ place }) => place ?? entry)].some((place) => isIn(repository, place)),
  );
  return owner === undefined ? undefined : { function: owner.function, edition: owner.edition };
}

/** The tags of a release's images. */
function tagsOf(edition: FunctionEdition, release: Release): readonly string[] {
  const { version, languages } = release;
  if (edition.tag.value.language === true) {
    return (languages ?? []).map((language) => renderTag({ version, language, preview: false }));
  }
  const always = previewOf(edition, version) === "always";
  return edition.tag.value.locale
    ? servedBy(release).map((one) => renderTag({ version, ...slugsOf(one), preview: always || one.preview }))
    : [renderTag({ version, preview: always })];
}

const tagCache = new Map<FunctionEdition, ReadonlySet<string>>();

/** Every tag of a function in an edition that the catalogue knows, `latest` included. */
export function knownTags(entry: FunctionEdition): ReadonlySet<string> {
  const cached = tagCache.get(entry);
  if (cached !== undefined) {
    return cached;
  }
  const tags = new Set([LATEST, ...entry.releases.flatMap((release) => tagsOf(entry, release))]);
  tagCache.set(entry, tags);
  return tags;
}

/** Every known tag of a repository's images, over all editions. */
export function knownTagsOf(repository: string): ReadonlySet<string> {
  return new Set(
    items.flatMap(({ entry }) =>
      [...knownTags(entry)].filter((tag) => isIn(repository, placeOf(entry, parseTag(tag)?.version ?? LATEST))),
    ),
  );
}

/** Whether a repository is this place, under any registry and below any mirror's path. */
function isIn(repository: string, place: ImagePlace): boolean {
  return `/${repository}`.endsWith(`/${place.repository.value}`);
}

/** References of the catalogue's images that a registry still serves: no retired ones, no mirrors. */
export function livingImages(): readonly string[] {
  return items
    .filter(({ entry }) => entry.retirement === undefined || entry.retirement.value.below !== undefined)
    .flatMap(({ entry }) =>
      [...knownTags(entry)].map((tag) => {
        const { registry, repository } = placeOf(entry, parseTag(tag)?.version ?? LATEST);
        return renderReference({ registry: registry.value, repository: repository.value, tag });
      }),
    );
}
