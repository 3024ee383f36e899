import { renderReference } from "./image";
import type { ImageReference } from "./image";
import type { DeploymentPlan, RegistryLoginPlan } from "./plan";
import type { ImageLock } from "./request";

/** An image that a lock file pins, and the login at its registry if it wants one. */
export interface ImageToLock {
  readonly reference: string;
  readonly image: ImageReference;
  readonly login?: RegistryLoginPlan;
}

/** The images of a plan without a digest, each once, in the order of their references. */
export function imagesToLock({ sites }: DeploymentPlan): readonly ImageToLock[] {
  const images = sites.flatMap(({ containers, registryLogins }) =>
    containers
      .filter(({ image }) => image.digest === undefined)
      .map(({ image }): ImageToLock => {
        const login = registryLogins.find(({ address }) => address === image.registry);
        return { reference: renderReference(image), image, ...(login === undefined ? {} : { login }) };
      }),
  );
  return [...new Map(images.map((one) => [one.reference, one])).values()].sort((left, right) =>
    left.reference < right.reference ? -1 : 1,
  );
}

export interface LockChange {
  readonly image: string;
  readonly digest: string;
  readonly change: "same" | "new" | "changed" | "gone";
}

/** What a new lock file does to an old one, in the order of the references. */
export function compareLocks(before: ImageLock, after: ImageLock): readonly LockChange[] {
  const gone = Object.entries(before).filter(([image]) => !Object.hasOwn(after, image));
  return [
    ...Object.entries(after).map(([image, digest]): LockChange => {
      const old = Object.hasOwn(before, image) ? before[image] : undefined;
      return { image, digest, change: old === undefined ? "new" : old === digest ? "same" : "changed" };
    }),
    ...gone.map(([image, digest]): LockChange => ({ image, digest, change: "gone" })),
  ].sort((left, right) => (left.image < right.image ? -1 : 1));
}
