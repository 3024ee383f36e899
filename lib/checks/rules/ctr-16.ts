import { fetchesLicence, isDisconnected } from "../offline";
import { fail, pass, type Rule } from "../rule";

/** Language detection needs Azure. */
export const ctr16: Rule = {
  id: "CTR-16",
  title: "language detection is connected",
  level: "error",
  why: "Microsoft gives no licence for it: it works only while it can report its usage.",
  fix: "run it connected, with Billing and ApiKey",
  source: "MicrosoftDocs/azure-ai-docs disconnected-containers.md",
  judge: ({ containers }) =>
    containers
      .filter(({ owner }) => owner?.function === "language-detection")
      .map((container) =>
        isDisconnected(container) || fetchesLicence(container)
          ? fail(container.resource, "language-detection is not offered without a connection")
          : pass(container.resource),
      ),
};
