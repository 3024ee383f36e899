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

/** What was verified, and what kept an engine from being asked. */
export interface Verified {
  readonly results: readonly Verification[];
  readonly unasked: readonly Unasked[];
}

/** A stack whose engine could not be asked about its containers, and why. */
interface Unasked {
  readonly stack: string;
  readonly reason: string;
}

/** Verifies with progress; Ctrl+C ends it with what is known by then. */
export async function runVerify({
  targets,
  terminal,
  say,
  timeoutMs,
  confirm,
  deployment,
}: VerifyRun): Promise<Verified> {
  const { DEADLINE_MS, verify } = require("../operate") as typeof import("../operate");
  const stop = new AbortController();
  const stopListening = terminal.interrupts.listen(() => stop.abort());
  const limit = `--timeout ${(timeoutMs ?? DEADLINE_MS) / 1_000}s`;
  const pending = new Map(targets.map(({ name }) => [name, "asked"]));
  const unasked = new Map<string, string>();
  try {
    const results = await verify(targets, {
      deadlineMs: timeoutMs,
      signal: stop.signal,
      confirm,
      ...(deployment === undefined ? {} : { engineStates: () => askEngines(deployment, unasked) }),
      onFinding: ({ name }, { verdict }) => {
        if (verdict === "answers") pending.delete(name);
        else pending.set(name, verdict);
        say(`${limit}: ${[...pending].map(([waiting, state]) => `${waiting} ${state}`).join(", ")}`);
      },
    });
    return { results, unasked: [...unasked].map(([stack, reason]) => ({ stack, reason })) };
  } finally {
    stopListening();
  }
}

/** A plan refreshes the state from the engines. A stack that cannot be planned tells nothing but why. */
async function askEngines(deployment: Deployment, unasked: Map<string, string>): Promise<ReadonlyMap<string, Finding>> {
  const known = new Map<string, Finding>();
  for (const stack of deployment.stacks) {
    try {
      for (const [name, finding] of await askEngine(deployment, stack)) known.set(name, finding);
      unasked.delete(stack.id);
    } catch (error) {
      if (error instanceof Interrupted) throw error;
      unasked.set(stack.id, error instanceof Error ? error.message : String(error));
    }
  }
  return known;
}

async function askEngine(deployment: Deployment, stack: SynthesizedStack): Promise<ReadonlyMap<string, Finding>> {
  const { readEngineStates } = require("../operate") as typeof import("../operate");
  const plan = await planFresh(deployment, stack);
  try {
    return readEngineStates(await readPlan(deployment.session, plan));
  } finally {
    discardPlan(plan);
  }
}

export function countAnswering(results: readonly Verification[]): string {
  return `${results.filter(({ finding }) => finding.verdict === "answers").length} of ${results.length} answer`;
}

/** The verdict first, one container a row; then each that is unwell with its reason and what to do; then what was not asked. */
export function renderVerified({ results, unasked }: Verified, terminal: Terminal): string {
  const rows = results.map(({ target, finding }) => [target.name, finding.verdict, target.hostUrl]);
  const unwell = results.filter(({ finding }) => finding.verdict !== "answers");
  const questions = unasked.map(({ stack, reason }) =>
    wrap(`The engine of ${stack} could not be asked whether its containers run: ${reason}.`, terminal.width, "  "),
  );
  return [
    columns(rows, terminal.width),
    ...unwell.map((result) => renderUnwell(result, terminal)),
    ...questions,
    ...(terminal.interrupts.requested ? ["  interrupted: this is what was known by then"] : []),
  ].join("\n\n");
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
