import { readFileSync, writeFileSync } from "node:fs";
import type { ProblemCode } from "../domain/problem-catalogue";
import { hear } from "./hear";
import { roleOf } from "./roles";
import { say } from "./say";
import { languageOf, sentenceFor } from "./sentences";
import type { VerifyTarget } from "./targets";
import { readWav } from "./wav";
import { wordErrors, type WordErrors } from "./word-error-rate";

/** Two containers of one language: what one says the other is to hear. */
export interface TalkPair {
  readonly speaker: VerifyTarget & { readonly voice: string };
  readonly listener: VerifyTarget & { readonly locale: string };
  readonly text: string;
}

/** A round trip: text, audio, text. */
export interface Talk {
  readonly pair: TalkPair;
  /** Length of the audio in seconds; undefined where none came. */
  readonly audioSeconds?: number;
  /** What was heard, as one text; undefined where nothing was. */
  readonly heard?: string;
  readonly wordErrors?: WordErrors;
  /** Absent exactly when the words arrived. */
  readonly problem?: { readonly code: ProblemCode; readonly sentence: string };
  /** How long all of it took. */
  readonly seconds: number;
}

/**
 * Up to this word error rate the words count as heard: of a sentence of nine words, two. Recognizers write numbers as digits, and a
 * name in other letters, which is no fault of the deployment.
 */
const MOST_WORD_ERRORS = 0.25;

/**
 * Pairs in which each container that speaks or listens takes part at least once, as far as another of its language is there.
 * A container whose language is not known (a custom model) takes part in none.
 */
export function talkPairs(targets: readonly VerifyTarget[]): readonly TalkPair[] {
  const speakers = targets.flatMap((target) =>
    roleOf(target) === "speaks" && target.voice !== undefined ? [{ ...target, voice: target.voice }] : [],
  );
  const listeners = targets.flatMap((target) =>
    roleOf(target) === "listens" && target.locale !== undefined ? [{ ...target, locale: target.locale }] : [],
  );
  const possible = listeners.flatMap((listener) =>
    byLikeness(speakers, listener.locale).flatMap((speaker): TalkPair[] => {
      const text = sentenceFor(listener.locale);
      return text === undefined ? [] : [{ speaker, listener, text }];
    }),
  );
  const pairs: TalkPair[] = [];
  const inPairs = new Set<string>();
  for (const role of ["listener", "speaker"] as const) {
    for (const pair of possible) {
      if (inPairs.has(pair[role].name)) continue;
      pairs.push(pair);
      inPairs.add(pair.speaker.name).add(pair.listener.name);
    }
  }
  return pairs;
}

/** Speakers of the language of a locale, those of the very locale first. */
function byLikeness<Speaker extends { readonly voice: string }>(
  speakers: readonly Speaker[],
  locale: string,
): readonly Speaker[] {
  const same = speakers.filter(({ voice }) => languageOf(voice) === languageOf(locale));
  const exact = ({ voice }: Speaker): number => Number(voice.startsWith(`${locale}-`));
  return same.toSorted((left, right) => exact(right) - exact(left));
}

/** Lets one container say the sentence and another hear it; never throws for a container that is unwell. */
export async function talk(
  pair: TalkPair,
  { file }: { /** Where the audio is written, and read again; default: nowhere. */ readonly file?: string } = {},
): Promise<Talk> {
  const { speaker, listener, text } = pair;
  const began = performance.now();
  const ended = (rest: Omit<Talk, "pair" | "seconds">): Talk => ({
    pair,
    ...rest,
    seconds: (performance.now() - began) / 1_000,
  });
  const said = await say({ ...speaker, text });
  if (!said.said) {
    return ended({ problem: { code: "SPC814", sentence: `${speaker.name} did not speak: ${said.reason}` } });
  }
  if (file !== undefined) writeFileSync(file, said.audio);
  const wav = file === undefined ? said.audio : readFileSync(file);
  const audioSeconds = readWav(wav)?.seconds;
  const answer = await hear({ ...listener, wav });
  if (!answer.heard) {
    const sentence = `${listener.name} did not hear: ${answer.reason}`;
    return ended({ audioSeconds, problem: { code: "SPC815", sentence } });
  }
  const heard = textOf(answer.phrases);
  const errors = wordErrors(text, heard);
  if (errors.rate <= MOST_WORD_ERRORS) return ended({ audioSeconds, heard, wordErrors: errors });
  const sentence =
    heard === ""
      ? `${listener.name} heard no words of what ${speaker.name} said`
      : `${listener.name} heard other words than ${speaker.name} said`;
  return ended({ audioSeconds, heard, wordErrors: errors, problem: { code: "SPC816", sentence } });
}

/** All phrases as one text. */
export const textOf = (phrases: readonly { readonly text: string }[]): string =>
  phrases
    .map(({ text }) => text)
    .filter((text) => text !== "")
    .join(" ");
