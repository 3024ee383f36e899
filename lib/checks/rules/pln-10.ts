import { providerSubject } from "../providers";
import { fail, pass, type Rule } from "../rule";

const JUDGED: ReadonlySet<string> = new Set(["docker", "azurerm", "azapi"]);

/** Exactly one version, or the patches of one (`~> 3.6.2`), or the minors of one (`~> 3.6`). */
const PINNED = /^\s*(?:=?\s*v?\d+\.\d+\.\d+\S*|~>\s*v?\d+\.\d+\S*)\s*$/;

/** Versions of providers. */
export const pln10: Rule = {
  id: "PLN-10",
  title: "providers are pinned",
  level: "warning",
  why: "The next init brings another version, and versions of the docker provider differ in what they replace and delete.",
  fix: 'write a version in required_providers, such as "3.6.2" or "~> 3.6"',
  source: "kreuzwerker/docker: 3.7 reads cpus otherwise, 4.0 reworks stopped containers",
  judge: ({ plan, accounts, containers }) => {
    if (accounts.length + containers.length === 0) return [];
    return plan.providers
      .filter(({ name, alias, module }) => JUDGED.has(name) && alias === undefined && module === "")
      .map((provider) => {
        const subject = providerSubject(provider);
        const { versionConstraint } = provider;
        if (versionConstraint === undefined) return fail(subject, `the version of ${provider.name} is not pinned`);
        const isPinned = versionConstraint.split(",").some((each) => PINNED.test(each));
        return isPinned ? pass(subject) : fail(subject, `"${versionConstraint}" pins no version of ${provider.name}`);
      });
  },
};
