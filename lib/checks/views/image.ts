import { functionOfRepository, type RepositoryOwner } from "../../domain/known-images";
import { staticAddress } from "../origins";
import type { PlanView, Reading, ResourceView } from "../plan-view";
import { knownValue, textOf, writtenOrigins } from "../reading";
import { parseImageName, type ImageName } from "./image-name";

/** An image on an engine (`docker_image`). */
export interface ImageView {
  readonly resource: ResourceView;
  readonly name: Reading<string>;
  /** Absent: not known, or no name of an image. */
  readonly image?: ImageName;
  /** Absent: not an image of the catalogue. */
  readonly owner?: RepositoryOwner;
}

export function imageView(plan: PlanView, resource: ResourceView): ImageView {
  return { resource, ...named(textOf(plan, resource, "name")) };
}

/** Images by how containers name them. */
export interface ImageIndex {
  /** By address without instance keys; of several instances the first. */
  readonly byAddress: ReadonlyMap<string, ImageView>;
  /** By the id that the engine gave them. */
  readonly byId: ReadonlyMap<unknown, ImageView>;
}

export function imageIndex(images: readonly ImageView[]): ImageIndex {
  const last = [...images].reverse();
  return {
    byAddress: new Map(last.map((image) => [staticAddress(image.resource), image])),
    byId: new Map(last.map((image) => [image.resource.after?.image_id, image])),
  };
}

/** The image that a container runs: of the resource that it refers to, else by its name or id. */
export function imageOfContainer(
  plan: PlanView,
  container: ResourceView,
  { byAddress, byId }: ImageIndex,
): Omit<ImageView, "resource"> & { readonly resource?: ResourceView } {
  const referred = writtenOrigins(plan, container, "image")
    .map((origin) => (origin.kind === "resource" ? byAddress.get(origin.address) : undefined))
    .find((image) => image !== undefined);
  if (referred !== undefined) return referred;
  const given = textOf(plan, container, "image");
  return (given.state === "known" ? byId.get(given.value) : undefined) ?? named(given);
}

function named(name: Reading<string>): Pick<ImageView, "name" | "image" | "owner"> {
  const text = knownValue(name);
  const image = text === undefined ? undefined : parseImageName(text);
  const owner = image === undefined ? undefined : functionOfRepository(image.repository);
  return { name, ...(image === undefined ? {} : { image }), ...(owner === undefined ? {} : { owner }) };
}
