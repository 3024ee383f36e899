import type { FunctionEdition, SentimentOperation } from "./catalogue/types";
import type { SentimentPlan, SettingPlan } from "./plan";
import type { SecretsVia } from "./settings";
import { isOlder } from "./versions";

const SECTION = ["CloudAI", "SentimentAnalysisSettings"];

/** The operation of Text Analytics that a version calls; undefined if it is too old for any. */
export function sentimentOperation({ sentiment }: FunctionEdition, version: string): SentimentOperation | undefined {
  return sentiment?.value.findLast(({ since }) => !isOlder(version, since));
}

/**
 * The settings that make a container ask for sentiment, in the documented order. A companion asks for no key, so none
 * is given to the container that calls it. Environment variables have `__` where words have `:`, which not every
 * platform takes in the name of a variable.
 */
export function sentimentSettings(sentiment: SentimentPlan, secretsVia: SecretsVia): readonly SettingPlan[] {
  const host = [...SECTION, "TextAnalyticsHost"].join(":");
  if (sentiment.from === "container") {
    return [{ name: host, value: { kind: "literal", text: sentiment.host }, via: "argument" }];
  }
  const key = [...SECTION, "SentimentAnalysisApiKey"];
  return [
    { name: host, value: { kind: "endpoint", account: "textAnalytics", path: sentiment.path }, via: "argument" },
    {
      name: key.join(secretsVia === "environment" ? "__" : ":"),
      value: { kind: "apiKey", account: "textAnalytics" },
      via: secretsVia === "environment" ? "environment" : "argument",
    },
  ];
}

/** Whether a container is wired to the Text Analytics account. */
export function usesTextAnalytics(settings: readonly Pick<SettingPlan, "value">[]): boolean {
  return settings.some(
    ({ value }) => (value.kind === "endpoint" || value.kind === "apiKey") && value.account === "textAnalytics",
  );
}
