import { acc1 } from "../../../lib/checks/rules/acc-1";
import { container } from "../plans";
import { answersOf } from "./answers";

const ADDRESS = "azurerm_cognitive_account.text_analytics";

const account = (kind: string) => ({
  address: ADDRESS,
  after: {
    custom_subdomain_name: null,
    kind,
    local_auth_enabled: true,
    name: "contoso-text",
    network_acls: [],
    public_network_access_enabled: true,
    sku_name: "S",
  },
  unknown: { endpoint: true, primary_access_key: true, secondary_access_key: true },
});

test("an account for text in a plan without containers may be for sentiment, which the plan of a site says", () => {
  expect(answersOf(acc1, [account("TextAnalytics")])).toEqual([
    `undecided ${ADDRESS}: kind is "TextAnalytics", and no container of this plan says that it is for sentiment`,
  ]);
});

const wired = (to: "speech" | "text_analytics", key: string) =>
  `${key}=\${azurerm_cognitive_account.${to}.primary_access_key}`;

const running = (image: string, env: readonly string[]) =>
  container(
    "captions",
    { image: `mcr.microsoft.com/azure-cognitive-services/${image}` },
    {
      written: { env: { constant_value: env, references: env.flatMap((word) => /\{(.*)\}/.exec(word)?.[1] ?? []) } },
    },
  );

const SPEECH_TO_TEXT = "speechservices/speech-to-text:4.12.0-amd64-en-us";
const companion = running("textanalytics/sentiment:3.0-en", [wired("text_analytics", "ApiKey")]);
const asking = running(SPEECH_TO_TEXT, [
  wired("speech", "ApiKey"),
  wired("text_analytics", "CloudAI__SentimentAnalysisSettings__SentimentAnalysisApiKey"),
]);
const billed = running(SPEECH_TO_TEXT, [wired("text_analytics", "ApiKey")]);

const refused = `error ${ADDRESS}: kind is "SpeechServices": sentiment refuses its keys`;
const doubtful = `warning ${ADDRESS}: kind is "AIServices": whether sentiment takes its keys, no document says`;

test.each([
  ["a companion takes the key of its own kind", companion, "TextAnalytics", "1 passed"],
  ["a companion refuses the key of Speech", companion, "SpeechServices", refused],
  ["the cloud takes the key of its own kind", asking, "TextAnalytics", "1 passed"],
  ["the cloud refuses the key of Speech", asking, "SpeechServices", refused],
  ["of several services nobody knows", asking, "AIServices", doubtful],
  [
    "Speech refuses the key of text",
    billed,
    "TextAnalytics",
    `error ${ADDRESS}: kind is "TextAnalytics": Speech containers refuse its keys`,
  ],
])("%s", (_, user, kind, answer) => {
  expect(answersOf(acc1, [account(kind), user])).toEqual([answer]);
});

test("where words hide which of two accounts is for Speech, the one for text is undecided", () => {
  const references = ["text_analytics", "speech"].map((name) => `azurerm_cognitive_account.${name}.primary_access_key`);
  const hidden = { ...billed, written: { env: { references } } };
  const speech = { ...account("SpeechServices"), address: "azurerm_cognitive_account.speech" };
  expect(answersOf(acc1, [account("TextAnalytics"), speech, hidden])).toEqual([
    `undecided ${ADDRESS}: kind is "TextAnalytics", and no container of this plan says that it is for sentiment`,
    "1 passed",
  ]);
});

test.each([
  ["passes one for speech there", "SpeechServices", "1 passed"],
  ["fails one of another kind there", "Face", `error ${ADDRESS}: kind is "Face": Speech containers refuse its keys`],
])("%s", (_, kind, answer) => {
  expect(answersOf(acc1, [account(kind)])).toEqual([answer]);
});
