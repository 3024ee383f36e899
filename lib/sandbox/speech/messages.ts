import type { Trouble } from "../trouble";
import type { ApiStatus } from "./api-status";
import type { SpeechHealth } from "./container";
import type { SpeechContainerSpec } from "./spec";

/** What a container's thread is started with. */
export interface WorkerInput {
  readonly spec: SpeechContainerSpec;
  /** `serves` is false for published ports on which nothing listens inside the container. */
  readonly bindings: readonly { readonly address: string; readonly port: number; readonly serves: boolean }[];
  /** Socket on which it listens for other containers of its networks, published or not. */
  readonly inside: string;
}

/** Who answers at an address inside a container, or why nobody does. */
export type FoundRoute = { readonly socketPath: string } | { readonly refused: string };

export type FromWorker =
  | { readonly kind: "bound" }
  | { readonly kind: "notBound"; readonly code: string; readonly message: string }
  | { readonly kind: "log"; readonly line: string }
  | { readonly kind: "health"; readonly health: SpeechHealth }
  /** The trouble of this number has begun. */
  | { readonly kind: "troubled"; readonly number: number }
  | {
      readonly kind: "judgeKey";
      readonly call: number;
      readonly endpoint: string;
      readonly key: string;
      /** True: the key is to give a licence. */
      readonly license: boolean;
    }
  | { readonly kind: "route"; readonly call: number; readonly url: string };

export type ToWorker =
  | { readonly kind: "judged"; readonly call: number; readonly apiStatus: ApiStatus }
  | { readonly kind: "routed"; readonly call: number; readonly route: FoundRoute }
  | { readonly kind: "clock"; readonly clock: number }
  | { readonly kind: "trouble"; readonly number: number; readonly trouble: Trouble };
