import {
  discardPlan,
  initialize,
  Interrupted,
  readManagedResources,
  type StackPlan,
  type SynthesizedStack,
} from "../terraform";
import type { Deployment } from "./deployment";
import { volumesKeptBy } from "./kept-volumes";
import { applyOne, withDone } from "./rounds";
import { planFresh } from "./stack-plans";
import type { Step } from "./steps";

/** A stack that is to be destroyed, and the volumes that will be left of it. */
export interface Doomed {
  readonly stack: SynthesizedStack;
  readonly plan: StackPlan;
  readonly keeps: readonly string[];
}

/** What became of a stack. */
export type Ending = { readonly stack: SynthesizedStack } & (
  | { readonly status: "destroyed" | "nothing to destroy" | "declined" }
  | { readonly status: "kept"; readonly because: string }
  | { readonly status: "failed"; readonly error: unknown }
);

export interface Destruction {
  readonly doomed: readonly Doomed[];
  /** Stacks of which it is known already that they stay, or are not there. */
  readonly endings: readonly Ending[];
}

/**
 * Plans the end of all stacks, in the order in which they end. Nothing that belongs together is torn apart: where a stack
 * cannot be destroyed, those that are built on it stay, and those that it is built on.
 */
export async function planDestruction(deployment: Deployment, step: Step): Promise<Destruction> {
  const found: (Doomed | Ending)[] = [];
  try {
    for (const stack of deployment.stacks.toReversed()) found.push(await lookAt(deployment, stack, step));
  } catch (error) {
    for (const each of found) if ("plan" in each) discardPlan(each.plan);
    throw error;
  }
  const failed = found.filter(isFailed).map(({ stack }) => stack);
  const doomed: Doomed[] = [];
  const endings: Ending[] = [];
  for (const each of found) {
    const because = "plan" in each ? (heldBelow(each.stack, failed) ?? neededBy(each.stack, endings)) : undefined;
    if (!("plan" in each)) endings.push(each);
    else if (because === undefined) doomed.push(each);
    else {
      discardPlan(each.plan);
      endings.push({ stack: each.stack, status: "kept", because });
    }
  }
  return { doomed, endings };
}

/** Destroys what is planned. A failure stops only the stacks that the failed one needs. */
export async function carryOut(
  deployment: Deployment,
  { doomed, endings }: Destruction,
  step: Step,
): Promise<readonly Ending[]> {
  const all = [...endings];
  try {
    for (const { stack, plan } of doomed) {
      const because = neededBy(stack, all);
      if (because === undefined) all.push(await endOne(deployment, plan, step));
      else {
        discardPlan(plan);
        all.push({ stack, status: "kept", because });
      }
    }
  } catch (error) {
    const gone = all.filter(({ status }) => status === "destroyed").map(({ stack }) => stack.id);
    throw withDone(error, "destroyed", gone);
  }
  return deployment.stacks.toReversed().flatMap(({ id }) => all.filter(({ stack }) => stack.id === id));
}

async function lookAt(deployment: Deployment, stack: SynthesizedStack, step: Step): Promise<Doomed | Ending> {
  const { session, sandbox } = deployment;
  try {
    return await step<Doomed | Ending>("plan", async (say) => {
      say(`stack ${stack.id}`);
      await initialize(session, stack, { reconfigure: sandbox !== undefined });
      const resources = await readManagedResources(session, stack);
      if (resources.length === 0)
        return { value: { stack, status: "nothing to destroy" }, text: `${stack.id}: nothing to destroy` };
      const plan = await planFresh(deployment, stack, { destroy: true });
      return {
        value: { stack, plan, keeps: volumesKeptBy(resources) },
        text: `${stack.id}: ${plan.counts.destroy} to destroy`,
      };
    });
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    return { stack, status: "failed", error };
  }
}

async function endOne(deployment: Deployment, plan: StackPlan, step: Step): Promise<Ending> {
  const { stack } = plan;
  try {
    await applyOne(deployment, plan, step);
    return { stack, status: "destroyed" };
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    return { stack, status: "failed", error };
  }
}

const isFailed = (found: Doomed | Ending): boolean => "status" in found && found.status === "failed";

/** Why a stack stays: it is built on one that cannot be destroyed. */
function heldBelow({ dependencies }: SynthesizedStack, failed: readonly SynthesizedStack[]): string | undefined {
  const below = failed.find(({ id }) => dependencies.includes(id));
  return below === undefined ? undefined : `stack "${below.id}" cannot be destroyed`;
}

/** Why a stack stays: its account would be gone under running containers. */
function neededBy({ id }: SynthesizedStack, endings: readonly Ending[]): string | undefined {
  const above = endings.find(
    ({ stack, status }) => stack.dependencies.includes(id) && (status === "failed" || status === "kept"),
  );
  return above === undefined ? undefined : `stack "${above.stack.id}" needs it and was not destroyed`;
}
