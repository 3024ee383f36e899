import { judged } from "../judging";
import { fail, pass, type Rule } from "../rule";
import { servingAccounts } from "../wiring";

/** Keys of the account. */
export const acc2: Rule = {
  id: "ACC-2",
  title: "keys of the account are on",
  level: "error",
  why: "A key is the only credential that a connected container can use, and without local authentication there is none.",
  fix: "set local_auth_enabled = true; where a scanner asks for false, waive it with a reason (CKV_AZURE_236)",
  source: "hashicorp/azurerm 4.55.0: with local authentication off it reads no keys",
  judge: (context) =>
    servingAccounts(context).map(({ resource, localAuth }) =>
      judged(resource, "local_auth_enabled", localAuth, (enabled = true) =>
        enabled
          ? pass(resource)
          : fail(resource, "local_auth_enabled is false: the account gives its containers no key"),
      ),
    ),
};
