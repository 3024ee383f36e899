import type { SourceId } from "./sources";
import type { Release } from "./types";

/** When a version came out, by version; null: no source says it. */
type Published = Readonly<Record<string, string | null>>;

/** Releases that have what `rest` says in common. */
export function releases(
  published: Published,
  sources: readonly SourceId[],
  rest: Omit<Release, "version" | "sources" | "published"> = {},
): readonly Release[] {
  return Object.entries(published).map(([version, date]) => ({
    version,
    sources,
    ...(date === null ? {} : { published: date }),
    ...rest,
  }));
}

/** Versions of which no date is known. */
export const undated = (versions: string): Published =>
  Object.fromEntries(versions.split(" ").map((version) => [version, null]));
