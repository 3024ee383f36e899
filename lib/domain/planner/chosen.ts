import type { ImageReference } from "../image";

/** A tag and what the image behind it serves. */
export interface ChosenTag {
  readonly tag: string;
  readonly locale?: string;
  readonly voice?: string;
}

/** An image and what it serves. */
export interface ChosenImage {
  readonly image: ImageReference;
  readonly locale?: string;
  readonly voice?: string;
  readonly modelId?: string;
}
