import { type ContainerPlan, holdsSecret } from "../../domain";
import type { Reading } from "./additions";
import type { Other } from "./found";
import { type Given, findGiven, isPlaceholder, lost } from "./given";

export const SENTIMENT_HOST = "CloudAI:SentimentAnalysisSettings:TextAnalyticsHost";
export const SENTIMENT_KEY = "CloudAI:SentimentAnalysisSettings:SentimentAnalysisApiKey";

const AZURE = /\.(?:cognitive\.microsoft|cognitiveservices\.azure)\.(?:com|us|cn)$/;

/** Where a container asks for sentiment. */
export interface FoundSentiment extends Reading {
  /** Of the Text Analytics account, where it is the cloud and known. */
  readonly endpoint?: string;
  /** Of the operation, without slashes around it. */
  readonly path?: string;
}

/** @param companions sentiment containers by every name under which others reach them, in lower case */
export function readSentiment(given: readonly Given[], companions: ReadonlyMap<string, string>): FoundSentiment {
  const [host, key] = [SENTIMENT_HOST, SENTIMENT_KEY].map((name) => findGiven(given, name));
  if (host === undefined) {
    return { additions: [], others: key === undefined ? [] : [lost(key, `it does nothing without ${SENTIMENT_HOST}`)] };
  }
  const cloud = (more: { endpoint?: string; path?: string } = {}): FoundSentiment => ({
    additions: [{ what: SENTIMENT_HOST, to: (container) => ({ ...container, sentiment: "cloud" }) }],
    others: [],
    ...more,
  });
  const { value = "" } = host;
  if (isPlaceholder(value)) return cloud();
  const [, origin = "", name = "", rest = ""] = /^(https?:\/\/([^/:@?#]+)(?::\d+)?)(\/[^?#]*)?$/i.exec(value) ?? [];
  const companion = companions.get(name.toLowerCase());
  const path = rest.replaceAll(/^\/+|\/+$/g, "");
  if (companion !== undefined) {
    return {
      additions: [{ what: SENTIMENT_HOST, to: (container) => ({ ...container, sentiment: { container: companion } }) }],
      others: key === undefined ? [] : [lost(key, "a companion asks for no key")],
      path,
    };
  }
  if (AZURE.test(name.toLowerCase()) && !holdsSecret(value)) return cloud({ endpoint: `${origin}/`, path });
  return {
    additions: [],
    others: [
      lost(host, "nothing of what was adopted answers there; write sentiment: { container: <name> }"),
      ...(key === undefined ? [] : [lost(key, "a companion asks for no key")]),
    ],
  };
}

/** A note on an operation that is not the one that the planned version calls. */
export function otherOperation(path: string | undefined, { sentiment }: ContainerPlan): readonly Other[] {
  if (path === undefined || sentiment === undefined) return [];
  const planned = sentiment.from === "cloud" ? sentiment.path : sentiment.host.replace(/^https?:\/\/[^/]+\//, "");
  return planned === path ? [] : [{ what: `path of ${SENTIMENT_HOST}`, why: `this version calls ${planned}` }];
}
