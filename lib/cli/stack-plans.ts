import {
  discardPlan,
  initialize,
  Interrupted,
  planStack,
  readPlan,
  type ChangeCounts,
  type PlannedChange,
  type StackPlan,
  type SynthesizedStack,
} from "../terraform";
import type { Deployment } from "./deployment";
import { failedSteps } from "./failed-steps";
import { changesOf } from "./planned-changes";
import type { Step } from "./steps";

export type StackOutcome =
  | {
      readonly kind: "planned";
      readonly stack: SynthesizedStack;
      readonly plan: StackPlan;
      readonly changes: readonly PlannedChange[];
    }
  /** Reads an account that an earlier stack is still to make. */
  | { readonly kind: "waiting"; readonly stack: SynthesizedStack }
  | { readonly kind: "failed"; readonly stack: SynthesizedStack; readonly error: unknown }
  /** Depends on a stack that failed. */
  | { readonly kind: "skipped"; readonly stack: SynthesizedStack; readonly because: string };

/**
 * Plans stacks in their order. A stack whose account is not there yet waits; a failure (an engine that cannot be
 * reached) stops only the stacks that depend on it.
 */
export async function planStacks(
  deployment: Deployment,
  stacks: readonly SynthesizedStack[],
  {
    step,
    details = true,
  }: { readonly step: Step; /** Read what changes why; costs a Terraform process. */ readonly details?: boolean },
): Promise<readonly StackOutcome[]> {
  const outcomes: StackOutcome[] = [];
  try {
    for (const stack of stacks) {
      const before = outcomes.filter((outcome) => stack.dependencies.includes(outcome.stack.id));
      outcomes.push(blockedBy(stack, before) ?? (await planOne(deployment, stack, { step, details })));
    }
  } catch (error) {
    discardAll(outcomes);
    throw error;
  }
  return outcomes;
}

export function discardAll(outcomes: readonly StackOutcome[]): void {
  for (const outcome of outcomes) if (outcome.kind === "planned") discardPlan(outcome.plan);
}

export function describeCounts({ changed, counts }: Pick<StackPlan, "changed" | "counts">): string {
  if (!changed) return "no changes";
  const { add, change, destroy }: ChangeCounts = counts;
  if (add + change + destroy === 0) return "only outputs change";
  return `${add} to add, ${change} to change, ${destroy} to destroy`;
}

function blockedBy(stack: SynthesizedStack, before: readonly StackOutcome[]): StackOutcome | undefined {
  const broken = before.find(({ kind }) => kind === "failed" || kind === "skipped");
  if (broken !== undefined) return { kind: "skipped", stack, because: `stack "${broken.stack.id}" failed` };
  const early = before.some(
    (outcome) => outcome.kind === "waiting" || (outcome.kind === "planned" && makesAccount(outcome)),
  );
  return early ? { kind: "waiting", stack } : undefined;
}

function makesAccount({ plan }: { readonly plan: StackPlan }): boolean {
  return plan.planned.some(({ address, action }) => {
    return address.startsWith("azurerm_cognitive_account.") && (action === "create" || action === "replace");
  });
}

async function planOne(
  deployment: Deployment,
  stack: SynthesizedStack,
  { step, details }: { readonly step: Step; readonly details: boolean },
): Promise<StackOutcome> {
  try {
    return await step("plan", async (say) => {
      say(`stack ${stack.id}`);
      const plan = await planFresh(deployment, stack);
      const changes = plan.changed && details ? changesOf(await readPlan(deployment.session, plan)) : [];
      const name = deployment.stacks.length === 1 ? "" : `${stack.id}: `;
      return { value: { kind: "planned", stack, plan, changes }, text: name + describeCounts(plan) };
    });
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    return { kind: "failed", stack, error };
  }
}

/** Plans a stack after its init, where it needs one. A step that failed is run again: nothing else heals it. */
export async function planFresh(
  { session, sandbox }: Deployment,
  stack: SynthesizedStack,
  options: { readonly destroy?: boolean } = {},
): Promise<StackPlan> {
  await initialize(session, stack, { reconfigure: sandbox !== undefined });
  const replace = options.destroy === true ? [] : await failedSteps(session, stack);
  return planStack(session, stack, { ...options, replace });
}
