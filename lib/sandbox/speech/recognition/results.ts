import { randomUUID } from "node:crypto";
import type { Sentiment } from "../sentiment/client";
import type { RecognitionSettings } from "./settings";

/** Places in the audio of the turn, in ticks of 100 ns. */
export interface TickSpan {
  readonly Offset: number;
  readonly Duration: number;
}

export interface PrimaryLanguage {
  readonly Language: string;
  readonly Confidence: "High" | "Medium" | "Unknown";
}

/** `speech.phrase` of a recognized utterance in the shape that the client asked for. */
export function successPhrase(
  text: string,
  span: TickSpan,
  settings: RecognitionSettings,
  extras: { readonly language?: PrimaryLanguage; readonly sentiment?: Sentiment },
): Readonly<Record<string, unknown>> {
  const { isDetailed, sentiment: places } = settings;
  const { language, sentiment } = extras;
  const words = text
    .replace(/[^\p{L}\p{N}\p{M}'’\s-]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  const atRoot = isDetailed ? places.detailedExtension : places.simpleExtension;
  return {
    Id: randomUUID().replaceAll("-", ""),
    RecognitionStatus: "Success",
    ...span,
    ...(language !== undefined && { PrimaryLanguage: language }),
    DisplayText: text,
    ...(isDetailed && {
      NBest: [
        {
          Confidence: 1,
          Lexical: words.toLowerCase(),
          ITN: words.toLowerCase(),
          MaskedITN: words,
          Display: text,
          ...(places.detailedOption && sentiment !== undefined && { Sentiment: sentiment }),
        },
      ],
    }),
    ...(atRoot && sentiment !== undefined && { Sentiment: sentiment }),
  };
}

/** Whether any place in the results is to carry sentiment. */
export function wantsSentiment({ isDetailed, sentiment }: RecognitionSettings): boolean {
  return isDetailed ? sentiment.detailedExtension || sentiment.detailedOption : sentiment.simpleExtension;
}

/**
 * The language that the audio carries, as one of the candidates: the same locale, else the same language in another region,
 * else unknown.
 */
export function primaryLanguage(heard: string, candidates: readonly string[]): PrimaryLanguage {
  const lower = heard.toLowerCase();
  if (candidates.length === 0 || candidates.includes(lower)) return { Language: heard, Confidence: "High" };
  const base = lower.split("-")[0] ?? lower;
  const near = candidates.find((candidate) => candidate.split("-")[0] === base);
  return near === undefined
    ? { Language: "Unknown", Confidence: "Unknown" }
    : { Language: spelledLocale(near), Confidence: "Medium" };
}

/** `en-us` as `en-US`. */
function spelledLocale(locale: string): string {
  const [language = "", region, ...rest] = locale.split("-");
  return [language, ...(region === undefined ? [] : [region.toUpperCase()]), ...rest].join("-");
}
