import { type ImageReference, renderReference } from "../image";
import { type Place, type Report, below } from "../report";
import type { ContainerRequest, ImageLock } from "../request";
import { quoted } from "../words";

const LOCK = "run speech-containers lock";

/** The digest that a lock file has of an image; that it has none is reported. One in the configuration wins. */
export function lockedDigest(
  image: ImageReference,
  lock: ImageLock | undefined,
  { digest }: ContainerRequest,
  place: Place,
  report: Report,
): string | undefined {
  if (digest !== undefined || lock === undefined) {
    return digest;
  }
  const reference = renderReference(image);
  if (!Object.hasOwn(lock, reference)) {
    const message = `the lock file has no digest of ${quoted(shortOf(reference))}, so its tag alone says what runs`;
    report.warning("SPC130", below(place, "function"), message, LOCK);
    return undefined;
  }
  return lock[reference];
}

/** Repository and tag without registry and path: enough to find it, short enough to read. */
function shortOf(reference: string): string {
  return reference.slice(reference.lastIndexOf("/") + 1);
}

/** A container and its image, if it has a good one. */
interface LockUser {
  readonly request: ContainerRequest;
  readonly chosen?: { readonly image: ImageReference };
}

/** Reports what a lock file holds that nothing uses any more: the edition, a tag or a registry has changed. */
export function judgeLock(
  lock: ImageLock | undefined,
  containers: readonly LockUser[],
  place: Place,
  report: Report,
): void {
  // A container without an image has a problem of its own, and may be the one that uses an entry.
  if (containers.some(({ chosen }) => chosen === undefined)) {
    return;
  }
  const used = new Set(
    containers.flatMap(({ chosen, request }) => {
      const isLocked = chosen !== undefined && request.digest === undefined;
      return isLocked ? [renderReference({ ...chosen.image, digest: undefined })] : [];
    }),
  );
  const stale = Object.keys(lock ?? {}).filter((reference) => !used.has(reference));
  if (stale.length > 0) {
    const message = `the lock file has digests that no container uses: ${stale.map((one) => quoted(shortOf(one))).join(", ")}`;
    report.warning("SPC129", place, message, LOCK);
  }
}
