/** Azure's side of the sandbox: resource groups and Cognitive Services accounts of one subscription. */
import { randomInt } from "node:crypto";
import type { Store } from "../store";
import type { AccountRecord, GroupRecord } from "./records";

export type { AccountProperties, AccountRecord, GroupRecord } from "./records";

/** What a key is judged for. */
export type KeyUse = "speech container" | "license" | "sentiment container" | "text analytics";

/** What a billing call of a container, or a call of the service itself, comes to. */
export type KeyVerdict = "Valid" | "Invalid" | "Mismatch" | "CouldNotConnect";

/** An answer of Azure Resource Manager that is no success. */
export class CloudError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** The account that a container names, as Azure knows it. */
export interface AccountKey {
  readonly group: string;
  readonly name: string;
}

/** The subscription of a sandbox that is not told another one. */
export const SUBSCRIPTION = "00000000-0000-0000-0000-000000000001";

export interface Cloud {
  groups(): readonly GroupRecord[];
  accounts(): readonly AccountRecord[];
  /** Deleted, but not purged. */
  deletedAccounts(): readonly AccountRecord[];
  findGroup(name: string): GroupRecord | undefined;
  findAccount(key: AccountKey): AccountRecord | undefined;
  /** Makes or replaces. */
  putGroup(group: GroupRecord): void;
  /** Deletes the accounts of the group with it. */
  deleteGroup(name: string): void;
  createAccount(account: Omit<AccountRecord, "keys">, subscription?: string): AccountRecord;
  /** Merges what is given into an account. */
  patchAccount(
    key: AccountKey,
    patch: Partial<Pick<AccountRecord, "sku" | "tags" | "properties" | "identity">>,
  ): AccountRecord;
  /** Soft delete: the name stays taken until it is purged. */
  deleteAccount(key: AccountKey): void;
  purgeAccount(key: AccountKey): void;
  regenerateKey(key: AccountKey, which: "key1" | "key2"): void;
  /** The endpoint that Azure reports: regional, or of the custom subdomain. With a trailing slash. */
  endpointOf(account: AccountRecord): string;
  /** Whether anybody answers at this host name: each regional endpoint, and the custom subdomains of accounts. */
  hasHost(hostname: string): boolean;
  /** Regional endpoints are shared by the accounts of a region, so the key decides. */
  judgeKey(endpoint: string, key: string, use: KeyUse): KeyVerdict;
}

const SPEECH_KINDS = ["SpeechServices", "Speech", "AIServices"];

/** The tier that gives licences, and (unverified) nothing else. */
const DISCONNECTED_SKU = "DC0";

/**
 * Kinds of accounts whose keys are good for a use. The service in the cloud takes those of multi-service accounts too; that the
 * sentiment container does not is unverified: it is said of the Speech containers.
 */
