import type { Store } from "../store";
import type { AccountRecord, GroupRecord } from "./records";

export type { AccountRecord, GroupRecord } from "./records";

/** What a billing call of a container comes to. */
export type KeyVerdict = "Valid" | "Invalid" | "Mismatch" | "CouldNotConnect";

/** Azure's side of the sandbox: resource groups and accounts of one subscription. */
export interface Cloud {
  readonly groups: () => readonly GroupRecord[];
  readonly accounts: () => readonly AccountRecord[];
  /** The endpoint that Azure reports: regional, or of the custom subdomain. With a trailing slash. */
  endpointOf(account: AccountRecord): string;
  /** Regional endpoints are shared by the accounts of a region, so the key decides. */
  judgeKey(endpoint: string, key: string): KeyVerdict;
}

export declare function openCloud(store: Store): Cloud;
