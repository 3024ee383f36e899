import { isExpression } from "../origins";
import type { Expressions, ProviderView } from "../plan-view";
import { fail, pass, undecided, type Outcome, type Rule } from "../rule";
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
    return plan.providers.filter(({ name }) => name === "azurerm").map(judgeProvider);
  },
};

function judgeProvider(provider: ProviderView): Outcome {
  const subject = providerSubject(provider);
  const [features] = blocks(provider.expressions, "features");
  const [account] = blocks(features ?? {}, "cognitive_account");
  const purge = account?.["purge_soft_delete_on_destroy"];
  if (!isExpression(purge)) return fail(subject, "a destroyed account is purged, and whoever applies may not purge");
  if (purge.constant === false) return pass(subject);
  return purge.references.length > 0
    ? undecided(subject, "whether a destroyed account is purged is not written as a constant")
    : fail(subject, "a destroyed account is purged, and whoever applies may not purge");
}

function blocks(expressions: Expressions, name: string): readonly Expressions[] {
  const found = expressions[name];
  return Array.isArray(found) ? (found as readonly Expressions[]) : [];
}