const KINDS: Readonly<Record<KeyUse, readonly string[]>> = {
  "speech container": SPEECH_KINDS,
  license: SPEECH_KINDS,
  "sentiment container": ["TextAnalytics", "AIServices"],
  "text analytics": ["TextAnalytics", "AIServices", "CognitiveServices"],
};

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const randomKey = (): string => Array.from({ length: 84 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");

const lower = (text: string): string => text.toLowerCase();
const keyOf = ({ group, name }: AccountKey): string => `${lower(group)}/${lower(name)}`;
const subdomainOf = ({ properties }: AccountRecord): string => properties.customSubDomainName ?? "";

export const accountId = ({ group, name }: AccountKey, subscription: string): string =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.CognitiveServices/accounts/${name}`;

function endpointOf(account: AccountRecord): string {
  const subdomain = subdomainOf(account);
  if (subdomain !== "") return `https://${lower(subdomain)}.cognitiveservices.azure.com/`;
  return `https://${account.location}.api.cognitive.microsoft.com/`;
}

const hostOf = (endpoint: string): string | undefined => {
  try {
    return new URL(endpoint).hostname;
  } catch {
    return undefined;
  }
};

export function openCloud({ state, save }: Store): Cloud {
  const groups = (): readonly GroupRecord[] => Object.values(state.groups);
  const accounts = (): readonly AccountRecord[] => Object.values(state.accounts);

  function account(key: AccountKey): AccountRecord {
    const found = state.accounts[keyOf(key)];
    if (!found)
      throw new CloudError(
        404,
        "ResourceNotFound",
        `The Resource 'Microsoft.CognitiveServices/accounts/${key.name}' under resource group '${key.group}' was not found.`,
      );
    return found;
  }

  function refuseTaken(asked: Omit<AccountRecord, "keys">, subscription: string): void {
    const deleted = state.deletedAccounts[keyOf(asked)];
    if (deleted) {
      throw new CloudError(
        409,
        "FlagMustBeSetForRestore",
        `An existing resource with ID '${accountId(deleted, subscription)}' has been soft-deleted. To restore the resource, you must specify 'restore' to be 'true' in the property. If you don't want to restore existing resource, please purge it first.`,
      );
    }
    refuseSubdomain(asked.properties.customSubDomainName ?? "", asked);
  }

  function refuseSubdomain(subdomain: string, owner: AccountKey): void {
    const others = [...accounts(), ...Object.values(state.deletedAccounts)].filter(
      (other) => keyOf(other) !== keyOf(owner),
    );
    if (subdomain === "" || !others.some((other) => lower(subdomainOf(other)) === lower(subdomain))) return;
    throw new CloudError(
      409,
      "CustomDomainInUse",
      `Please pick a different name. The subdomain name '${subdomain}' is not available as it's already used by a resource.`,
    );
  }

  const accountsAt = (host: string): readonly AccountRecord[] =>
    accounts().filter((candidate) => hostOf(endpointOf(candidate)) === host);
  const hasHost = (host: string): boolean =>
    host.endsWith(".api.cognitive.microsoft.com") || accountsAt(host).length > 0;

  function deleteAccount(key: AccountKey): void {
    state.deletedAccounts[keyOf(key)] = account(key);
    delete state.accounts[keyOf(key)];
    save();
  }

  return {
    groups,
    accounts,
    deletedAccounts: () => Object.values(state.deletedAccounts),
    findGroup: (name) => state.groups[lower(name)],
    findAccount: (key) => state.accounts[keyOf(key)],
    putGroup(group) {
      state.groups[lower(group.name)] = group;
      save();
    },
    deleteGroup(name) {
      for (const found of accounts()) if (lower(found.group) === lower(name)) deleteAccount(found);
      delete state.groups[lower(name)];
      save();
    },
    createAccount(asked, subscription = SUBSCRIPTION) {
      if (!state.groups[lower(asked.group)]) {
        throw new CloudError(404, "ResourceGroupNotFound", `Resource group '${asked.group}' could not be found.`);
      }
      refuseTaken(asked, subscription);
      const made: AccountRecord = { ...asked, keys: { key1: randomKey(), key2: randomKey() } };
      state.accounts[keyOf(asked)] = made;
      save();
      return made;
    },
    patchAccount(key, { properties, ...patch }) {
      const found = account(key);
      const echoed = { ...found.properties.echoed, ...properties?.echoed };
      const merged = { ...found.properties, ...properties, echoed };
      refuseSubdomain(merged.customSubDomainName ?? "", key);
      Object.assign(found, patch, { properties: merged });
      save();
      return found;
    },
    deleteAccount,
    purgeAccount(key) {
      delete state.deletedAccounts[keyOf(key)];
      save();
    },
    regenerateKey(key, which) {
      account(key).keys[which] = randomKey();
      save();
    },
    endpointOf,
    hasHost,
    judgeKey(endpoint, key, use) {
      const host = hostOf(endpoint);
      if (host === undefined || !hasHost(host)) return "CouldNotConnect";
      const owner = accountsAt(host).find(({ keys }) => keys.key1 === key || keys.key2 === key);
      if (!owner || owner.properties.disableLocalAuth === true) return "Invalid";
      const fits = (owner.sku.name === DISCONNECTED_SKU) === (use === "license");
      return KINDS[use].includes(owner.kind) && fits ? "Valid" : "Mismatch";
    },
  };
}
