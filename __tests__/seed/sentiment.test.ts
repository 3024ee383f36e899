import { type ContainerPlan, type ContainerRequest, findFunctionEdition } from "../../lib/domain";
import { sentimentOperation } from "../../lib/domain/sentiment";
import { dockerRunOf } from "../../lib/render";
import { successPhrase } from "../../lib/sandbox/speech/recognition/results";
import { readSettings, recognitionPaths } from "../../lib/sandbox/speech/recognition/settings";
import { codesOf, planOf, textAnalytics, tone } from "../domain/requests";
import { seedSentimentCommands } from "../seed-commands";
import { container, request } from "./page";

const asking = (sentiment: ContainerRequest["sentiment"], change: Partial<ContainerRequest> = {}): ContainerPlan => {
  const containers = [container("speech-to-text", { sentiment, ...change })];
  const plan = planOf(request(sentiment === "cloud" ? containers : [...containers, tone()], { textAnalytics }));
  const found = plan.sites[0]?.containers.find(({ name }) => name === "speech-to-text");
  if (found === undefined) throw new Error("expected a container");
  return found;
};
const settingsOf = ({ settings }: ContainerPlan) =>
  settings.filter(({ name }) => name.startsWith("CloudAI")).map(({ name }) => name.split(/:|__/).at(-1));

test("Starting in v2.2.0 of the speech-to-text container, you can call the sentiment analysis v3 API on the output.", () => {
  const edition = findFunctionEdition("speech-to-text", "2020-05");
  const pathOf = (version: string) => edition && sentimentOperation(edition, version)?.path;
  expect([pathOf("2.1.1"), pathOf("2.2.0")]).toEqual([undefined, "text/analytics/v3.0-preview.1/sentiment"]);
  const early = container("speech-to-text", { tag: "2.1.1-amd64-en-us-preview", sentiment: "cloud" });
  expect(codesOf(request([early], { textAnalytics })).join()).toMatch(/SPC\d+ containers.speech-to-text.sentiment/);
});

test("To call sentiment analysis, you will need a Text Analytics API resource endpoint.", () => {
  expect(codesOf(request([container("speech-to-text", { sentiment: "cloud" })])).join()).toContain("SPC330");
  expect(settingsOf(asking("cloud"))).toContain("TextAnalyticsHost");
});

test("If you're accessing a Text analytics endpoint in the cloud, you will need a key.", () => {
  expect(settingsOf(asking("cloud"))).toEqual(["TextAnalyticsHost", "SentimentAnalysisApiKey"]);
});

test("If you're running Text Analytics locally, you may not need to provide this.", () => {
  expect(settingsOf(asking({ container: "tone" }))).toEqual(["TextAnalyticsHost"]);
});

test("The key and endpoint are passed to the Speech container as arguments, as in the following example.", () => {
  const [command] = seedSentimentCommands;
  const { image, words } = dockerRunOf(asking("cloud", { secretsVia: "arguments" }));
  expect({ image, words }).toEqual({ image: command?.image, words: command?.words });
});

describe("a result", () => {
  const sentiment = { Negative: 0.03, Neutral: 0.79, Positive: 0.18 };
  const PLACE = "speechcontext-PhraseOutput";
  const settings = (format: string, ...properties: readonly string[]) => {
    const query = [`format=${format}`, ...properties].join("&");
    return readSettings(new URL(`http://host${recognitionPaths.interactive}?${query}`), {});
  };
  /** Where the result of such a request has sentiment. */
  const placesOf = (...asked: Parameters<typeof settings>) => {
    const span = { Offset: 4_700_000, Duration: 13_000_000 };
    const phrase = successPhrase("What's the weather like?", span, settings(...asked), { sentiment });
    const best = phrase["NBest"] as readonly Readonly<Record<string, unknown>>[] | undefined;
    return [
      ...(phrase["Sentiment"] === sentiment ? ["root"] : []),
      ...(best?.[0]?.["Sentiment"] === sentiment ? ["NBest"] : []),
    ];
  };
  const simple = `${PLACE}.Simple.Extensions=["Sentiment"]`;
  const options = `${PLACE}.Detailed.Options=["Sentiment"]`;
  const extensions = `${PLACE}.Detailed.Extensions=["Sentiment"]`;

  test('To configure the Speech client to use a simple format, add `"Sentiment"` as a value for `Simple.Extensions`.', () => {
    expect([placesOf("simple", simple).length, placesOf("simple").length]).toEqual([1, 0]);
    expect(placesOf("detailed", simple)).toEqual([]);
  });

  test("`Simple.Extensions` will return the sentiment result in root layer of the response.", () => {
    expect(placesOf("simple", simple)).toEqual(["root"]);
  });

  test('To configure the Speech client to use a detailed format, add `"Sentiment"` as a value for `Detailed.Extensions`, `Detailed.Options`, or both.', () => {
    expect(placesOf("detailed")).toEqual([]);
    expect([options, extensions].map((property) => placesOf("detailed", property).length)).toEqual([1, 1]);
  });

  test("`Detailed.Extensions` provides sentiment result in the root layer of the response.", () => {
    expect(placesOf("detailed", extensions)).toEqual(["root"]);
  });

  test("`Detailed.Options` provides the result in `NBest` layer of the response.", () => {
    expect(placesOf("detailed", options)).toEqual(["NBest"]);
  });

  test("They can be used separately or together.", () => {
    expect(placesOf("detailed", options, extensions)).toEqual(["root", "NBest"]);
  });

  test("If you want to choose a specific Text Analytics model version, replace `'latest'` in the `speechcontext-phraseDetection.sentimentAnalysis.modelversion` property configuration.", () => {
    const chosen = "speechcontext-phraseDetection.sentimentAnalysis.modelversion=2020-04-01";
    expect(settings("simple", simple, chosen).sentiment.modelVersion).toBe("2020-04-01");
  });

  test("If you want to completely disable sentiment analysis, add a `false` value to `sentimentanalysis.enabled`.", () => {
    const off = "speechcontext-phraseDetection.sentimentanalysis.enabled=false";
    expect([placesOf("simple", simple, off), placesOf("detailed", options, extensions, off)]).toEqual([[], []]);
  });
});
