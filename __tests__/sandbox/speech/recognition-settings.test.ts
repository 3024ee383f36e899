import fc from "fast-check";
import { primaryLanguage, successPhrase } from "../../../lib/sandbox/speech/recognition/results";
import { readSettings, recognitionPaths } from "../../../lib/sandbox/speech/recognition/settings";
import { redactedUrl } from "../../../lib/sandbox/speech/http";

const url = (query = "", path: string = recognitionPaths.conversation): URL => new URL(`http://host${path}?${query}`);

describe("settings of a request", () => {
  test.each([
    ["interactive", {}, "one"],
    ["conversation", {}, "many"],
    ["dictation", {}, "many"],
    ["universal", { phraseDetection: { mode: "None" } }, "one"],
    ["universal", { languageId: { mode: "DetectContinuous" } }, "many"],
    ["universal", { phraseDetection: { mode: "Conversation" } }, "many"],
  ] as const)("on the %s path with context %j %s utterances are recognized", (path, context, utterances) => {
    expect(readSettings(url("", recognitionPaths[path]), context).utterances).toBe(utterances);
  });

  test("the detailed format is asked for by query or by context", () => {
    expect(readSettings(url("format=simple"), {}).isDetailed).toBe(false);
    expect(readSettings(url("format=detailed"), {}).isDetailed).toBe(true);
    expect(readSettings(url(), { phraseOutput: { format: "Detailed" } }).isDetailed).toBe(true);
  });

  test.each([
    ["the default", "", {}, 0.5],
    ["endSilenceTimeoutMs", "endSilenceTimeoutMs=800", {}, 0.8],
    ["segmentationSilenceTimeoutMs", "segmentationSilenceTimeoutMs=700", {}, 0.7],
    ["trailingSilenceTimeout", "", { phraseDetection: { trailingSilenceTimeout: 900 } }, 0.9],
    [
      "segmentation as Python spells it",
      "",
      {
        phraseDetection: { mode: "INTERACTIVE", INTERACTIVE: { segmentation: { segmentationSilenceTimeoutMs: 600 } } },
      },
      0.6,
    ],
  ])("silence that ends a phrase: %s", (_, query, context, seconds) => {
    expect(readSettings(url(query), context).endSilence).toBe(seconds);
  });

  test("candidates of language detection are read without case, and UND means any", () => {
    expect(readSettings(url(), { languageId: { languages: ["en-US", "de-DE"] } }).languageCandidates).toEqual([
      "en-us",
      "de-de",
    ]);
    expect(readSettings(url(), { languageId: { languages: ["UND"] } }).languageCandidates).toEqual([]);
    expect(readSettings(url(), {}).languageCandidates).toBeUndefined();
  });

  // The seed's section "Analyze sentiment", property by property.
  test.each([
    ["PhraseOutput.Simple.Extensions", "simpleExtension"],
    ["PhraseOutput.Detailed.Options", "detailedOption"],
    ["PhraseOutput.Detailed.Extensions", "detailedExtension"],
  ])("speechcontext-%s asks for sentiment", (name, place) => {
    const query = `speechcontext-${name}=${encodeURIComponent('["Sentiment"]')}`;
    const { sentiment } = readSettings(
      url(`${query}&speechcontext-phraseDetection.sentimentAnalysis.modelversion=latest`),
      {},
    );
    expect(sentiment).toEqual({
      simpleExtension: false,
      detailedOption: false,
      detailedExtension: false,
      [place]: true,
      modelVersion: "latest",
    });
    const off = `${query}&speechcontext-phraseDetection.sentimentanalysis.enabled=false`;
    expect(readSettings(url(off), {}).sentiment).toMatchObject({ [place]: false });
  });

  test("any query and context are read without an error, and leave no trace on objects", () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), fc.json(), fc.string(), (query, context, name) => {
        readSettings(
          url(`${query}&speechcontext-${encodeURIComponent(name)}=1&speechcontext-__proto__.polluted=1`),
          JSON.parse(context),
        );
        expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
      }),
    );
  });
});

describe("results", () => {
  const span = { Offset: 10, Duration: 20 };
  const sentiment = { Negative: 0.01, Neutral: 0.2, Positive: 0.79 };
  const places = (names: readonly string[], format: string) =>
    readSettings(
      url(`format=${format}&${names.map((name) => `speechcontext-PhraseOutput.${name}=["Sentiment"]`).join("&")}`),
      {},
    );

  test("simple: the text and, where asked for, sentiment at the root", () => {
    const phrase = successPhrase("I love it.", span, places(["Simple.Extensions"], "simple"), { sentiment });
    const { Id, ...rest } = phrase;
    expect(Id).toMatch(/^[0-9a-f]{32}$/);
    expect(rest).toEqual({ RecognitionStatus: "Success", ...span, DisplayText: "I love it.", Sentiment: sentiment });
  });

  test.each([
    [["Detailed.Options"], undefined, sentiment],
    [["Detailed.Extensions"], sentiment, undefined],
    [["Detailed.Options", "Detailed.Extensions"], sentiment, sentiment],
    [["Simple.Extensions"], undefined, undefined],
  ])("detailed with %j", (names, atRoot, inBest) => {
    const phrase = successPhrase("I love it.", span, places(names, "detailed"), { sentiment });
    const [best] = phrase["NBest"] as Record<string, unknown>[];
    expect(phrase["Sentiment"]).toEqual(atRoot);
    expect(best?.["Sentiment"]).toEqual(inBest);
    expect(best).toMatchObject({
      Display: "I love it.",
      Lexical: "i love it",
      ITN: "i love it",
      MaskedITN: "I love it",
      Confidence: 1,
    });
  });

  test.each([
    ["de-DE", [], { Language: "de-DE", Confidence: "High" }],
    ["de-DE", ["en-us", "de-de"], { Language: "de-DE", Confidence: "High" }],
    ["en-GB", ["en-us", "de-de"], { Language: "en-US", Confidence: "Medium" }],
    ["fr-FR", ["en-us", "de-de"], { Language: "Unknown", Confidence: "Unknown" }],
  ])("audio in %s among %j", (heard, candidates, expected) => {
    expect(primaryLanguage(heard, candidates)).toEqual(expected);
  });
});

test.each([
  ["/a?Ocp-Apim-Subscription-Key=abc123&format=simple", "/a?Ocp-Apim-Subscription-Key=[redacted]&format=simple"],
  [
    "/a?format=simple&%4Fcp-apim-subscription-%6Bey=abc123",
    "/a?format=simple&%4Fcp-apim-subscription-%6Bey=[redacted]",
  ],
  ["/a?Authorization=Bearer%20abc", "/a?Authorization=[redacted]"],
  ["/a?x=1?key=2", "/a?x=1?key=2"],
  ["/a", "/a"],
])("the access log writes %s without secrets", (given, written) => {
  expect(redactedUrl(given)).toBe(written);
});
