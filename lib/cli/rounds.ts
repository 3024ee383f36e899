import {
  applyPlan,
  Interrupted,
  readOutputs,
  type ChangeCounts,
  type Outputs,
  type StackPlan,
  type SynthesizedStack,
  type TerraformEvent,
} from "../terraform";
import type { Deployment } from "./deployment";
import { discardAll, planStacks, type StackOutcome } from "./stack-plans";
import type { Say, Step } from "./steps";

export type StackResult =
  | {
      readonly kind: "applied" | "unchanged";
      readonly stack: SynthesizedStack;
      readonly counts: ChangeCounts;
      readonly outputs: Outputs;
    }
  | { readonly kind: "declined"; readonly stack: SynthesizedStack }
  | Extract<StackOutcome, { readonly kind: "failed" | "skipped" }>;

export interface RoundsOptions {
  readonly step: Step;
  /** The first round, planned already. */
  readonly first: readonly StackOutcome[];
  /** Shows what is planned and asks whether it may be done; asked once a round, and only when something changes. */
  readonly approve: (outcomes: readonly StackOutcome[]) => Promise<boolean>;
  readonly details?: boolean;
}

/**
 * Applies what is planned, then plans and applies the stacks that waited for it, until none is left. Nothing is applied
 * that was not planned and approved before.
 */
export async function applyInRounds(
  deployment: Deployment,
  { step, first, approve, details }: RoundsOptions,
): Promise<readonly StackResult[]> {
  const results: StackResult[] = [];
  try {
    for (let outcomes = first; outcomes.length > 0;) {
      outcomes = await applyRound(deployment, outcomes, { step, approve, details, results });
    }
  } catch (error) {
    const applied = results.filter(({ kind }) => kind === "applied").map(({ stack }) => stack.id);
    throw withDone(error, "applied", applied);
  }
  return results;
}

/** Settles what is planned, and answers with the plans of those that waited for it. */
async function applyRound(
  deployment: Deployment,
  outcomes: readonly StackOutcome[],
  { step, approve, details, results }: Omit<RoundsOptions, "first"> & { readonly results: StackResult[] },
): Promise<readonly StackOutcome[]> {
  try {
    const approved = !outcomes.some(isChange) || (await approve(outcomes));
    for (const outcome of outcomes) {
      if (outcome.kind !== "waiting") results.push(await settle(deployment, outcome, { step, approved, results }));
    }
  } finally {
    discardAll(outcomes);
  }
  const waiting = outcomes.flatMap((outcome) => (outcome.kind === "waiting" ? [outcome.stack] : []));
  const ready = waiting.filter((stack) => !dependsOnTrouble(stack, results));
  for (const stack of waiting) {
    if (!ready.includes(stack)) results.push(notReached(stack, results));
  }
  return ready.length === 0 ? [] : planStacks(deployment, ready, { step, details });
}

/** An interruption that also says which stacks were done before; any other error as it is. */
export function withDone(error: unknown, what: "applied" | "destroyed", done: readonly string[]): unknown {
  return error instanceof Interrupted && done.length > 0
    ? new Interrupted(`${error.message}; ${what} before it: ${done.join(", ")}`)
    : error;
}

const isChange = (outcome: StackOutcome): boolean => outcome.kind === "planned" && outcome.plan.changed;

async function settle(
  deployment: Deployment,
  outcome: Exclude<StackOutcome, { readonly kind: "waiting" }>,
  { step, approved, results }: { step: Step; approved: boolean; results: readonly StackResult[] },
): Promise<StackResult> {
  if (outcome.kind !== "planned") return outcome;
  const { stack, plan } = outcome;
  if (!plan.changed) {
    return { kind: "unchanged", stack, counts: plan.counts, outputs: await readOutputs(deployment.session, stack) };
  }
  if (!approved) return { kind: "declined", stack };
  if (dependsOnTrouble(stack, results)) return notReached(stack, results);
  try {
    return { kind: "applied", stack, ...(await applyOne(deployment, plan, step)) };
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    return { kind: "failed", stack, error };
  }
}

/** Applies one saved plan as a step that counts its changes. */
export function applyOne(
  { session, stacks }: Deployment,
  plan: StackPlan,
  step: Step,
): Promise<{ readonly counts: ChangeCounts; readonly outputs: Outputs }> {
  const { add, change, destroy } = plan.counts;
  const total = add + change + destroy;
  const name = stacks.length === 1 ? "" : `${plan.stack.id}: `;
  return step(plan.counts.add + plan.counts.change === 0 && destroy > 0 ? "destroy" : "apply", async (say) => {
    const onEvent = countChanges(say, (done) => `${name}${done} of ${total}`);
    const value = await applyPlan({ ...session, onEvent }, plan);
    return { value, text: `${name}${total} of ${total}` };
  });
}

function countChanges(say: Say, render: (done: number) => string) {
  let done = 0;
  say(render(done));
  return (_stack: SynthesizedStack, { kind }: TerraformEvent): void => {
    if (kind === "finished") say(render((done += 1)));
  };
}

function dependsOnTrouble(stack: SynthesizedStack, results: readonly StackResult[]): boolean {
  return results.some(({ kind, stack: { id } }) => isTrouble(kind) && stack.dependencies.includes(id));
}

function notReached(stack: SynthesizedStack, results: readonly StackResult[]): StackResult {
  const cause = results.find(({ kind, stack: { id } }) => isTrouble(kind) && stack.dependencies.includes(id));
  if (cause?.kind === "declined") return { kind: "declined", stack };
  return { kind: "skipped", stack, because: `stack "${cause?.stack.id}" failed` };
}

const isTrouble = (kind: StackResult["kind"]): boolean => kind !== "applied" && kind !== "unchanged";
