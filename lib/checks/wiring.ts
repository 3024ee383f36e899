import { groupBy } from "../domain/group-by";
import { isExpression, staticAddress } from "./origins";
import type { Origin, ResourceView } from "./plan-view";
import { remembered } from "../domain/remembered";
import type { RuleContext } from "./rule";
import type { AccountView } from "./views/account";
import type { ContainerView } from "./views/container";
import { findSetting } from "./views/settings";

/** How containers are wired to accounts. A reference proves it while all values are still unknown. */

const ENDPOINT = /^endpoint$/;
const KEY = /^(?:primary|secondary)_access_key$/;

/** What an attribute of an account gives. */
const ATTRIBUTES = {
  Billing: ENDPOINT,
  ApiKey: KEY,
  "CloudAI:SentimentAnalysisSettings:TextAnalyticsHost": ENDPOINT,
  "CloudAI:SentimentAnalysisSettings:SentimentAnalysisApiKey": KEY,
} as const satisfies Readonly<Record<string, RegExp>>;

export type WiredSetting = keyof typeof ATTRIBUTES;

/** Endpoint and key that are of one account. */
export interface WiredPair {
  readonly endpoint: WiredSetting;
  readonly key: WiredSetting;
}

/** What a container bills to. */
export const BILLING: WiredPair = { endpoint: "Billing", key: "ApiKey" };

/** What a container that transcribes asks for sentiment. */
export const SENTIMENT: WiredPair = {
  endpoint: "CloudAI:SentimentAnalysisSettings:TextAnalyticsHost",
  key: "CloudAI:SentimentAnalysisSettings:SentimentAnalysisApiKey",
};

/**
 * Where a setting comes from. HCL configurations tell it of all settings together; there the attribute tells which
 * reference is the endpoint and which is the key.
 */
export function originsOfSetting({ settings, resource }: ContainerView, name: WiredSetting): readonly Origin[] {
  const setting = findSetting(settings, name);
  // Whether a setting that nobody asks for is among unknown words, no plan tells.
  const isAsked = name === BILLING.endpoint || name === BILLING.key;
  if (setting === "unset" || (setting === "unknown" && !isAsked)) return [];
  if (typeof setting === "object") {
    if (setting.origins.length > 0) return setting.origins;
    if (isWritten(resource, setting.via === "argument" ? "command" : "env")) return [];
  }
  return settings.origins.filter(
    (origin) => origin.kind !== "resource" || origin.attribute === undefined || ATTRIBUTES[name].test(origin.attribute),
  );
}

/** Whether the configuration shows each element of a list, so that an element without references is a text. */
function isWritten({ configuration }: ResourceView, argument: string): boolean {
  const expression = configuration?.[argument];
  return isExpression(expression) && Array.isArray(expression.constant);
}

/** The accounts that an origin may mean; several where an instance is chosen by an expression. */
export function accountsOf({ accounts }: Pick<RuleContext, "accounts">, origin: Origin): readonly AccountView[] {
  if (origin.kind !== "resource") return [];
  const { address, key } = origin;
  const found = accountsByAddress(accounts).get(address) ?? [];
  return found.filter(
    ({ resource: { index } }) => key === undefined || index === undefined || JSON.stringify(index) === key,
  );
}

const accountsByAddress = remembered((accounts: readonly AccountView[]) =>
  groupBy(accounts, ({ resource }) => staticAddress(resource)),
);

/** The accounts that a container takes an endpoint or a key from; of all its pairs, or of one. */
export function accountsUsedBy(
  context: Pick<RuleContext, "accounts">,
  container: ContainerView,
  pairs: readonly WiredPair[] = ALL_PAIRS,
): readonly AccountView[] {
  const [pair] = pairs;
  const ofPair = accountsOfPairs(context.accounts);
  if (pair !== undefined && pairs.length === 1) return ofPair(pair)(container);
  return [...new Set(pairs.flatMap((each) => ofPair(each)(container)))];
}

const ALL_PAIRS: readonly WiredPair[] = [BILLING, SENTIMENT];

const accountsOfPairs = remembered((accounts: readonly AccountView[]) =>
  remembered(({ endpoint, key }: WiredPair) =>
    remembered((container: ContainerView): readonly AccountView[] => {
      const origins = [...originsOfSetting(container, endpoint), ...originsOfSetting(container, key)];
      return [...new Set(origins.flatMap((origin) => accountsOf({ accounts }, origin)))];
    }),
  ),
);

/** The containers that an account serves. */
export function containersUsing(context: RuleContext, account: AccountView): readonly ContainerView[] {
  return usersOf(context).get(account) ?? [];
}

/** The containers of each account that serves any. */
function usersOf({ accounts, containers }: RuleContext): ReadonlyMap<AccountView, readonly ContainerView[]> {
  return usersIn(accounts)(containers);
}

const usersIn = remembered((accounts: readonly AccountView[]) =>
  remembered((containers: readonly ContainerView[]) => {
    const users = new Map<AccountView, ContainerView[]>();
    for (const container of containers) {
      for (const account of accountsUsedBy({ accounts }, container)) {
        const known = users.get(account);
        if (known === undefined) users.set(account, [container]);
        else known.push(container);
      }
    }
    return users;
  }),
);

/** Accounts that serve Speech containers, or may: in a plan without containers, all of them. Deleted ones are left out. */
export function servingAccounts(context: RuleContext): readonly AccountView[] {
  const accounts = context.accounts.filter(({ resource }) => resource.after !== undefined);
  if (context.containers.length === 0) return accounts;
  return accounts.filter((account) => usersOf(context).has(account));
}
