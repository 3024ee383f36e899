import { datum, unverifiedDatum } from "./datum";
import type { SentimentOperation } from "./types";

/** The function of the companions that containers which transcribe ask for sentiment. */
export const COMPANION_FUNCTION = "sentiment";

/** The operation up to Text Analytics 3.0-preview.1, without the slash before it. */
export const PREVIEW_SENTIMENT = "text/analytics/v3.0-preview.1/sentiment";

/** The operation of Text Analytics 3.0, without the slash before it. */
export const SENTIMENT = "text/analytics/v3.0/sentiment";

/** The two forms of the operation are not compatible: 2.6.0 names its scores by other words. */
const sentimentOperations: readonly SentimentOperation[] = [
  { since: "2.2.0", path: PREVIEW_SENTIMENT },
  { since: "2.6.0", path: SENTIMENT },
];

/** What speech-to-text calls. */
export const sentimentOfSpeech = datum(sentimentOperations, "S", "M5", "M7");

/** What custom-speech-to-text calls. */
export const sentimentOfCustomSpeech = unverifiedDatum(
  sentimentOperations,
  "the documents query sentiment from both kinds, but start only speech-to-text with its settings",
  "S",
  "M5",
);

/** REST paths of a sentiment container. */
export const sentimentPaths = [datum(`/${PREVIEW_SENTIMENT}`, "S"), datum(`/${SENTIMENT}`, "M5", "M19")];

/**
 * Properties of a request that ask for sentiment, and where in the result it then stands. Prefix of the names:
 * `speechcontext-PhraseOutput.`; the value is `["Sentiment"]`.
 */
export const sentimentResults = datum(
  [
    { property: "Simple.Extensions", place: "root" },
    { property: "Detailed.Options", place: "NBest" },
    { property: "Detailed.Extensions", place: "root" },
  ] as const,
  "S",
);

/** What the sandbox takes for right while Text Analytics does not answer. */
export const sentimentFailure = unverifiedDatum(
  "results come without sentiment",
  "no document says what becomes of results while Text Analytics does not answer",
  "S",
);

/** Locales whose writing has a language of its own; all others are of the language that they begin with. */
const LANGUAGES_OF_LOCALES: ReadonlyMap<string, string> = new Map([
  ["zh-TW", "zht"],
  ["zh-HK", "zht"],
]);

/** The language whose sentiment fits a locale: `de` for `de-DE`, `zht` (traditional Chinese) for `zh-TW`. */
export function sentimentLanguage(locale: string): string {
  return LANGUAGES_OF_LOCALES.get(locale) ?? locale.replace(/-.*$/, "");
}
