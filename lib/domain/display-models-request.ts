/** Which display models a container is given: the newest of a locale, or each by its id. */
export interface DisplayModelsRequest {
  /** Needs `types`. */
  readonly locale?: string;
  /** `punct`, `rescore`, `resegment`, `wfstitn`, `full`. */
  readonly types?: readonly string[];
  /** GUIDs by type; there is none for `full`. */
  readonly ids?: Readonly<Record<string, string>>;
  /** Any words; a change fetches anew, such as when there are newer ones. */
  readonly renewal?: string;
}
