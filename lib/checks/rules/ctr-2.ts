import type { Origin } from "../plan-view";
import { knownValue, textOf } from "../reading";
import { fail, pass, undecided, type Outcome, type Rule, type RuleContext } from "../rule";
import type { AccountView } from "../views/account";
import type { ContainerView } from "../views/container";
import { findSetting } from "../views/settings";
import { accountsOf, originsOfSetting } from "../wiring";

/** Endpoint and key of one account. */
export const ctr2: Rule = {
  id: "CTR-2",
  title: "Billing and ApiKey come from one account",
  level: "error",
  why: "The key of another account is refused, and no log says which of the two is wrong.",
  fix: "take both from one account: endpoint and an access key of the same resource",
  source: "MicrosoftDocs/azure-docs issue 95120",
  judge: (context) => context.containers.flatMap((container) => judgeContainer(context, container)),
};

type Account = Extract<Origin, { kind: "resource" }>;

function judgeContainer(context: RuleContext, container: ContainerView): readonly Outcome[] {
  const { resource, settings } = container;
  if (findSetting(settings, "Billing") === "unset" || findSetting(settings, "ApiKey") === "unset") return [];
  const billing = originsOfSetting(container, "Billing");
  const key = originsOfSetting(container, "ApiKey");
  const [endpoints, keys] = [billing.filter(isAccount), key.filter(isAccount)];
  // Nothing of either is taken from an account of this plan.
  if (endpoints.length + keys.length === 0) {
    return [...billing, ...key].some(({ kind }) => kind === "opaque")
      ? [undecided(resource, "Billing and ApiKey known after apply")]
      : [];
  }
  if (endpoints.length === 0) return [judgeText(context, container, keys)];
  if (keys.length === 0) return [undecided(resource, "whether ApiKey is of the account of Billing, no plan tells")];
  const candidates = endpoints.filter((endpoint) => keys.some((each) => isSame(context, endpoint, each)));
  if (candidates.length === 0) {
    return [fail(resource, `Billing comes from ${namesOf(endpoints)}, ApiKey from ${namesOf(keys)}`)];
  }
  const isClear = endpoints.length === 1 && keys.length === 1 && isExact(endpoints[0]) && isExact(keys[0]);
  return [isClear ? pass(resource) : undecided(resource, "which of several accounts is meant is known after apply")];
}

/** An endpoint that is written as text beside a key that is taken from an account. */
function judgeText(context: RuleContext, { resource, settings }: ContainerView, keys: readonly Account[]): Outcome {
  const billing = findSetting(settings, "Billing");
  const text = typeof billing === "object" ? knownValue(billing.value) : undefined;
  const endpoints = keys.flatMap((key) => accountsOf(context, key)).map((account) => endpointOf(context, account));
  const known = endpoints.filter((endpoint) => endpoint !== undefined);
  if (text === undefined || known.length === 0 || known.length < endpoints.length) {
    return undecided(resource, `whether Billing is the endpoint of ${namesOf(keys)} is known after apply`);
  }
  return known.some((endpoint) => host(endpoint) === host(text))
    ? pass(resource)
    : fail(resource, `Billing is "${text}", the endpoint of ${namesOf(keys)} is "${known[0] ?? ""}"`);
}

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
