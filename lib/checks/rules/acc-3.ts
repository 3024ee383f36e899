import { originsOf, isExpression, staticAddress } from "../origins";
import type { PlanView, Reading, ResourceView } from "../plan-view";
import { knownValue } from "../reading";
import { fail, pass, undecided, type Outcome, type Rule, type RuleContext } from "../rule";
import type { AccountView } from "../views/account";
import { servingAccounts } from "../wiring";

/** The way from the containers to the account. */
export const acc3: Rule = {
  id: "ACC-3",
  title: "account lets its containers in",
  level: "warning",
  why: "A container that cannot report its usage stops serving after ten tries, one each 10 to 15 minutes.",
  fix: "name the hosts' addresses in network_acls.ip_rules, add a private endpoint, or say privatePath in the checks file",
  source: "MicrosoftDocs/azure-ai-docs speech-container-howto.md, July 2025",
  options: { privatePath: "in words, how the hosts reach the account privately; default: they do not" },
  // Of an account that is only read, the provider tells no network rules.
  judge: (context) =>
    servingAccounts(context)
      .filter(({ resource }) => resource.mode === "managed")
      .map((account) => judgeAccount(context, account)),
};

function judgeAccount({ plan, options }: RuleContext, account: AccountView): Outcome {
  const { resource, publicAccess, defaultAction, allowed } = account;
  const hasPath = typeof options["privatePath"] === "string" || hasPrivateEndpoint(plan, resource);
  if (hasPath) return pass(resource);
  if (publicAccess.state === "unknown" || defaultAction.state === "unknown") {
    return undecided(resource, "network rules known after apply");
  }
  if (knownValue(publicAccess) === false) {
    return fail(resource, "public_network_access_enabled is false, and no private path to the account is declared");
  }
  if (knownValue(defaultAction)?.toLowerCase() !== "deny") return pass(resource);
  if (allowed.some(isSome)) return pass(resource);
  if (allowed.some(({ state }) => state === "unknown")) return undecided(resource, "network rules known after apply");
  return fail(resource, "network_acls denies by default and names no address: no container gets through");
}

const isSome = (rules: Reading<unknown>): boolean =>
  rules.state === "known" && Array.isArray(rules.value) && rules.value.length > 0;

/** A private endpoint anywhere in the plan that refers to the account. */
function hasPrivateEndpoint(plan: PlanView, account: ResourceView): boolean {
  const address = staticAddress(account);
  return plan.resources.some(({ type, module, after, configuration }) => {
    const connections = configuration?.["private_service_connection"];
    if (type !== "azurerm_private_endpoint" || after === undefined || !Array.isArray(connections)) return false;
    return connections.some((connection: Readonly<Record<string, unknown>>) => {
      const target = connection["private_connection_resource_id"];
      const origins = isExpression(target) ? originsOf(plan, module, target.references) : [];
      return origins.some((origin) => origin.kind === "resource" && origin.address === address);
    });
  });
}
