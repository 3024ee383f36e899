import { judged } from "../judging";
import { fetchesLicence } from "../offline";
import { fail, pass, type Outcome, type Rule, type RuleContext } from "../rule";
import type { AccountView } from "../views/account";
import { containersUsing, servingAccounts } from "../wiring";

const FREE = "F0";
const DISCONNECTED = "DC0";

/** The pricing tier. */
export const acc5: Rule = {
  id: "ACC-5",
  title: "pricing tier fits what the account is for",
  level: "error",
  why: "F0 ends in OutOfQuota, DC0 serves no connected container, and only DC0 gives a licence.",
  fix: "use S0 for connected containers, S for sentiment, and a second account of DC0 for licences",
  source: "MicrosoftDocs/azure-ai-docs container-faq.yml and disconnected-containers.md",
  judge: (context) => servingAccounts(context).map((account) => judgeAccount(context, account)),
};

function judgeAccount(context: RuleContext, account: AccountView): Outcome {
  const { resource, sku } = account;
  const served = containersUsing(context, account);
  const licensed = served.filter(fetchesLicence);
  const connected = served.filter((container) => !fetchesLicence(container));
  return judged(resource, "sku_name", sku, (value = "") => {
    if (value === DISCONNECTED && connected.length > 0) {
      const [first] = connected;
      return fail(resource, `sku_name is "${value}", but ${first?.resource.address ?? ""} is a connected container`);
    }
    if (value !== DISCONNECTED && licensed.length > 0) {
      const [first] = licensed;
      return fail(resource, `sku_name is "${value}": it gives ${first?.resource.address ?? ""} no licence`);
    }
    return value === FREE && context.profile === "production"
      ? fail(resource, `sku_name is "${FREE}", the free tier: its quota ends within a month`, { level: "warning" })
      : pass(resource);
  });
}
