import { type FindRoute, postJson } from "../outgoing";

/** The three shares of a sentence's or document's sentiment; together 1. */
export interface Sentiment {
  readonly Negative: number;
  readonly Neutral: number;
  readonly Positive: number;
}

/** What `CloudAI:SentimentAnalysisSettings:TextAnalyticsHost` and `…:SentimentAnalysisApiKey` say. */
export interface TextAnalyticsSettings {
  /** Full URL with the path of the operation, such as `http://sentiment:5000/text/analytics/v3.0/sentiment`. */
  readonly host: string;
  /** Needed by the cloud service, not by the container. */
  readonly key?: string;
  /** Who answers there. */
  readonly route: FindRoute;
}

/**
 * Asks Text Analytics for the sentiment of a text. Both answers are understood: version 3.0 says `confidenceScores`, 3.0-preview.1
 * `documentScores`.
 *
 * @throws {Error} with a message that names status and host, never the key.
 */
export async function askSentiment(
  { host, key, route }: TextAnalyticsSettings,
  text: string,
  options: { readonly language: string; readonly modelVersion?: string },
): Promise<Sentiment> {
  const url = new URL(host);
  if (options.modelVersion !== undefined) url.searchParams.set("model-version", options.modelVersion);
  const language = options.language.split("-")[0] ?? options.language;
  const headers: Record<string, string> = key === undefined ? {} : { "Ocp-Apim-Subscription-Key": key };
  const { status, json } = await postJson(url, headers, { documents: [{ id: "1", language, text }] }, route);
  const place = `${url.origin}${url.pathname}`;
  if (status !== 200) throw new Error(`${place} answered ${status}`);
  const scores = scoresOf(json);
  if (scores === undefined) throw new Error(`${place} answered without scores for the text`);
  return { Negative: scores.negative, Neutral: scores.neutral, Positive: scores.positive };
}

interface Scores {
  readonly negative: number;
  readonly neutral: number;
  readonly positive: number;
}

function scoresOf(answer: unknown): Scores | undefined {
  const { documents } = (answer ?? {}) as {
    documents?: readonly { confidenceScores?: Scores; documentScores?: Scores }[];
  };
  return documents?.[0]?.confidenceScores ?? documents?.[0]?.documentScores;
}
