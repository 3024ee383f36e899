import { type ContainerRequest, type SettingPlan, findFunctionEdition } from "../../lib/domain";
import { sentimentOperation } from "../../lib/domain/sentiment";
import { account, captions, deployment, planOf, problemOf, textAnalytics, tone } from "./requests";

const PREVIEW = "text/analytics/v3.0-preview.1/sentiment";
const RELEASED = "text/analytics/v3.0/sentiment";
const HOST = "CloudAI:SentimentAnalysisSettings:TextAnalyticsHost";

const named = (name: string, ...containers: readonly ContainerRequest[]) => {
  const [site] = planOf(deployment(containers, { textAnalytics })).sites;
  const found = site?.containers.find((container) => container.name === name);
  if (found === undefined) throw new Error(`expected ${name}`);
  return found;
};
const asking = (change: Partial<ContainerRequest> = {}) =>
  named("captions", captions({ sentiment: { container: "tone" }, ...change }), tone());
const added = (settings: readonly SettingPlan[]) => settings.slice(3);

describe("a sentiment container", () => {
  it("is planned in English, in the recommended size, and bills to the Text Analytics account", () => {
    expect(named("tone", tone())).toMatchObject({
      engineName: "contoso-tone",
      language: "en",
      image: {
        registry: "mcr.microsoft.com",
        repository: "azure-cognitive-services/textanalytics/sentiment",
        tag: "3.0-en",
      },
      size: { cores: 8, memoryMiB: 8192, modelMemoryMiB: 0, reason: "recommended 8 / 8 GB" },
      port: { address: "127.0.0.1", host: 5002, container: 5000 },
      settings: [
        { name: "Eula", value: { kind: "literal", text: "accept" }, via: "argument" },
        { name: "Billing", value: { kind: "endpoint", account: "textAnalytics" }, via: "argument" },
        { name: "ApiKey", value: { kind: "apiKey", account: "textAnalytics" }, via: "environment" },
      ],
      urls: { host: "http://localhost:5002" },
    });
  });

  it.each([
    ["a language", { language: "zht" }, "3.0-zht", "zht"],
    ["a tag", { tag: "3.0-de" }, "3.0-de", "de"],
    ["latest, of which nobody knows the language", { tag: "latest" }, "latest", undefined],
    ["latest with a language that the user knows", { tag: "latest", language: "fr" }, "latest", "fr"],
  ])("takes %s", (_, change, tag, language) => {
    const { image, language: served } = named("tone", tone(change));
    expect([image.tag, served]).toEqual([tag, language]);
  });
});

describe("a container that asks for sentiment", () => {
  it("of a companion gets its address on the site's network, and no key", () => {
    const host = `http://contoso-tone:5000/${RELEASED}`;
    const { sentiment, settings } = asking();
    expect(sentiment).toEqual({ from: "container", container: "tone", host });
    expect(added(settings)).toEqual([{ name: HOST, value: { kind: "literal", text: host }, via: "argument" }]);
  });

  it("of a site's companion gets the address with the site in it", () => {
    const containers = [captions({ sentiment: { container: "tone" } }), tone()];
    const sites = [{ name: "leeds", containers }];
    const [site] = planOf(deployment([], { layout: "sites", sites, textAnalytics })).sites;
    expect(site?.containers[0]?.sentiment).toMatchObject({ host: `http://contoso-leeds-tone:5000/${RELEASED}` });
  });

  it.each([
    ["environment", "CloudAI__SentimentAnalysisSettings__SentimentAnalysisApiKey", "environment"],
    ["arguments", "CloudAI:SentimentAnalysisSettings:SentimentAnalysisApiKey", "argument"],
  ] as const)("of the cloud gets host and key, the key by %s", (secretsVia, name, via) => {
    const { sentiment, settings } = asking({ sentiment: "cloud", secretsVia });
    expect(sentiment).toEqual({ from: "cloud", path: RELEASED });
    expect(added(settings)).toEqual([
      { name: HOST, value: { kind: "endpoint", account: "textAnalytics", path: RELEASED }, via: "argument" },
      { name, value: { kind: "apiKey", account: "textAnalytics" }, via },
    ]);
  });

  it.each([
    ["2.1.1", undefined],
    ["2.2.0", PREVIEW],
    ["2.5.0", PREVIEW],
    ["2.6.0-preview", PREVIEW],
    ["2.6.0", RELEASED],
    ["4.12.0", RELEASED],
    ["5.0.3-preview", RELEASED],
  ])("in version %s calls %s", (version, path) => {
    for (const name of ["speech-to-text", "custom-speech-to-text"]) {
      const edition = findFunctionEdition(name, "2025-07");
      expect(edition && sentimentOperation(edition, version)?.path).toBe(path);
    }
  });

  it("takes the version of the tag that is pinned", () => {
    const request = deployment([captions({ tag: "2.5.0-amd64-en-us", sentiment: "cloud" })], { textAnalytics });
    expect(planOf(request).sites[0]?.containers[0]?.sentiment).toEqual({ from: "cloud", path: PREVIEW });
  });
});

