import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sensitiveVariablesOf, type Environment } from "./environment";
import { Interrupted, ToolFailure, type Interrupts } from "./failure";
import type { TerraformBinary } from "./find";
import type { SynthesizedStack } from "./manifest";
import { meaningOf } from "./meaning";
import type { PlanJson, StateJson } from "../domain/plan-json";
import { runProcess, type ProcessResult } from "./process";
import { parseTerraformLine, renderDiagnostic, type Diagnostic, type TerraformEvent } from "./progress";
import { interruptionOf, plainText, transcriptOf } from "./transcript";
import { scrubber, type Scrub } from "../domain/scrub";
import { sensitiveValuesOfPlan, sensitiveValuesOfState } from "../domain/sensitive";

/** What every Terraform run of one command shares. */
export interface TerraformSession {
  readonly terraform: TerraformBinary;
  /** Made by {@link terraformEnvironment}. */
  readonly environment: Environment;
  readonly interrupts?: Interrupts;
  /** Hears what happens while it happens; never a secret: addresses, actions, counts. */
  readonly onEvent?: (stack: SynthesizedStack, event: TerraformEvent) => void;
  /** Gets the full text of each run, scrubbed. */
  readonly transcript?: (text: string) => void;
}

export interface TerraformRun {
  readonly stack: SynthesizedStack;
  readonly arguments: readonly string[];
  /** A saved plan whose secrets may appear in what this run prints. */
  readonly planFile?: string;
  /** Exit codes that are not failures; default: 0. */
  readonly goodExitCodes?: readonly number[];
}

export interface TerraformAnswer extends ProcessResult {
  readonly events: readonly TerraformEvent[];
  /** Warnings in Terraform's words, scrubbed. */
  readonly warnings: readonly string[];
}

/**
 * Runs one Terraform command in the folder of a stack.
 *
 * @throws {ToolFailure} SPC606 or the code that `meaning.ts` knows for the error; {Interrupted} after Ctrl+C
 */
export async function runTerraform(session: TerraformSession, run: TerraformRun): Promise<TerraformAnswer> {
  const events: TerraformEvent[] = [];
  const result = await runProcess({
    command: session.terraform.path,
    arguments: run.arguments,
    folder: run.stack.folder,
    environment: session.environment,
    interrupts: session.interrupts,
    onLine: speaksEvents(run)
      ? (line) => {
          const event = parseTerraformLine(line);
          if (event === undefined) return;
          events.push(event);
          session.onEvent?.(run.stack, event);
        }
      : undefined,
  });
  const diagnostics = events.flatMap((event) => (event.kind === "diagnostic" ? [event.diagnostic] : []));
  const good = (run.goodExitCodes ?? [0]).includes(result.exitCode);
  const scrub = good && diagnostics.length === 0 ? undefined : await scrubFor(session, run);
  session.transcript?.(transcriptOf(run.stack.id, run.arguments, { result, events, scrub }));
  if (session.interrupts?.requested) throw new Interrupted(interruptionOf(run.stack.id, run.arguments, events));
  if (!good) throw failureOf(session, run, result, diagnostics, scrub ?? ((text) => text));
  return {
    ...result,
    events,
    warnings: diagnostics.map((diagnostic) => (scrub ?? String)(renderDiagnostic(diagnostic))),
  };
}

/** The others print text, or one JSON document that can be large. */
function speaksEvents({ arguments: [command = ""] }: TerraformRun): boolean {
  return command === "plan" || command === "apply";
}

/** Runs one of Terraform's commands that answer with a JSON document. */
export async function askTerraform<Answer>(
  session: TerraformSession,
  stack: SynthesizedStack,
  words: readonly string[],
): Promise<Answer> {
  const result = await runTerraform(session, { stack, arguments: words });
  return JSON.parse(result.stdout) as Answer;
}

/**
 * The scrub for everything that a run can print: sensitive values of the saved plan, of the state as it is now (an
 * apply makes keys that no plan knew) and of the sensitive variables in the environment.
 */
export async function scrubFor(
  session: TerraformSession,
  { stack, planFile }: { readonly stack: SynthesizedStack; readonly planFile?: string },
): Promise<Scrub> {
  const [plan, state] = await Promise.all([
    planFile === undefined ? undefined : show<PlanJson>(session, stack, [planFile]),
    show<StateJson>(session, stack, []),
  ]);
  return scrubber([
    ...sensitiveVariablesOf(session.environment, sensitiveVariableNames(stack)),
    ...(plan === undefined ? [] : sensitiveValuesOfPlan(plan)),
    ...(state === undefined ? [] : sensitiveValuesOfState(state)),
  ]);
}

/** Undefined where there is nothing to show: no state yet, or a folder that was never initialised. */
async function show<Answer>(
  session: TerraformSession,
  stack: SynthesizedStack,
  words: readonly string[],
): Promise<Answer | undefined> {
  const result = await runProcess({
    command: session.terraform.path,
    arguments: ["show", "-json", ...words],
    folder: stack.folder,
    environment: session.environment,
  });
  return result.exitCode === 0 ? (JSON.parse(result.stdout) as Answer) : undefined;
}

function sensitiveVariableNames(stack: SynthesizedStack): readonly string[] {
  const file = join(stack.folder, "cdk.tf.json");
  // The folder of a plan that somebody wrote in HCL.
  if (!existsSync(file)) return [];
  const { variable = {} } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly variable?: Readonly<Record<string, { readonly sensitive?: boolean }>>;
  };
  return Object.entries(variable).flatMap(([name, { sensitive }]) => (sensitive ? [name] : []));
}

function failureOf(
  session: TerraformSession,
  run: TerraformRun,
  result: ProcessResult,
  diagnostics: readonly Diagnostic[],
  scrub: Scrub,
): ToolFailure {
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(renderDiagnostic);
  const words = (errors.length > 0 ? errors : [plainText(result)]).map(scrub);
  const { code, sentence, hint } = meaningOf(words.join("\n"), {
    sandbox: Boolean(session.environment.TF_REATTACH_PROVIDERS),
  });
  const command = `${session.terraform.product === "opentofu" ? "tofu" : "terraform"} ${run.arguments[0]}`;
  return new ToolFailure(code, `${command} of stack "${run.stack.id}" failed: ${sentence}`, hint, words);
}
