import { sentence as asSentence } from "../domain/words";
import type { Finding, Verification, VerifyTarget } from "../operate";
import { discardPlan, Interrupted, readPlan, type SynthesizedStack } from "../terraform";
import type { Deployment } from "./deployment";
import { planFresh } from "./stack-plans";
import type { Say } from "./steps";
import type { Terminal } from "./terminal";
import { columns, wrap } from "./text";

export interface VerifyRun {
  readonly targets: readonly VerifyTarget[];
  readonly terminal: Terminal;
  readonly say: Say;
  readonly timeoutMs?: number;
  /** Whether the engines are asked about containers, too, that something answers for. */
  readonly confirm?: boolean;
  /** Whose engines are asked about a container that nobody answers for. */
  readonly deployment?: Deployment;
}

/** Verifies with progress; Ctrl+C ends it with what is known by then. */
export async function runVerify({
  targets,
  terminal,
  say,
  timeoutMs,
  confirm,
  deployment,
}: VerifyRun): Promise<readonly Verification[]> {
  const { verify } = require("../operate") as typeof import("../operate");
  const stop = new AbortController();
  const stopListening = terminal.interrupts.listen(() => stop.abort());
  const pending = new Map(targets.map(({ name }) => [name, "asked"]));
  try {
    return await verify(targets, {
      deadlineMs: timeoutMs,
      signal: stop.signal,
      confirm,
      ...(deployment === undefined ? {} : { engineStates: () => askEngines(deployment) }),
      onFinding: ({ name }, { verdict }) => {
        if (verdict === "answers") pending.delete(name);
        else pending.set(name, verdict);
        say([...pending].map(([waiting, state]) => `${waiting} ${state}`).join(", "));
      },
    });
  } finally {
    stopListening();
  }
}

/** A plan refreshes the state from the engines; a stack that cannot be planned tells nothing. */
async function askEngines(deployment: Deployment): Promise<ReadonlyMap<string, Finding>> {
  const known = new Map<string, Finding>();
  for (const stack of deployment.stacks) {
    for (const [name, finding] of await askEngine(deployment, stack)) known.set(name, finding);
  }
  return known;
}

async function askEngine(deployment: Deployment, stack: SynthesizedStack): Promise<ReadonlyMap<string, Finding>> {
  const { readEngineStates } = require("../operate") as typeof import("../operate");
  try {
    const plan = await planFresh(deployment, stack);
    try {
      return readEngineStates(await readPlan(deployment.session, plan));
    } finally {
      discardPlan(plan);
    }
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    return new Map();
  }
}

export function countAnswering(results: readonly Verification[]): string {
  return `${results.filter(({ finding }) => finding.verdict === "answers").length} of ${results.length} answer`;
}

/** The verdict first, one container a row; then each that is unwell with its reason and what to do. */
export function renderVerifications(results: readonly Verification[], terminal: Terminal): string {
  const rows = results.map(({ target, finding }) => [target.name, finding.verdict, target.hostUrl]);
  const unwell = results.filter(({ finding }) => finding.verdict !== "answers");
  return [columns(rows, terminal.width), ...unwell.map((result) => renderUnwell(result, terminal))].join("\n\n");
}

function renderUnwell({ target, finding }: Verification, terminal: Terminal): string {
  const { code = "", sentence, advice } = finding;
  const text = `${target.name}: ${sentence}.${advice === undefined ? "" : ` ${asSentence(advice)}`}`;
  const [first = "", ...more] = wrap(text, terminal.width - code.length - 4).split("\n");
  const indent = " ".repeat(code.length + 4);
  return [`  ${terminal.paint("red", code)}  ${first}`, ...more.map((line) => indent + line)].join("\n");
}

export function verificationJson({ target, finding, seconds }: Verification): object {
  const { verdict, code, apiStatus, sentence, advice } = finding;
  return {
    name: target.name,
    site: target.site,
    function: target.function,
    hostUrl: target.hostUrl,
    verdict,
    code,
    apiStatus,
    sentence,
    advice,
    seconds: Math.round(seconds * 10) / 10,
  };
}
