import { judged } from "../judging";
import { fail, pass, undecided, type Rule } from "../rule";

/** Network rules and the custom subdomain. */
export const acc6: Rule = {
  id: "ACC-6",
  title: "account with network rules has a custom subdomain",
  level: "info",
  why: "The provider refuses network_acls without custom_subdomain_name, and a subdomain can never be changed.",
  fix: "set custom_subdomain_name, a name that is unique in all of Azure",
  source: "hashicorp/azurerm 4.55.0",
  judge: ({ accounts }) =>
    accounts
      .filter(({ resource }) => resource.mode === "managed" && resource.after !== undefined)
      .filter(({ defaultAction }) => defaultAction.state !== "unset")
      .map(({ resource, defaultAction, customSubdomain }) => {
        if (defaultAction.state === "unknown") return undecided(resource, "network_acls known after apply");
        return judged(resource, "custom_subdomain_name", customSubdomain, (name = "") =>
          name === "" ? fail(resource, "network_acls is set, custom_subdomain_name is not") : pass(resource),
        );
      }),
};
