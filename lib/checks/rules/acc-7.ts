import { isExpression } from "../origins";
import type { Expressions, ProviderView } from "../plan-view";
import { fail, pass, type Rule } from "../rule";
import { providerSubject } from "../providers";

/** Purging a destroyed account. */
export const acc7: Rule = {
  id: "ACC-7",
  title: "a destroyed account can be purged",
  level: "warning",
  why: "The provider purges by default, which needs a right on the subscription; without it destroy fails half way.",
  fix: "set features.cognitive_account.purge_soft_delete_on_destroy = false, or grant deletedAccounts/delete",
  source: "MicrosoftDocs/azure-docs issue 76885; hashicorp/azurerm 4.55.0",
  options: { mayPurge: "false: whoever applies has no right to purge on the subscription; default: not judged" },
  judge: ({ plan, accounts, options }) => {
    if (options["mayPurge"] !== false || accounts.every(({ resource }) => resource.mode === "data")) return [];
    return plan.providers
      .filter(({ name }) => name === "azurerm")
      .map((provider) =>
        purges(provider)
          ? fail(providerSubject(provider), "a destroyed account is purged, and whoever applies may not purge")
          : pass(providerSubject(provider)),
      );
  },
};

function purges({ expressions }: ProviderView): boolean {
  const [features] = blocks(expressions, "features");
  const [account] = blocks(features ?? {}, "cognitive_account");
  const purge = account?.["purge_soft_delete_on_destroy"];
  return !(isExpression(purge) && purge.constant === false);
}

function blocks(expressions: Expressions, name: string): readonly Expressions[] {
  const found = expressions[name];
  return Array.isArray(found) ? (found as readonly Expressions[]) : [];
}
