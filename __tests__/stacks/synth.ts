import { Testing, type TerraformStack } from "cdktf";
import type { DeploymentPlan } from "../../lib/domain/plan";
import { addSpeechStacks } from "../../stacks";
import { Template } from "../constructs/template";

export function stacksOf(plan: DeploymentPlan): TerraformStack[] {
  return addSpeechStacks(Testing.app(), plan);
}

/** The synthesized stacks of a plan by id. */
export function templatesOf(plan: DeploymentPlan): Record<string, Template> {
  return Object.fromEntries(stacksOf(plan).map((stack) => [stack.node.id, Template.of(stack)]));
}

export function templateOf(plan: DeploymentPlan, id = "contoso"): Template {
  const template = templatesOf(plan)[id];
  if (template === undefined) {
    throw new Error(`no stack ${id}`);
  }
  return template;
}