describe("the accounts of a deployment", () => {
  it("are both planned, sentiment on the tier of Text Analytics", () => {
    expect(planOf(deployment([tone()], { textAnalytics }))).toMatchObject({
      account: { name: "contoso-speech", sku: "S0" },
      textAnalytics: { name: "contoso-text", sku: "S", keySlot: "primary" },
      accountStackId: "contoso",
    });
  });

  it("have a stack of their own in sites, also when only the Text Analytics account is made", () => {
    const existing = { kind: "existing", name: "contoso-speech", resourceGroup: "speech-rg" } as const;
    const sites = [{ name: "leeds", containers: [tone()] }];
    const request = deployment([], { layout: "sites", sites, account: existing, textAnalytics });
    expect(planOf(request).accountStackId).toBe("contoso-account");
    const both = { ...request, textAnalytics: { ...existing, name: "contoso-text" } };
    expect(planOf(both).accountStackId).toBeUndefined();
  });
});

describe("the words of a problem of sentiment", () => {
  const word = (containers: readonly ContainerRequest[], code: string) => {
    const { message, hint } = problemOf(deployment(containers, { textAnalytics }), code);
    return [message, hint];
  };

  it.each([
    [
      "the account to paste, like the Speech account",
      account,
      "add textAnalytics: { name: contoso-speech-text, location: westeurope, resourceGroup: { name: speech-rg } }",
    ],
    [
      "the account to paste, in the group of the one that exists",
      { kind: "existing", name: "contoso-speech", resourceGroup: "speech-rg" } as const,
      "add textAnalytics: { existing: { name: <account>, resourceGroup: speech-rg } }",
    ],
    [
      "the endpoint to paste, and where its key comes from",
      { kind: "endpoint", endpoint: "https://westeurope.api.cognitive.microsoft.com/" } as const,
      "add textAnalytics: { endpoint: <endpoint of the account> }, and its key as TF_VAR_text_analytics_api_key",
    ],
  ])("shows %s", (_, speech, hint) => {
    const request = deployment([captions({ sentiment: "cloud" }), tone()], { account: speech });
    expect(problemOf(request, "SPC330")).toMatchObject({
      message: "sentiment bills to a Text Analytics account, and there is none for captions, tone",
      hint,
    });
  });

  it("names the nearest companion, and the one that a word means", () => {
    expect(word([captions({ sentiment: { container: "tome" } }), tone()], "SPC263")).toEqual([
      '"tome" is not a container of this site',
      "nearest: tone",
    ]);
    expect(word([captions({ sentiment: "tone" }), tone()], "SPC262")).toEqual([
      '"tone" is no place to get sentiment from',
      "write sentiment: { container: tone }",
    ]);
  });

  it("says of what function or site the named container is", () => {
    const other = captions({ name: "other", port: 5001 });
    expect(word([captions({ sentiment: { container: "other" } }), other, tone()], "SPC263")).toEqual([
      '"other" is speech-to-text, not a sentiment container',
      "use tone",
    ]);
    const sites = [
      { name: "leeds", containers: [captions({ sentiment: { container: "tone" } })] },
      { name: "york", containers: [tone()] },
    ];
    expect(problemOf(deployment([], { layout: "sites", sites, textAnalytics }), "SPC263")).toMatchObject({
      message: '"tone" is a container of site york, which this one cannot reach by name',
      hint: "add a container with function: sentiment to this site",
    });
  });

  it("names the languages that there are", () => {
    expect(word([tone({ language: "en-US" })], "SPC128")).toEqual([
      '"en-US" is not a language of sentiment 3.0',
      "use one of en, es, fr, it, de, zh, zht, ja, pt, nl; nearest: en",
    ]);
  });
});
