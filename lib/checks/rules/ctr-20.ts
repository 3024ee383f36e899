import { fail, pass, type Rule } from "../rule";

/** The processor. */
export const ctr20: Rule = {
  id: "CTR-20",
  title: "engine has AVX2",
  level: "warning",
  why: "Speech images are built for processors with AVX2 and stop at their first query on others.",
  fix: "move the containers to another engine; of virtual machines, let the processor through (host CPU type)",
  source: "MicrosoftDocs/azure-ai-docs speech-container-howto.md, July 2025",
  judge: ({ containers }) =>
    containers
      .filter(({ resource }) => typeof resource.facts.engine?.["avx2"] === "boolean")
      .map(({ resource }) =>
        resource.facts.engine?.["avx2"] === false
          ? fail(resource, "its engine is declared to have no AVX2")
          : pass(resource),
      ),
};
