import { closeSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { forgetInitialization } from "./initialize";
import type { SynthesizedStack } from "./manifest";
import type { PlanJson } from "../domain/plan-json";
import type { ChangeAction, ChangeCounts, Outputs } from "./progress";
import { askTerraform, runTerraform, type TerraformSession } from "./session";

/** A saved plan. It holds secrets in clear: apply it or discard it. */
export interface StackPlan {
  readonly stack: SynthesizedStack;
  readonly file: string;
  /** False: resources and outputs are as configured. */
  readonly changed: boolean;
  readonly counts: ChangeCounts;
  readonly planned: readonly { readonly address: string; readonly action: ChangeAction }[];
  readonly warnings: readonly string[];
}

/** Plans one stack into a private file: a folder of its own (0700), the file itself 0600. */
export async function planStack(
  session: TerraformSession,
  stack: SynthesizedStack,
  options: { readonly destroy?: boolean; /** Addresses to make anew. */ readonly replace?: readonly string[] } = {},
): Promise<StackPlan> {
  const file = privateFile();
  try {
    const answer = await runTerraform(session, {
      stack,
      arguments: [
        "plan",
        "-json",
        "-input=false",
        "-detailed-exitcode",
        `-out=${file}`,
        ...(options.destroy ? ["-destroy"] : []),
        ...(options.replace ?? []).map((address) => `-replace=${address}`),
      ],
      goodExitCodes: [0, 2],
    });
    return {
      stack,
      file,
      changed: answer.exitCode === 2,
      counts: countsIn(answer.events),
      planned: answer.events.filter((event) => event.kind === "planned"),
      warnings: answer.warnings,
    };
  } catch (error) {
    discardFile(file);
    forgetInitialization(stack);
    throw error;
  }
}

/** Applies a saved plan, discards it, and answers with the outputs; a sensitive output comes without its value. */
export async function applyPlan(
  session: TerraformSession,
  plan: StackPlan,
): Promise<{ readonly counts: ChangeCounts; readonly outputs: Outputs; readonly warnings: readonly string[] }> {
  try {
    const { events, warnings } = await runTerraform(session, {
      stack: plan.stack,
      arguments: ["apply", "-json", "-input=false", plan.file],
      planFile: plan.file,
    });
    const outputs = events.findLast((event) => event.kind === "outputs")?.outputs ?? {};
    return { counts: countsIn(events), outputs, warnings };
  } finally {
    discardPlan(plan);
  }
}

export function discardPlan(plan: StackPlan): void {
  discardFile(plan.file);
}

/** The whole plan, secrets in clear: for judging, never for printing. */
export function readPlan(session: TerraformSession, plan: StackPlan): Promise<PlanJson> {
  return askTerraform<PlanJson>(session, plan.stack, ["show", "-json", plan.file]);
}

/** A saved plan of anybody's as JSON text, secrets in clear; its folder has to be initialised. */
export async function showSavedPlan(session: TerraformSession, folder: string, file: string): Promise<string> {
  const stack = { id: basename(folder), folder, dependencies: [] };
  const { stdout } = await runTerraform(session, {
    stack,
    arguments: ["show", "-no-color", "-json", file],
    planFile: file,
  });
  return stdout;
}

/** Outputs of the state; none before the first deploy. */
export async function readOutputs(session: TerraformSession, stack: SynthesizedStack): Promise<Outputs> {
  const outputs = await askTerraform<Outputs>(session, stack, ["output", "-json"]);
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { sensitive, value }]) => [
      name,
      sensitive ? { sensitive } : { sensitive, value },
    ]),
  );
}

function countsIn(events: readonly { readonly kind: string; readonly changes?: ChangeCounts }[]): ChangeCounts {
  return events.findLast((event) => event.kind === "summary")?.changes ?? { add: 0, change: 0, destroy: 0 };
}

/** Saved plans that were neither applied nor discarded; whatever ends this process, they do not outlive it. */
const openFiles = new Set<string>();

process.once("exit", () => openFiles.forEach(discardFile));

function privateFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), "speech-plan-")), "plan");
  openFiles.add(file);
  closeSync(openSync(file, "wx", 0o600));
  return file;
}

function discardFile(file: string): void {
  openFiles.delete(file);
  rmSync(dirname(file), { recursive: true, force: true });
}
