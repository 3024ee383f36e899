import type { TerraformElement, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { containerFacts } from "../lib/constructs/docker/container-facts";
import { renderSite } from "../lib/constructs/docker/speech-site";
import type { DeploymentPlan, SitePlan } from "../lib/domain/plan";
import type { SourcePlace } from "../lib/domain/problems";
import { stepsOf } from "../lib/domain/steps";
import type { Accounts } from "./account";
import { annotateOrigin, engineFacts } from "./origins";
import { addEngine } from "./providers";
import { addSecrets } from "./secrets";

/** One engine's provider, network, images and containers. */
export function addSite(
  stack: TerraformStack,
  plan: DeploymentPlan,
  { site, accounts, folder }: { readonly site: SitePlan; readonly accounts: Accounts; readonly folder: string },
): void {
  addEngine(stack, site, folder);
  const facts = { profile: plan.profile, engine: engineFacts(site.engine) };
  // The id "Default" is no part of an address, and keeps the containers' names apart from the stack's other ids.
  const secrets = addSecrets(stack, site);
  const { network, containers } = renderSite(new Construct(stack, "Default"), site, {
    ...accounts,
    secretsOf: () => secrets,
  });
  annotateOrigin(network, site.source, facts);
  const firstUse = new Map<TerraformElement, SourcePlace | undefined>();
  for (const rendered of Object.values(containers)) {
    const { plan: container, image, resource } = rendered;
    for (const step of stepsOf(rendered)) {
      annotateOrigin(step, container.source, facts);
    }
    annotateOrigin(resource, container.source, { ...facts, ...containerFacts(container) });
    if (!firstUse.has(image)) {
      firstUse.set(image, container.source);
    }
  }
  firstUse.forEach((source, image) => annotateOrigin(image, source));
}
