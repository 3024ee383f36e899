import type { Cloud } from "./azure";
import type { Engines } from "./engine";

/** What happens outside Terraform: the vocabulary of the recorded cases. */
export type OutsideAction =
  | { readonly stop: string }
  | { readonly start: string }
  | { readonly restart: string }
  | { readonly removeContainer: string }
  | {
      readonly runContainer: {
        readonly name: string;
        readonly image: string;
        readonly command?: readonly string[];
        /** `address:host:container`. */
        readonly publish?: readonly string[];
        readonly volumes?: readonly string[];
        readonly network?: string;
      };
    }
  | { readonly untilRestarting: string }
  | { readonly updateContainer: { readonly name: string; readonly memory?: string; readonly restart?: string } }
  /** `content` tells images apart: two tags with one content are one image. */
  | { readonly addImage: { readonly tag: string; readonly content: string } }
  | { readonly removeImage: string }
  | { readonly moveTag: { readonly tag: string; readonly to: string } }
  | { readonly addFolder: string }
  | { readonly removeVolume: string }
  | { readonly removeNetwork: string }
  | { readonly addGroup: string }
  | {
      readonly addAccount: {
        readonly name: string;
        readonly group: string;
        readonly tags?: Readonly<Record<string, string>>;
      };
    }
  | { readonly regenerateKey: { readonly account: string; readonly key: "key1" | "key2" } }
  | {
      readonly setAccount: {
        readonly account: string;
        readonly sku?: { readonly name: string };
        readonly tags?: Readonly<Record<string, string>>;
        readonly properties?: Readonly<Record<string, unknown>>;
      };
    }
  | { readonly deleteAccount: string };

export interface OutsideWorld {
  readonly engines: Engines;
  readonly cloud: Cloud;
}

/** Does it; rejects with a message when the thing named is not there. Engine actions go to `host`, else to the default. */
export declare function outside(world: OutsideWorld, action: OutsideAction, host?: string): Promise<void>;
