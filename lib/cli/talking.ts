import { problemCatalogue, type ProblemCode } from "../domain/problem-catalogue";
import type { Talk, TalkPair, VerifyTarget } from "../operate";
import { CommandFailure } from "./command-failure";
import { renderFailure } from "./report";
import type { Terminal } from "./terminal";
import { wrap } from "./text";

const LABEL_WIDTH = 10;

/** A row such as `said      Good morning.`, as many lines as it takes. */
export function labelled(label: string, text: string, terminal: Terminal): string {
  return `  ${label.padEnd(LABEL_WIDTH)}${wrap(text, terminal.width, " ".repeat(LABEL_WIDTH + 2)).trimStart()}`;
}

/** What did not work, with what to do, from the one list of problems. */
export function renderProblem({ code, sentence }: NonNullable<Talk["problem"]>, terminal: Terminal): string {
  return renderFailure({ code, message: sentence, hint: hintOf(code) }, terminal);
}

export const hintOf = (code: ProblemCode): string => problemCatalogue[code].mend.replaceAll("`", "");

/** @throws SPC625 */
export function requireSpeechSdk(): void {
  const { isSpeechSdkInstalled, SPEECH_SDK } = require("../operate") as typeof import("../operate");
  if (isSpeechSdkInstalled()) return;
  throw new CommandFailure("SPC625", "the Speech SDK is not installed", `run: npm install ${SPEECH_SDK}`);
}

/**
 * The pairs to talk with; needs the Speech SDK.
 *
 * @throws SPC625, SPC817
 */
export function requirePairs(targets: readonly VerifyTarget[]): readonly [TalkPair, ...TalkPair[]] {
  requireSpeechSdk();
  const { talkPairs } = require("../operate") as typeof import("../operate");
  const [first, ...more] = talkPairs(targets);
  if (first !== undefined) return [first, ...more];
  throw new CommandFailure(
    "SPC817",
    "the deployment has no text-to-speech and speech-to-text container of one language",
    "add the missing one; say and hear work with one container alone",
  );
}

/** `narrator -> captions`. */
export const nameOf = ({ speaker, listener }: TalkPair): string => `${speaker.name} -> ${listener.name}`;

export function countUnderstood(talks: readonly Talk[]): string {
  return `${talks.filter(({ problem }) => problem === undefined).length} of ${talks.length} understood`;
}

/** Who talked with whom, what was said and heard, and what share of the words differs. */
export function renderTalk(talk: Talk, terminal: Terminal): string {
  const { pair, wordErrors, problem } = talk;
  return [
    `  ${nameOf(pair)}${wordErrors === undefined ? "" : `   ${percent(wordErrors.rate)} word errors`}`,
    renderSaidAndHeard(talk, terminal),
    ...(problem === undefined ? [] : ["", renderProblem(problem, terminal)]),
  ].join("\n");
}

export function renderSaidAndHeard({ pair, heard }: Talk, terminal: Terminal): string {
  return [
    labelled("said", pair.text, terminal),
    ...(heard === undefined ? [] : [labelled("heard", heard === "" ? "(no words)" : heard, terminal)]),
  ].join("\n");
}

export function talkJson({ pair, heard, audioSeconds, wordErrors, problem, seconds }: Talk): object {
  return {
    speaker: pair.speaker.name,
    listener: pair.listener.name,
    voice: pair.speaker.voice,
    locale: pair.listener.locale,
    said: pair.text,
    heard,
    audioSeconds: audioSeconds === undefined ? undefined : tenths(audioSeconds),
    wordErrors,
    code: problem?.code,
    sentence: problem?.sentence,
    seconds: tenths(seconds),
  };
}

export const tenths = (number: number): number => Math.round(number * 10) / 10;

const percent = (share: number): string => `${Math.round(share * 100)} %`;
