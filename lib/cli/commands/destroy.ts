import {
  discardPlan,
  initialize,
  Interrupted,
  readManagedResources,
  type StackPlan,
  type SynthesizedStack,
} from "../../terraform";
import { counted } from "../../domain/words";
import { isApproved } from "../approval";
import { failureJson, renderStackFailure } from "../change-list";
import { prepare, type Deployment } from "../deployment";
import { writeHeading } from "../heading";
import { writeJson, type Action } from "../invocation";
import { volumesKeptBy } from "../kept-volumes";
import { openProject } from "../project";
import { applyOne } from "../rounds";
import { planFresh } from "../stack-plans";
import { stepsOn, type Step } from "../steps";
import type { Terminal } from "../terminal";

interface Doomed {
  readonly stack: SynthesizedStack;
  readonly plan: StackPlan;
  readonly keeps: readonly string[];
}

type Ending = { readonly stack: SynthesizedStack } & (
  | { readonly status: "destroyed" | "nothing to destroy" | "declined" | "kept" }
  | { readonly status: "failed"; readonly error: unknown }
);

export const destroy: Action = async (invocation) => {
  const { options, terminal, words } = invocation;
  const project = openProject(invocation, words[0]);
  const quiet = options.json === true;
  const sandbox = options.sandbox === true;
  const step = stepsOn(terminal, { quiet });
  if (!quiet) writeHeading(terminal, "destroy", { sandbox });
  const deployment = await prepare(invocation, project, step);
  const stacks = [...deployment.stacks].reverse();
  const doomed: Doomed[] = [];
  const endings: Ending[] = [];
  let seen = 0;
  try {
    for (const stack of stacks) {
      const found = await lookAt(deployment, stack, step);
      if (!("plan" in found)) endings.push(found);
      else if (!isNeeded(stack, endings)) doomed.push(found);
      else {
        discardPlan(found.plan);
        endings.push({ stack, status: "kept" });
      }
    }
    if (!quiet) {
      terminal.write(doomed.map((each) => renderDoomed(each, terminal)).join(""));
      endings.forEach((ending) => writeFailure(ending, terminal));
      seen = endings.length;
    }
    const approved = doomed.length === 0 || (await isApproved(invocation, "Destroy all of this?"));
    for (const { stack, plan } of doomed)
      endings.push(approved ? await end(deployment, plan, { step, endings }) : { stack, status: "declined" });
  } finally {
    doomed.forEach(({ plan }) => discardPlan(plan));
  }
  const gone = new Set(endings.filter(({ status }) => status === "destroyed").map(({ stack }) => stack.id));
  const kept = [...new Set(doomed.filter(({ stack }) => gone.has(stack.id)).flatMap(({ keeps }) => keeps))];
  if (quiet) writeJson(terminal, { sandbox, stacks: endings.map(endingJson), keptVolumes: kept });
  else {
    for (const ending of endings.slice(seen)) writeFailure(ending, terminal);
    for (const { stack, status } of endings) {
      if (status !== "destroyed" && status !== "failed") terminal.write(`\n  ${stack.id}: ${describe(status)}\n`);
    }
    terminal.write(renderKept(kept, sandbox));
  }
  return endings.every(({ status }) => status === "destroyed" || status === "nothing to destroy") ? 0 : 2;
};

async function lookAt(deployment: Deployment, stack: SynthesizedStack, step: Step): Promise<Doomed | Ending> {
  try {
    return await step<Doomed | Ending>("plan", async () => {
      await initialize(deployment.session, stack, { reconfigure: deployment.sandbox !== undefined });
      const resources = await readManagedResources(deployment.session, stack);
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

/** A stack that others still need stays: its account would be gone under running containers. */
function isNeeded(stack: SynthesizedStack, endings: readonly Ending[]): boolean {
  return endings.some(
    (ending) =>
      ending.stack.dependencies.includes(stack.id) && (ending.status === "failed" || ending.status === "kept"),
  );
}

async function end(
  deployment: Deployment,
  plan: StackPlan,
  { step, endings }: { readonly step: Step; readonly endings: readonly Ending[] },
): Promise<Ending> {
  const { stack } = plan;
  if (isNeeded(stack, endings)) return { stack, status: "kept" };
  try {
    await applyOne(deployment, plan, step);
    return { stack, status: "destroyed" };
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    return { stack, status: "failed", error };
  }
}

function renderDoomed({ stack, plan }: Doomed, terminal: Terminal): string {
  const lines = plan.planned.map(({ address }) => `  destroy  ${address}`);
  return `\n  ${terminal.paint("bold", stack.id)}\n${lines.join("\n")}\n\n`;
}

function writeFailure(ending: Ending, terminal: Terminal): void {
  if (ending.status === "failed") terminal.complain(`\n${renderStackFailure(ending.error, terminal)}\n\n`);
}

function renderKept(volumes: readonly string[], sandbox: boolean): string {
  if (volumes.length === 0) return "";
  return [
    "",
    `  left: ${counted(volumes.length, "volume")}, what is in there cannot be had again`,
    ...volumes.map((name) => `    ${name}`),
    `  volumes rm <name>${sandbox ? " --sandbox" : ""} removes one`,
    "",
  ].join("\n");
}

function describe(status: Ending["status"]): string {
  return status === "kept" ? "kept, because a stack that needs it was not destroyed" : status;
}

function endingJson(ending: Ending): object {
  const { stack, status } = ending;
  return { stack: stack.id, status, ...(ending.status === "failed" ? failureJson(ending.error) : {}) };
}
