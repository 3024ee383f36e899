import { type ImageReference, renderReference } from "../domain";
import { isDigest } from "../domain/image";

/** The parts that are read of an item of `docker image inspect`. */
interface InspectedImage {
  readonly RepoTags?: readonly string[] | null;
  readonly RepoDigests?: readonly string[] | null;
}

/** The images of an answer of `docker image inspect`; undefined if the text is none. */
export function readInspectedImages(text: string): readonly InspectedImage[] | undefined {
  try {
    const items: unknown = JSON.parse(text);
    return Array.isArray(items) && items.every(isInspected) ? items : undefined;
  } catch {
    return undefined;
  }
}

function isInspected(item: unknown): item is InspectedImage {
  const lists = typeof item === "object" && item !== null ? (item as InspectedImage) : { RepoTags: [""] };
  const areTexts = (list: unknown) => list === undefined || list === null || isTexts(list);
  return "RepoDigests" in lists && areTexts(lists.RepoTags) && areTexts(lists.RepoDigests);
}

const isTexts = (list: unknown) => Array.isArray(list) && list.every((word) => typeof word === "string");

/** The digest under which an engine got an image from the image's own registry; undefined if it has none. */
export function inspectedDigest(image: ImageReference, images: readonly InspectedImage[]): string | undefined {
  const found = images.find(({ RepoTags }) => RepoTags?.includes(renderReference(image)));
  const start = `${image.registry}/${image.repository}@`;
  const digest = found?.RepoDigests?.find((name) => name.startsWith(start))?.slice(start.length);
  return digest !== undefined && isDigest(digest) ? digest : undefined;
}
