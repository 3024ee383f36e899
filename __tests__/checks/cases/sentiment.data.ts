import { after, templates, type Edit } from "../real-plan";
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

const TEXT = "azurerm_cognitive_account.text_analytics";

export const sentimentCases: readonly Case[] = [
  ...["ACC-1", "ACC-2", "ACC-5", "CTR-1", "CTR-2", "CTR-3", "CTR-4", "CTR-6", "CTR-7"].map((rule): Case => ({
    rule,
    name: "passes sentiment of a companion and of the cloud",
    from: "sentiment",
  })),
  {
    rule: "ACC-1",
    name: "fails an account of Speech that sentiment is to take keys of",
    from: "sentiment",
    edits: [after(TEXT, { kind: "SpeechServices" })],
    says: [`error ${TEXT}: kind is "SpeechServices": sentiment refuses its keys`],
  },
  {
    rule: "ACC-5",
    name: "warns of the free tier of sentiment in production",
    from: "sentiment",
    edits: [after(TEXT, { sku_name: "F0" })],
    says: [`warning ${TEXT}: sku_name is "F0", the free tier: its quota ends within a month`],
  },
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
