import type { AccountRequest, ContainerRequest, DeploymentRequest } from "../../lib/domain";
import { type ProblemRow, KEY } from "./problem-requests";
import { MODEL_ID, account, captions, deployment, textAnalytics, tone } from "./requests";

const FROM_TONE = { container: "tone" };

const withText = (containers: readonly ContainerRequest[], change: Partial<DeploymentRequest> = {}) =>
  deployment(containers, { textAnalytics, ...change });
const asking = (change: Partial<ContainerRequest>) => withText([captions({ sentiment: FROM_TONE, ...change }), tone()]);
const companion = (change: Partial<ContainerRequest>) => withText([tone(change)]);
const in2020 = (change: Partial<ContainerRequest>) =>
  withText([captions({ allowRetired: true, sentiment: "cloud", ...change })], { edition: "2020-05" });
const inSites = (...containers: readonly (readonly ContainerRequest[])[]) =>
  withText([], {
    layout: "sites",
    sites: containers.map((some, index) => ({ name: ["leeds", "york"][index] ?? "", containers: some })),
  });

const at = (endpoint: string) => ({ kind: "endpoint", endpoint }) as const;
const inSubdomain = (request: AccountRequest, customSubdomain: string) =>
  ({ ...request, customSubdomain }) as AccountRequest;
const REGION = "https://westeurope.api.cognitive.microsoft.com/";
const SUBDOMAIN = "https://Contoso.cognitiveservices.azure.com";

const RETIRED = "SPC107 containers.captions.allowRetired";

