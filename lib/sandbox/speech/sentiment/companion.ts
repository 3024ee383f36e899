import type { IncomingMessage, ServerResponse } from "node:http";
import { PREVIEW_SENTIMENT, SENTIMENT } from "../../../domain/catalogue/sentiment-data";
import { readBody, sendJson } from "../http";

/**
 * Paths of Text Analytics that the companion serves. Up to speech-to-text 2.5.x containers call 3.0-preview.1, from 2.6.0 on
 * 3.0; the two name their scores differently.
 */
export const sentimentPaths = {
  [`/${PREVIEW_SENTIMENT}` as const]: { document: "documentScores", sentence: "sentenceScores" },
  [`/${SENTIMENT}` as const]: { document: "confidenceScores", sentence: "confidenceScores" },
} as const;

/** Named so in every answer, so that nobody takes it for a model. */
const MODEL_VERSION = "simulated-word-list";
const LONGEST_BODY = 1024 * 1024;

const words = {
  positive:
    "amazing awesome best delicious enjoy excellent fantastic glad good great happy like love loved lovely nice perfect pleased wonderful",
  negative:
    "angry annoyed awful bad broken disappointed fail failed hate hated horrible poor sad slow terrible ugly unhappy worst wrong",
};
const positive = new Set(words.positive.split(" "));
const negative = new Set(words.negative.split(" "));

interface Scores {
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
}

/**
 * Answers as Text Analytics does, by counting words of a short English list: the same text always gets the same scores, which say
 * nothing of what a real model would find. `allows` judges the key of a request; a container asks for none.
 */
export function sentimentHandler(
  path: keyof typeof sentimentPaths,
  allows: (key: string | undefined) => boolean = () => true,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const names = sentimentPaths[path];
  return async (request, response) => {
    const key = request.headers["ocp-apim-subscription-key"];
    if (!allows(Array.isArray(key) ? key[0] : key)) {
      sendJson(response, 401, {
        error: {
          code: "401",
          message:
            "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.",
        },
      });
      return;
    }
    const documents = documentsOf(await readBody(request, LONGEST_BODY));
    if (documents === undefined) {
      const innererror = { code: "MissingInputRecords", message: "Missing input records." };
      sendJson(response, 400, {
        error: { code: "InvalidRequest", message: "Invalid document in request.", innererror },
      });
      return;
    }
    sendJson(response, 200, {
      documents: documents.map(({ id, text }) => {
        const sentences = [...new Intl.Segmenter("und", { granularity: "sentence" }).segment(text)].map(
          ({ segment, index }) => {
            const scores = scoresOf(segment);
            return {
              sentiment: label(scores),
              [names.sentence]: scores,
              offset: index,
              length: segment.trimEnd().length,
            };
          },
        );
        const scores = scoresOf(text);
        return { id, sentiment: label(scores), [names.document]: scores, sentences, warnings: [] };
      }),
      errors: [],
      modelVersion: MODEL_VERSION,
    });
  };
}

function documentsOf(body: Buffer | undefined): readonly { id: string; text: string }[] | undefined {
  try {
    const { documents } = JSON.parse(body?.toString("utf8") ?? "") as { documents?: unknown };
    if (!Array.isArray(documents) || documents.length === 0) return undefined;
    const isDocument = (item: unknown): item is { id: string; text: string } =>
      typeof item === "object" && item !== null && "id" in item && "text" in item && typeof item.text === "string";
    return documents.every(isDocument) ? documents : undefined;
  } catch {
    return undefined;
  }
}

/** Each word of a list moves a share from neutral to its side. */
function scoresOf(text: string): Scores {
  const found = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const good = found.filter((word) => positive.has(word)).length;
  const bad = found.filter((word) => negative.has(word)).length;
  const neutral = 1 / (1 + 4 * (good + bad));
  const share = (count: number): number =>
    round(0.05 * neutral + ((1 - 1.1 * neutral) * count) / Math.max(1, good + bad));
  const scores = { positive: share(good), negative: share(bad) };
  return {
    positive: scores.positive,
    neutral: round(1 - scores.positive - scores.negative),
    negative: scores.negative,
  };
}

function label({ positive: good, neutral, negative: bad }: Scores): string {
  if (good > neutral && good > 2 * bad) return "positive";
  if (bad > neutral && bad > 2 * good) return "negative";
  return good + bad > neutral ? "mixed" : "neutral";
}

function round(share: number): number {
  return Math.round(Math.max(0, share) * 100) / 100;
}
