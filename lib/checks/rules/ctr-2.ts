import type { Origin } from "../plan-view";
import { knownValue, textOf } from "../reading";
import { fail, type FailureDetails, pass, undecided, type Outcome, type Rule, type RuleContext } from "../rule";
import type { AccountView } from "../views/account";
import type { ContainerView } from "../views/container";
import { findSetting } from "../views/settings";
import { accountsOf, BILLING, originsOfSetting, SENTIMENT, type WiredPair } from "../wiring";

/** Endpoint and key of one account. */
export const ctr2: Rule = {
  id: "CTR-2",
  title: "endpoint and key come from one account",
  level: "error",
  why: "The key of another account is refused, and no log says which of the two is wrong.",
  fix: "take both from one account: endpoint and an access key of the same resource",
  source: "MicrosoftDocs/azure-docs issue 95120",
  judge: (context) =>
    context.containers.flatMap((container) =>
      [BILLING, SENTIMENT].flatMap((pair) => judgePair({ context, container, pair })),
    ),
};

type Account = Extract<Origin, { kind: "resource" }>;

/** One pair of a container. */
interface Judged {
  readonly context: RuleContext;
  readonly container: ContainerView;
  readonly pair: WiredPair;
}

/** A setting without the sections before its name. */
const shortName = (name: string): string => name.replace(/^.*:/, "");

function judgePair(judged: Judged): readonly Outcome[] {
  const { context, container, pair } = judged;
  const { resource, settings } = container;
  const [endpointName, keyName] = [shortName(pair.endpoint), shortName(pair.key)];
  if (findSetting(settings, pair.endpoint) === "unset" || findSetting(settings, pair.key) === "unset") return [];
  const billing = originsOfSetting(container, pair.endpoint);
  const key = originsOfSetting(container, pair.key);
  const [endpoints, keys] = [billing.filter(isAccount), key.filter(isAccount)];
  // Nothing of either is taken from an account of this plan.
  if (endpoints.length + keys.length === 0) {
    return [...billing, ...key].some(({ kind }) => kind === "opaque")
      ? [undecided(resource, `${endpointName} and ${keyName} known after apply`)]
      : [];
  }
  if (endpoints.length === 0) return [judgeText(judged, keys)];
  if (keys.length === 0) {
    return [undecided(resource, `whether ${keyName} is of the account of ${endpointName}, no plan tells`)];
  }
  const candidates = endpoints.filter((endpoint) => keys.some((each) => isSame(context, endpoint, each)));
  if (candidates.length === 0) {
    const message = `${endpointName} comes from ${namesOf(endpoints)}, ${keyName} from ${namesOf(keys)}`;
    return [fail(resource, message, detailsOf(pair))];
  }
  const isClear = endpoints.length === 1 && keys.length === 1 && isExact(endpoints[0]) && isExact(keys[0]);
  return [isClear ? pass(resource) : undecided(resource, "which of several accounts is meant is known after apply")];
}

/** An endpoint that is written as text beside a key that is taken from an account. */
function judgeText({ context, container, pair }: Judged, keys: readonly Account[]): Outcome {
  const { resource, settings } = container;
  const name = shortName(pair.endpoint);
  const billing = findSetting(settings, pair.endpoint);
  const text = typeof billing === "object" ? knownValue(billing.value) : undefined;
  const endpoints = keys.flatMap((key) => accountsOf(context, key)).map((account) => endpointOf(context, account));
  const known = endpoints.filter((endpoint) => endpoint !== undefined);
  if (text === undefined || known.length === 0 || known.length < endpoints.length) {
    return undecided(resource, `whether ${name} is the endpoint of ${namesOf(keys)} is known after apply`);
  }
  return known.some((endpoint) => host(endpoint) === host(text))
    ? pass(resource)
    : fail(resource, `${name} is "${text}", the endpoint of ${namesOf(keys)} is "${known[0] ?? ""}"`, detailsOf(pair));
}

/** Both pairs of a container may be wrong. */
const detailsOf = (pair: WiredPair): FailureDetails => (pair === SENTIMENT ? { part: pair.key } : {});

function endpointOf({ plan }: RuleContext, { resource }: AccountView): string | undefined {
  return knownValue(textOf(plan, resource, "endpoint"));
}

const host = (endpoint: string): string => endpoint.toLowerCase().replace(/^https:\/\/([^/]+).*$/, "$1");

function isAccount(origin: Origin): origin is Account {
  return origin.kind === "resource" && /(?:^|\.)(?:azurerm_cognitive_account|azapi_resource)\./.test(origin.address);
}

/** One resource, or a resource and a data source that read one account. */
function isSame(context: RuleContext, left: Account, right: Account): boolean {
  if (left.address === right.address) {
    return left.key === undefined || right.key === undefined || left.key === right.key;
  }
  const [names, others] = [identities(context, left), identities(context, right)];
  return names.some((name) => others.includes(name));
}

function identities(context: RuleContext, origin: Account): readonly string[] {
  return accountsOf(context, origin).flatMap(({ resource, name }) => {
    const group = knownValue(textOf(context.plan, resource, "resource_group_name"));
    const known = knownValue(name);
    return known === undefined || group === undefined ? [] : [`${group}/${known}`.toLowerCase()];
  });
}

const isExact = (origin: Account | undefined): boolean => origin?.attribute !== undefined;

function namesOf(origins: readonly Account[]): string {
  return [...new Set(origins.map(({ address, key }) => `${address}${key === undefined ? "" : `[${key}]`}`))].join(", ");
}