/** The sentiment container, what asks it, and the account that both bill to. */
export const problemsOfSentiment: readonly ProblemRow[] = [
  ["a companion", asking({}), []],
  ["sentiment from the cloud", withText([captions({ sentiment: "cloud" })]), []],
  [
    "a companion of a custom model",
    asking({ function: "custom-speech-to-text", locale: undefined, modelId: MODEL_ID }),
    [],
  ],
  ["a companion that is pinned", companion({ tag: "3.0-de", language: "de" }), []],

  ["a language beside a locale", asking({ language: "en" }), ["SPC112 containers.captions.language"]],
  ["a locale in the place of a language", companion({ locale: "de-DE" }), ["SPC112 containers.tone.locale"]],
  ["a version of three numbers", companion({ version: "3.0.0" }), ["SPC113 containers.tone.version"]],
  ["a version that nobody knows", companion({ version: "3.1" }), ["SPC114 containers.tone.version"]],
  [
    "a language that nobody knows in a version that nobody knows",
    companion({ version: "3.1", language: "sv" }),
    ["SPC114 containers.tone.version", "SPC128 containers.tone.language"],
  ],
  [
    "a language that nobody knows, of the image of a digest",
    companion({ language: "sv", digest: `sha256:${"0f".repeat(32)}` }),
    ["SPC124 containers.tone.language"],
  ],
  ["a language in capitals", companion({ language: "DE" }), ["SPC116 containers.tone.language"]],
  ["a tag of another language", companion({ tag: "3.0-de", language: "en" }), ["SPC117 containers.tone.language"]],
  ["a tag that nobody knows", companion({ tag: "3.0-sv" }), ["SPC121 containers.tone.tag"]],
  ["a language without an image", companion({ language: "sv" }), ["SPC128 containers.tone.language"]],
  ["a locale as the language", companion({ language: "en-US" }), ["SPC128 containers.tone.language"]],

  [
    "sentiment of speech that is made",
    asking({ function: "neural-text-to-speech", locale: undefined, voice: "en-US-AriaNeural" }),
    ["SPC260 containers.captions.sentiment"],
  ],
  ["sentiment of sentiment", companion({ sentiment: "cloud" }), ["SPC260 containers.tone.sentiment"]],
  ["the first version with sentiment", in2020({ version: "2.2.0" }), [RETIRED]],
  ["a version before sentiment", in2020({ version: "2.1.1" }), [RETIRED, "SPC261 containers.captions.sentiment"]],
  [
    "a tag before sentiment",
    in2020({ tag: "2.1.0-amd64-en-us-preview" }),
    [RETIRED, "SPC261 containers.captions.sentiment"],
  ],
  ["another word than cloud", asking({ sentiment: "azure" }), ["SPC262 containers.captions.sentiment"]],
  [
    "a companion that is not there",
    asking({ sentiment: { container: "tome" } }),
    ["SPC263 containers.captions.sentiment.container"],
  ],
  [
    "a companion that transcribes",
    withText([captions({ sentiment: { container: "other" } }), captions({ name: "other", port: 5001 }), tone()]),
    ["SPC263 containers.captions.sentiment.container"],
  ],
  [
    "a container as its own companion",
    asking({ sentiment: { container: "captions" } }),
    ["SPC263 containers.captions.sentiment.container"],
  ],
  [
    "a companion of another site",
    inSites([captions({ sentiment: FROM_TONE })], [tone()]),
    ["SPC263 sites.leeds.containers.captions.sentiment.container"],
  ],
  [
    "two companions of one name",
    withText([captions({ sentiment: FROM_TONE }), tone(), tone({ port: 5003, language: "de" })]),
    ["SPC202 containers.tone"],
  ],
  [
    "a companion whose name is longer than host names are",
    withText([captions({ sentiment: FROM_TONE }), tone()], {
      name: "a".repeat(40),
      layout: "sites",
      sites: [{ name: "b".repeat(20), containers: [captions({ sentiment: FROM_TONE }), tone()] }],
    }),
    [`SPC264 sites.${"b".repeat(20)}.containers.captions.sentiment.container`],
  ],
  ["a companion of another language", asking({ locale: "de-DE" }), ["SPC265 containers.captions.sentiment.container"]],
  [
    "a companion of the same language",
    withText([captions({ locale: "zh-TW", sentiment: FROM_TONE }), tone({ language: "zht" })]),
    [],
  ],
  [
    "a companion of simplified Chinese, of traditional Chinese",
    withText([captions({ locale: "zh-TW", sentiment: FROM_TONE }), tone({ language: "zh" })]),
    ["SPC265 containers.captions.sentiment.container"],
  ],
  [
    "a companion of traditional Chinese, of simplified Chinese",
    withText([captions({ locale: "zh-CN", sentiment: FROM_TONE }), tone({ language: "zht" })]),
    ["SPC265 containers.captions.sentiment.container"],
  ],
  [
    "a companion of simplified Chinese, of the same",
    withText([captions({ locale: "zh-CN", sentiment: FROM_TONE }), tone({ language: "zh" })]),
    [],
  ],

  ["a companion without an account", deployment([tone()]), ["SPC330 textAnalytics"]],
  ["the cloud without an account", deployment([captions({ sentiment: "cloud" })]), ["SPC330 textAnalytics"]],
  ["an account that nothing uses", withText([captions()]), ["SPC331 textAnalytics"]],
  ["the Speech account again", withText([tone()], { textAnalytics: account }), ["SPC332 textAnalytics"]],
  [
    "the Speech account again, in other letters",
    withText([tone()], {
      textAnalytics: { kind: "existing", name: "Contoso-Speech", resourceGroup: "Speech-RG" },
    }),
    ["SPC332 textAnalytics"],
  ],
  [
    "the endpoint of the Speech account again",
    withText([tone()], { account: at("https://contoso.cognitiveservices.azure.com/"), textAnalytics: at(SUBDOMAIN) }),
    ["SPC332 textAnalytics"],
  ],
  [
    "the Speech account that is made, by its endpoint",
    withText([tone()], { account: inSubdomain(account, "contoso"), textAnalytics: at(SUBDOMAIN) }),
    ["SPC332 textAnalytics"],
  ],
  ["two accounts in one region", withText([tone()], { account: at(REGION), textAnalytics: at(REGION) }), []],
  [
    "one subdomain for two accounts",
    withText([tone()], {
      account: inSubdomain(account, "contoso"),
      textAnalytics: inSubdomain(textAnalytics, "Contoso"),
    }),
    ["SPC332 textAnalytics.customSubdomain"],
  ],
  [
    "an operation as the endpoint",
    withText([tone()], { textAnalytics: at(`${REGION}text/analytics/v3.0/sentiment`) }),
    ["SPC309 textAnalytics.endpoint"],
  ],
  [
    "a sku of Speech",
    withText([tone()], { textAnalytics: { ...textAnalytics, sku: "S0" } as typeof textAnalytics }),
    ["SPC306 textAnalytics.sku"],
  ],
  [
    "a key as the endpoint",
    withText([tone()], { textAnalytics: { kind: "endpoint", endpoint: KEY } }),
    ["SPC309 textAnalytics.endpoint", "SPC310 textAnalytics.endpoint"],
  ],
];
