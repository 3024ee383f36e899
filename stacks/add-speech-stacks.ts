import { Annotations, type App, type TerraformStack } from "cdktf";
import type { DeploymentPlan } from "../lib/domain/plan";
import type { Problem } from "../lib/domain/problems";
import { describeProblem } from "../lib/constructs/construct-problem";
import { SpeechAccountStack, SpeechSiteStack, SpeechStack } from "./speech-stack";
import { withoutTraces } from "./traces";

export interface SpeechStacksOptions {
  /**
   * What the planner said beside the plan; the CDKTF CLI shows it with the first stack.
   *
   * @default - nothing
   */
  readonly warnings?: readonly Problem[];

  /**
   * The project: relative paths of the plan (a local state, certificates of an engine) are taken from it.
   *
   * @default - the current folder
   */
  readonly folder?: string;
}

/** Adds the stacks of a plan to an app, in the order in which they are deployed. */
export function addSpeechStacks(
  app: App,
  plan: DeploymentPlan,
  { warnings = [], folder }: SpeechStacksOptions = {},
): TerraformStack[] {
  const stacks = withoutTraces(() =>
    plan.layout === "containers" ? oneStack(app, plan, folder) : accountAndSites(app, plan, folder),
  );
  for (const stack of stacks.slice(0, 1)) {
    warnings.forEach((warning) => Annotations.of(stack).addWarning(describeProblem(warning)));
  }
  return stacks;
}

function oneStack(app: App, plan: DeploymentPlan, folder?: string): TerraformStack[] {
  return plan.sites.map((site) => new SpeechStack(app, site.stackId, { plan, site, folder }));
}

function accountAndSites(app: App, plan: DeploymentPlan, folder?: string): TerraformStack[] {
  const { accountStackId } = plan;
  const accountStacks =
    accountStackId === undefined ? [] : [new SpeechAccountStack(app, accountStackId, { plan, folder })];
  const siteStacks = plan.sites.map((site) => {
    const stack = new SpeechSiteStack(app, site.stackId, { plan, site, folder });
    accountStacks.forEach((accountStack) => stack.addDependency(accountStack));
    return stack;
  });
  return [...accountStacks, ...siteStacks];
}
