import { Annotations, type App, type TerraformStack } from "cdktf";
import type { DeploymentPlan } from "../lib/domain/plan";
import type { Problem } from "../lib/domain/problems";
import { describeProblem } from "../lib/constructs/construct-problem";
import { SpeechAccountStack, SpeechSiteStack, SpeechStack } from "./speech-stack";

/**
 * Adds the stacks of a plan to an app, in the order in which they are deployed.
 *
 * @param warnings what the planner said beside the plan; the CDKTF CLI shows it with the first stack
 */
export function addSpeechStacks(app: App, plan: DeploymentPlan, warnings: readonly Problem[] = []): TerraformStack[] {
  const stacks = plan.layout === "containers" ? oneStack(app, plan) : accountAndSites(app, plan);
  for (const stack of stacks.slice(0, 1)) {
    warnings.forEach((warning) => Annotations.of(stack).addWarning(describeProblem(warning)));
  }
  return stacks;
}

function oneStack(app: App, plan: DeploymentPlan): TerraformStack[] {
  return plan.sites.map((site) => new SpeechStack(app, site.stackId, { plan, site }));
}

function accountAndSites(app: App, plan: DeploymentPlan): TerraformStack[] {
  const { account, accountStackId } = plan;
  const accountStacks =
    account.kind === "create" && accountStackId !== undefined
      ? [new SpeechAccountStack(app, accountStackId, { plan, account })]
      : [];
  const siteStacks = plan.sites.map((site) => {
    const stack = new SpeechSiteStack(app, site.stackId, { plan, site });
    accountStacks.forEach((accountStack) => stack.addDependency(accountStack));
    return stack;
  });
  return [...accountStacks, ...siteStacks];
}
