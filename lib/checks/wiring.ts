import { isExpression, staticAddress } from "./origins";
import type { Origin, ResourceView } from "./plan-view";
import type { RuleContext } from "./rule";
import type { AccountView } from "./views/account";
import type { ContainerView } from "./views/container";
import { findSetting } from "./views/settings";

/** How containers are wired to accounts. A reference proves it while all values are still unknown. */

/** What an attribute of an account gives. */
const ATTRIBUTES: Readonly<Record<WiredSetting, RegExp>> = {
  Billing: /^endpoint$/,
  ApiKey: /^(?:primary|secondary)_access_key$/,
};

export type WiredSetting = "Billing" | "ApiKey";

/**
 * Where a setting comes from. HCL configurations tell it of all settings together; there the attribute tells which
 * reference is the endpoint and which is the key.
 */
export function originsOfSetting({ settings, resource }: ContainerView, name: WiredSetting): readonly Origin[] {
  const setting = findSetting(settings, name);
  if (setting === "unset") return [];
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
  return accounts.filter(
    ({ resource }) =>
      staticAddress(resource) === origin.address &&
      (origin.key === undefined || resource.index === undefined || JSON.stringify(resource.index) === origin.key),
  );
}

/** The accounts that a container takes its endpoint or its key from. */
export function accountsUsedBy(
  context: Pick<RuleContext, "accounts">,
  container: ContainerView,
): readonly AccountView[] {
  const origins = [...originsOfSetting(container, "Billing"), ...originsOfSetting(container, "ApiKey")];
  return [...new Set(origins.flatMap((origin) => accountsOf(context, origin)))];
}

/** The containers that an account serves. */
export function containersUsing(context: RuleContext, account: AccountView): readonly ContainerView[] {
  return context.containers.filter((container) => accountsUsedBy(context, container).includes(account));
}

/** Accounts that serve Speech containers, or may: in a plan without containers, all of them. Deleted ones are left out. */
export function servingAccounts(context: RuleContext): readonly AccountView[] {
  const accounts = context.accounts.filter(({ resource }) => resource.after !== undefined);
  if (context.containers.length === 0) return accounts;
  const used = new Set(context.containers.flatMap((container) => accountsUsedBy(context, container)));
  return accounts.filter((account) => used.has(account));
}
