import { templates, type Edit } from "../real-plan";
import { ACCOUNT, CAPTIONS, type Case } from "./case";

const SECTION = "CloudAI:SentimentAnalysisSettings";

/** Sentiment from the cloud, of the endpoint of one account with the key of another. */
const sentimentOf = (endpoint: string, key: string): readonly Edit[] => [
  templates(CAPTIONS, "command", [
    "Eula=accept",
    `Billing=\${${ACCOUNT}.endpoint}`,
    `${SECTION}:TextAnalyticsHost=\${trimsuffix(${endpoint}.endpoint, "/")}/text/analytics/v3.0/sentiment`,
  ]),
  templates(CAPTIONS, "env", [
    `ApiKey=\${${ACCOUNT}.primary_access_key}`,
    `${SECTION.replace(":", "__")}__SentimentAnalysisApiKey=\${${key}.primary_access_key}`,
  ]),
];

export const sentimentCases: readonly Case[] = [
  {
    rule: "CTR-2",
    name: "passes sentiment of one account",
    from: "first",
    edits: sentimentOf("azurerm_cognitive_account.text", "azurerm_cognitive_account.text"),
  },
  {
    rule: "CTR-2",
    name: "fails sentiment of two accounts",
    from: "first",
    edits: sentimentOf("azurerm_cognitive_account.text", ACCOUNT),
    says: [
      `error ${CAPTIONS}: TextAnalyticsHost comes from azurerm_cognitive_account.text, ` +
        `SentimentAnalysisApiKey from ${ACCOUNT}`,
    ],
  },
];
