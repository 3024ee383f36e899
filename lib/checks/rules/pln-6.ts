import { fail, pass, undecided, type Rule } from "../rule";

/** The author's own conditions. */
export const pln6: Rule = {
  id: "PLN-6",
  title: "conditions of the configuration hold",
  level: "error",
  why: "A check block that fails is only a warning to Terraform, which applies the plan all the same.",
  fix: "see the condition's own message",
  source: "Terraform plan JSON: checks",
  judge: ({ plan }) =>
    plan.checks.map(({ address, status, messages }) => {
      const subject = { address };
      if (status === "pass") return pass(subject);
      if (status === "unknown") return undecided(subject, "condition known after apply");
      const words = messages.join(" ").replace(/\.$/, "");
      return fail(
        subject,
        `${status === "fail" ? "does not hold" : "cannot be judged"}${words === "" ? "" : `: ${words}`}`,
      );
    }),
};
