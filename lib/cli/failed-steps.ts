import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readManagedResources, type ManagedResource, type SynthesizedStack, type TerraformSession } from "../terraform";

/** A container that the provider waits for to its end: how steps are told from containers that serve. */
const STEP = /"attach":\s*true/;

/**
 * Addresses of steps that ended badly. What waits for them has a precondition that fails in every plan that leaves them
 * as they are. Only stacks with steps are asked.
 */
export async function failedSteps(session: TerraformSession, stack: SynthesizedStack): Promise<readonly string[]> {
  const configuration = readFileSync(join(stack.folder, "cdk.tf.json"), "utf8");
  return STEP.test(configuration) ? stepsThatFailed(await readManagedResources(session, stack)) : [];
}

export function stepsThatFailed(resources: readonly ManagedResource[]): readonly string[] {
  return resources.filter(isFailedStep).map(({ address }) => address);
}

function isFailedStep({ type, values }: ManagedResource): boolean {
  const { attach, exit_code: exitCode } = (values ?? {}) as { readonly attach?: unknown; readonly exit_code?: unknown };
  return type === "docker_container" && attach === true && typeof exitCode === "number" && exitCode !== 0;
}
