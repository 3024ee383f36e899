import { acknowledged } from "../acknowledged";
import { fail, pass, type Outcome, type Rule, type RuleContext } from "../rule";
import type { AccountView } from "../views/account";
import { containersUsing } from "../wiring";

const MOST_NAMED = 5;

/** The end of an account. */
export const acc4: Rule = {
  id: "ACC-4",
  title: "account is neither deleted nor replaced",
  level: "error",
  why: "Its keys end with it, its name stays taken until it is purged, and its custom subdomain may be lost.",
  fix: "take back what forces it, or say why with an acknowledgement or a waiver of ACC-4",
  source: "hashicorp/azurerm issues 12258, 25222, 28585",
  judge: (context) =>
    context.accounts
      .filter(({ resource }) => resource.mode === "managed" && resource.before !== undefined)
      .map((account) => judgeAccount(context, account)),
};

function judgeAccount(context: RuleContext, account: AccountView): Outcome {
  const { resource } = account;
  if (resource.action !== "delete" && resource.action !== "replace") return pass(resource);
  if (acknowledged(resource, "ACC-4")) return pass(resource);
  const forced = [...new Set(resource.replacePaths.map(([argument]) => String(argument)))];
  const done =
    resource.action === "delete" ? "deleted" : `replaced${forced.length === 0 ? "" : ` (${forced.join(", ")})`}`;
  return fail(
    resource,
    `the account is ${done}${describe(containersUsing(context, account).map((each) => each.resource.address))}`,
  );
}

function describe(dependents: readonly string[]): string {
  if (dependents.length === 0) return "";
  const more = dependents.length - MOST_NAMED;
  return `, and with it the key of ${dependents.slice(0, MOST_NAMED).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
