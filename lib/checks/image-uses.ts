import { findFunctionEdition } from "../domain/catalogue";
import type { FunctionEdition } from "../domain/catalogue/types";
import type { RepositoryOwner } from "../domain/known-images";
import type { Reading, ResourceView } from "./plan-view";
import type { RuleContext } from "./rule";
import type { ContainerView } from "./views/container";
import type { ImageName } from "./views/image-name";

/** An image that a plan names: once, however many containers run it. */
export interface ImageUse {
  /** The `docker_image`, or the container that names its image itself. */
  readonly subject: ResourceView;
  readonly name: Reading<string>;
  /** Absent: not known, or no name of an image. */
  readonly image?: ImageName;
  /** Absent: not an image of the catalogue. */
  readonly owner?: RepositoryOwner;
  readonly containers: readonly ContainerView[];
}

/** The images of Speech in a plan. */
export function imageUses({ images, containers }: RuleContext): readonly ImageUse[] {
  const managed = images.map((view) => ({
    subject: view.resource,
    name: view.name,
    ...(view.image === undefined ? {} : { image: view.image }),
    ...(view.owner === undefined ? {} : { owner: view.owner }),
    containers: containers.filter(({ imageResource }) => imageResource === view.resource),
  }));
  const named = containers
    .filter(({ imageResource }) => imageResource === undefined || imageResource.mode === "data")
    .map((container) => ({
      subject: container.resource,
      name: container.imageName,
      ...(container.image === undefined ? {} : { image: container.image }),
      ...(container.owner === undefined ? {} : { owner: container.owner }),
      containers: [container],
    }));
  return [...managed.filter(({ owner, containers: users }) => owner !== undefined || users.length > 0), ...named];
}

/** What the catalogue knows of an image's function. */
export function catalogueEntry(owner: RepositoryOwner | undefined): FunctionEdition | undefined {
  return owner === undefined ? undefined : findFunctionEdition(owner.function, owner.edition);
}
