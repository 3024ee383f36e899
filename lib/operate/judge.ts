import type { ProblemCode } from "../domain/problem-catalogue";
import { meaningOfApiStatus, servingWords } from "./api-status";
import type { HttpAnswer } from "./http";
import { printableWord } from "./printable";

export type Verdict = "answers" | "loading" | "refuses" | "unreachable" | "crash loop" | "stopped" | "other program";

/** What is known of one container at one moment. */
export interface Finding {
  readonly verdict: Verdict;
  /** Absent exactly when it answers. */
  readonly code?: ProblemCode;
  readonly apiStatus?: string;
  /** What is the case, in one sentence. */
  readonly sentence: string;
  /** What to do about it. */
  readonly advice?: string;
  /** True: waiting will not change it. */
  readonly final: boolean;
}

/**
 * Judges the answers of `/ready` and `/status`. A refusal is told while the container still loads: nobody should wait
 * 90 seconds for a model behind a wrong key.
 */
export function judge(ready: HttpAnswer, status: HttpAnswer): Finding {
  if (!ready.reached) return unreachable(ready.reason);
  if (!status.reached) return unreachable(status.reason);
  const apiStatus = textOf(parse(status.body), "apiStatus");
  if (apiStatus !== undefined && !servingWords.has(apiStatus)) {
    const { passing, ...meaning } = meaningOfApiStatus(apiStatus);
    if (isReady(ready) || !passing) return { verdict: "refuses", apiStatus, ...meaning, final: !passing };
  }
  if (!isReady(ready)) return loading(ready);
  if (apiStatus === undefined) return otherProgram(status.statusCode);
  return { verdict: "answers", apiStatus, sentence: "ready, and the key is valid", final: true };
}

/** `/ready` answers 503 while models load; where it says a word, the word must be `ready`. */
function isReady(answer: HttpAnswer): boolean {
  if (!answer.reached || answer.statusCode !== 200) return false;
  const word = textOf(parse(answer.body), "ready");
  return word === undefined || word === "ready";
}

function loading(ready: HttpAnswer & { readonly reached: true }): Finding {
  if (ready.statusCode !== 503 && ready.statusCode !== 200) return otherProgram(ready.statusCode);
  return {
    verdict: "loading",
    code: "SPC809",
    sentence: "the model is still loading",
    advice: "wait longer with --timeout, or read the container's log",
    final: false,
  };
}

function unreachable(reason: string): Finding {
  return {
    verdict: "unreachable",
    code: "SPC808",
    sentence: `nobody answers (${reason})`,
    advice: "run plan: a container that is not running shows as a replacement, and deploy heals it",
    final: false,
  };
}

/** Nobody answers at a URL that was given by hand: there is no plan to look into. */
export function atUrl(finding: Finding): Finding {
  if (finding.verdict !== "unreachable") return finding;
  const advice = "check the URL, and that the container runs; one that still starts gets more time by --timeout";
  return { ...finding, advice };
}

function otherProgram(statusCode: number): Finding {
  return {
    verdict: "other program",
    code: "SPC813",
    sentence: `something answers (HTTP ${statusCode}), but not as a Speech container does`,
    advice: "find out what listens on this port",
    final: false,
  };
}

/** Of a container that does not run, as its engine says in `state`, although something answers in its place. */
export function anotherAnswers({ sentence, advice }: Finding): Finding {
  return {
    verdict: "other program",
    code: "SPC813",
    sentence: `something else answers on its port: ${sentence}`,
    advice: `free the port, then ${advice ?? "deploy"}`,
    final: true,
  };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function textOf(value: unknown, key: string): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const found = (value as Readonly<Record<string, unknown>>)[key];
  return typeof found === "string" ? printableWord(found) : undefined;
}
