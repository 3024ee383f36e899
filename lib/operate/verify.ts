import { setTimeout as sleep } from "node:timers/promises";
import { httpGet, type HttpGet } from "./http";
import { anotherAnswers, atUrl, judge, type Finding } from "./judge";
import type { VerifyTarget } from "./targets";

export interface VerifyOptions {
  /** How long a container may take until it is ready, in milliseconds; default {@link DEADLINE_MS}. */
  readonly deadlineMs?: number;
  /** How long nobody answers, or a passing refusal stays, until it is looked into; default 5 seconds. */
  readonly patienceMs?: number;
  /** What the engines know of containers that nobody answers for, by name on the engine; asked when one is unreachable. */
  readonly engineStates?: () => Promise<ReadonlyMap<string, Finding>>;
  /** Whether the engines are asked also when something answers: it may be another program, on the port of a container that does not run. */
  readonly confirm?: boolean;
  /** Hears each change of a finding, also those on the way. */
  readonly onFinding?: (target: VerifyTarget, finding: Finding) => void;
  readonly signal?: AbortSignal;
  readonly get?: HttpGet;
}

export interface Verification {
  readonly target: VerifyTarget;
  readonly finding: Finding;
  /** How long it took to know, in seconds. */
  readonly seconds: number;
}

/** Five minutes: a model takes 60 to 90 s to load, an image that is pulled meanwhile longer. */
export const DEADLINE_MS = 5 * 60_000;
const PATIENCE_MS = 5_000;
/** Short at first: a container that is nearly ready should not be waited for. A minute of loading costs some 65 looks. */
const FIRST_PAUSE_MS = 20;
const PAUSE_GROWTH = 1.2;
const LONGEST_PAUSE_MS = 1_000;

/**
 * Proves from outside that containers serve (design decision D20): polls `/ready`, reads `/status`, until each has a
 * final finding or the deadline has passed. Never throws for a container that is unwell.
 */
export function verify(
  targets: readonly VerifyTarget[],
  options: VerifyOptions = {},
): Promise<readonly Verification[]> {
  // One question for all: a plan that refreshes one container refreshes the whole stack.
  const engineStates = shareWhileFresh(
    options.engineStates ?? (() => Promise.resolve(new Map<string, Finding>())),
    options.patienceMs ?? PATIENCE_MS,
  );
  return Promise.all(targets.map((target) => verifyOne(target, options, engineStates)));
}

async function verifyOne(
  target: VerifyTarget,
  { deadlineMs = DEADLINE_MS, patienceMs = PATIENCE_MS, confirm, onFinding, signal, get = httpGet }: VerifyOptions,
  engineStates: () => Promise<ReadonlyMap<string, Finding>>,
): Promise<Verification> {
  const start = performance.now();
  const elapsed = (): number => performance.now() - start;
  const done = (finding: Finding): Verification => ({ target, finding, seconds: elapsed() / 1_000 });
  const askEngine = async (): Promise<Finding | undefined> => {
    const within = Math.max(deadlineMs - elapsed(), patienceMs);
    const states = await Promise.race([engineStates(), sleep(within, undefined, { ref: false })]);
    return states?.get(target.engineName ?? "");
  };
  let last: { finding: Finding; since: number } | undefined;
  let nextQuestion = patienceMs;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * PAUSE_GROWTH, LONGEST_PAUSE_MS)) {
    const finding = await look(target, get);
    if (last === undefined || last.finding.sentence !== finding.sentence) {
      last = { finding, since: elapsed() };
      nextQuestion = patienceMs;
      onFinding?.(target, finding);
    }
    const late = elapsed() >= deadlineMs || signal?.aborted === true;
    const unchanged = elapsed() - last.since;
    if (finding.final || (finding.verdict === "refuses" && unchanged >= patienceMs)) {
      const state = confirm === true && signal?.aborted !== true ? await askEngine() : undefined;
      return done(state === undefined ? finding : anotherAnswers(state));
    }
    if (finding.verdict === "unreachable" && (late || unchanged >= nextQuestion)) {
      // Again, though ever less often: a container in a crash loop runs for a moment after each restart.
      nextQuestion = unchanged * 2;
      const state = await askEngine();
      if (state !== undefined) return done(state);
    }
    if (late) return done(finding);
    await sleep(Math.min(pause, Math.max(deadlineMs - elapsed(), 0)));
  }
}

async function look(target: VerifyTarget, get: HttpGet): Promise<Finding> {
  const at = (url: string): { url: string; address?: string } => ({ url, address: target.address });
  const finding = judge(...(await Promise.all([get(at(target.readyUrl)), get(at(target.statusUrl))])));
  return target.engineName === undefined ? atUrl(finding) : finding;
}

/** Asks again only when the last answer is older than `freshMs`. */
function shareWhileFresh<Answer>(ask: () => Promise<Answer>, freshMs: number): () => Promise<Answer> {
  let last: { readonly answer: Promise<Answer>; at: number } | undefined;
  return () => {
    if (last === undefined || performance.now() - last.at > freshMs) {
      const asked = { answer: ask(), at: Infinity };
      const stamp = (): void => void (asked.at = performance.now());
      asked.answer.then(stamp, stamp);
      last = asked;
    }
    return last.answer;
  };
}
