import { fetchesLicence, isDisconnected, mayBeDisconnected } from "../offline";
import { fail, pass, undecided, type Outcome, type Rule } from "../rule";
import type { ContainerView } from "../views/container";

/** Language detection needs Azure. */
export const ctr16: Rule = {
  id: "CTR-16",
  title: "language detection is connected",
  level: "error",
  why: "Microsoft gives no licence for it: it works only while it can report its usage.",
  fix: "run it connected, with Billing and ApiKey",
  source: "MicrosoftDocs/azure-ai-docs disconnected-containers.md",
  judge: ({ containers }) =>
    containers.filter(({ owner }) => owner?.function === "language-detection").map(judgeContainer),
};

function judgeContainer(container: ContainerView): Outcome {
  const { resource } = container;
  if (isDisconnected(container) || fetchesLicence(container)) {
    return fail(resource, "language-detection is not offered without a connection");
  }
  return mayBeDisconnected(container)
    ? undecided(resource, "whether it is disconnected is known after apply")
    : pass(resource);
}
