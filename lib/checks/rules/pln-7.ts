import { originsOf } from "../origins";
import type { OutputView, PlanView } from "../plan-view";
import { fail, pass, undecided, type Rule } from "../rule";
import { secretsOf } from "../secrets";

/** Keys in outputs. */
export const pln7: Rule = {
  id: "PLN-7",
  title: "no output tells a secret",
  level: "error",
  why: "An output that is not sensitive is printed after each apply and kept in the clear by whoever reads the state.",
  fix: "take the key out of the output; containers get it by reference",
  source: "hashicorp/terraform pull request 38537",
  judge: ({ plan }) => {
    const secrets = [...secretsOf(plan)];
    return plan.outputs.map((output) => {
      const subject = { address: `output.${output.name}` };
      if (output.sensitive === true) return pass(subject);
      if (holdsAny(output.after, secrets)) return fail(subject, "a value of it is a secret elsewhere in the plan");
      if (referencesKey(plan, output)) return fail(subject, "it refers to an access key and is not sensitive");
      return output.unknown === true && referencesSecret(plan, output)
        ? undecided(subject, "value known after apply")
        : pass(subject);
    });
  },
};

/** Plain references to a key are refused by Terraform; those in nonsensitive() are not. */
function referencesKey(plan: PlanView, { references }: OutputView): boolean {
  return originsOf(plan, "", references).some(
    (origin) => origin.kind === "resource" && origin.attribute?.endsWith("_access_key") === true,
  );
}

function referencesSecret(plan: PlanView, { references }: OutputView): boolean {
  return originsOf(plan, "", references).some((origin) => origin.kind === "variable" && origin.sensitive);
}

function holdsAny(value: unknown, secrets: readonly string[]): boolean {
  if (typeof value === "string") return secrets.some((secret) => value.includes(secret));
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((each) => holdsAny(each, secrets));
}
