import type { FunctionEdition, FunctionEntry } from "../catalogue/types";
import type { ImageReference, RegistryPlace } from "../image";
import type { Profile } from "../profiles";
import type { ImageLock } from "../request";

/** A tag and what the image behind it serves. */
export interface ChosenTag {
  readonly tag: string;
  readonly locale?: string;
  readonly voice?: string;
  readonly language?: string;
}

/** An image and what it serves. */
export interface ChosenImage {
  readonly image: ImageReference;
  readonly locale?: string;
  readonly voice?: string;
  readonly language?: string;
  readonly modelId?: string;
}

/** What the choice of an image depends on besides the container. */
export interface ImageContext {
  readonly entry: FunctionEntry;
  readonly edition: FunctionEdition;
  readonly registry: RegistryPlace | undefined;
  readonly lock: ImageLock | undefined;
  readonly profile: Profile;
}
