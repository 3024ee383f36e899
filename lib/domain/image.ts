/** A container image by its parts, all in the registry's own spelling (lower case). */
export interface ImageReference {
  readonly registry: string;
  /** Path below the registry, such as `azure-cognitive-services/speechservices/speech-to-text`. */
  readonly repository: string;
  readonly tag: string;
  /** `sha256:…`; when present the image is pinned. */
  readonly digest?: string;
}
