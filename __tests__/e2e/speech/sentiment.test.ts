import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { writeFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeWaveHeader } from "../../../lib/sandbox/speech/audio/riff";
import { sentimentHandler, sentimentPaths } from "../../../lib/sandbox/speech/sentiment/companion";
import { spokenBytes } from "../../sandbox/speech/support/audio";
import { startContainer, type TestContainer } from "./support/container";
import { preparePython, pythonIsMissing, runPythonJobs } from "./support/python";
import { recognizeOnce } from "./support/sdk";
import { anything, including } from "../../sandbox/speech/support/matchers";

const TEXT = "I love this wonderful train.";
const paths = Object.keys(sentimentPaths) as (keyof typeof sentimentPaths)[];
/** The seed's properties: name, value. */
const property = (place: string) => ({ [`speechcontext-PhraseOutput.${place}`]: '["Sentiment"]' });
const LATEST = { "speechcontext-phraseDetection.sentimentAnalysis.modelversion": "latest" };
const OFF = { "speechcontext-phraseDetection.sentimentanalysis.enabled": "false" };
const BOTH = { ...property("Detailed.Options"), ...property("Detailed.Extensions") };
/** The companion finds two words for good in the text, and none for bad. */
const SHARES = { Negative: 0.01, Neutral: 0.11, Positive: 0.88 };

let companion: TestContainer;
let wav: Buffer;

beforeAll(async () => {
  companion = await startContainer({ function: "sentiment" });
  const audio = await spokenBytes(TEXT);
  wav = Buffer.concat([writeWaveHeader({ encoding: "pcm", sampleRate: 16_000 }, audio.length), audio]);
});
afterAll(() => companion.close());

/** The seed's section on sentiment: what a client asks for, and where the shares are then. */
const rows: readonly (readonly [
  asked: string,
  detailed: boolean,
  properties: Readonly<Record<string, string>>,
  atRoot: boolean,
  inBest: boolean | undefined,
])[] = [
  ["Simple.Extensions", false, property("Simple.Extensions"), true, undefined],
  ["Simple.Extensions and a model version", false, { ...property("Simple.Extensions"), ...LATEST }, true, undefined],
  ["Detailed.Options", true, { ...property("Detailed.Options"), ...LATEST }, false, true],
  ["Detailed.Extensions", true, { ...property("Detailed.Extensions"), ...LATEST }, true, false],
  ["both of Detailed", true, { ...BOTH, ...LATEST }, true, true],
  ["Simple.Extensions, switched off", false, { ...property("Simple.Extensions"), ...OFF }, false, undefined],
  ["both of Detailed, switched off", true, { ...BOTH, ...OFF }, false, false],
  ["nothing", false, LATEST, false, undefined],
];

function expectSentiment(result: string | undefined, atRoot: boolean, inBest: boolean | undefined): void {
  const json = JSON.parse(result ?? "") as {
    readonly DisplayText: string;
    readonly Sentiment?: unknown;
    readonly NBest?: readonly { readonly Sentiment?: unknown }[];
  };
  expect(json.DisplayText).toBe(TEXT);
  expect(json.Sentiment).toEqual(atRoot ? SHARES : undefined);
  expect(json.NBest?.map((best) => best.Sentiment)).toEqual(
    inBest === undefined ? undefined : [inBest ? SHARES : undefined],
  );
}

describe.each(paths)("speech to text with the companion at %s", (path) => {
  let container: TestContainer;
  beforeAll(async () => {
    container = await startContainer({
      function: "speech-to-text",
      textAnalytics: { host: `http://127.0.0.1:${companion.port}${path}` },
    });
  });
  afterAll(() => container.close());

  test.each(rows)("asked for %s", async (_, detailed, properties, atRoot, inBest) => {
    const { results } = await recognizeOnce(container.port, wav, { detailed, properties });
    expectSentiment(results[0]?.json, atRoot, inBest);
  });
});

const missing = pythonIsMissing();
if (missing !== undefined) process.stderr.write(`skipped: the Python snippets of the seed are not tried, ${missing}\n`);
(missing === undefined ? describe : describe.skip)("the seed's Python snippets", () => {
  const folder = mkdtempSync(join(tmpdir(), "speech-sentiment-"));
  let answers: readonly unknown[];

  beforeAll(async () => {
    await preparePython();
    const container = await startContainer({
      function: "speech-to-text",
      textAnalytics: { host: `http://127.0.0.1:${companion.port}${paths[0]}` },
    });
    const file = join(folder, "a.wav");
    writeFileSync(file, wav);
    const job = { do: "once", port: container.port, wav: file };
    answers = await runPythonJobs(rows.map(([, detailed, properties]) => ({ ...job, detailed, properties })));
    await container.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(rows.map(([asked, , , ...places], index) => [asked, index, ...places] as const))(
    "asked for %s",
    (_, index, atRoot, inBest) => {
      const { results } = answers[index] as { readonly results: readonly { readonly json: string }[] };
      expectSentiment(results[0]?.json, atRoot, inBest);
    },
  );
});

describe("a Text Analytics service in the cloud", () => {
  const KEY = "0123456789abcdef0123456789abcdef";
  let cloud: Server;
  const seen: { url: string | undefined; key: IncomingMessage["headers"][string] }[] = [];
  const host = (): string => `http://127.0.0.1:${(cloud.address() as AddressInfo).port}${paths[1]}`;

  beforeAll(async () => {
    const handler = sentimentHandler("/text/analytics/v3.0/sentiment", (key) => key === KEY);
    cloud = createServer((request, response) => {
      seen.push({ url: request.url, key: request.headers["ocp-apim-subscription-key"] });
      handler(request, response).catch((error: unknown) => response.destroy(error as Error));
    });
    await new Promise<void>((resolve) => cloud.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => {
    cloud.closeAllConnections();
    cloud.close();
  });

  test("gets the key and the version of the model", async () => {
    const container = await startContainer({ function: "speech-to-text", textAnalytics: { host: host(), key: KEY } });
    const { results } = await recognizeOnce(container.port, wav, {
      properties: { ...property("Simple.Extensions"), ...LATEST },
    });
    expect(JSON.parse(results[0]?.json ?? "")).toMatchObject({ Sentiment: SHARES });
    expect(seen.at(-1)).toEqual({ url: `${paths[1]}?model-version=latest`, key: KEY });
    await container.close();
  });

  test.each([
    ["without a key", undefined, "answered 401"],
    ["with a wrong key", "fedcba9876543210fedcba9876543210", "answered 401"],
  ])("%s the words come without sentiment, and the log tells why but not the key", async (_, key, words) => {
    const container = await startContainer({
      function: "speech-to-text",
      textAnalytics: { host: host(), ...(key !== undefined && { key }) },
    });
    const { results } = await recognizeOnce(container.port, wav, { properties: property("Simple.Extensions") });
    expect(results[0]?.text).toBe(TEXT);
    expect(JSON.parse(results[0]?.json ?? "")).not.toHaveProperty("Sentiment");
    expect(container.log.join("\n")).toContain(words);
    expect(container.log.join("\n")).not.toContain(key ?? KEY);
    await container.close();
  });

  test("that is not set, or does not answer, leaves the words as they are", async () => {
    for (const textAnalytics of [undefined, { host: "http://127.0.0.1:9/text/analytics/v3.0/sentiment" }]) {
      const container = await startContainer({
        function: "speech-to-text",
        ...(textAnalytics !== undefined && { textAnalytics }),
      });
      const { results } = await recognizeOnce(container.port, wav, { properties: property("Simple.Extensions") });
      expect(results[0]?.text).toBe(TEXT);
      expect(container.log.join("\n")).toMatch(/sentiment/);
      await container.close();
    }
  });
});

describe("the companion", () => {
  const ask = (path: string, body: string): Promise<Response> =>
    fetch(`http://127.0.0.1:${companion.port}${path}`, {
      method: "POST",
      body,
      headers: { "Content-Type": "application/json" },
    });
  const documents = (...texts: string[]): string =>
    JSON.stringify({ documents: texts.map((text, index) => ({ id: `${index}`, language: "en", text })) });

  test.each([
    [paths[0], "documentScores", "sentenceScores"],
    [paths[1], "confidenceScores", "confidenceScores"],
  ])("%s names scores as that version does, and its model as simulated", async (path, ofDocument, ofSentence) => {
    const answer = (await (await ask(String(path), documents("I love it. It is bad."))).json()) as {
      documents: Record<string, unknown>[];
      modelVersion: string;
    };
    expect(answer.modelVersion).toBe("simulated-word-list");
    expect(answer.documents[0]).toMatchObject({ id: "0", sentiment: "mixed", [ofDocument]: anything });
    expect(answer.documents[0]?.["sentences"]).toEqual([
      including({ sentiment: "positive", offset: 0, length: 10, [ofSentence]: anything }),
      including({ sentiment: "negative", offset: 11, length: 10 }),
    ]);
  });

  test("shares add up to one, for any text, and are the same each time", async () => {
    const texts = [
      "I love it",
      "I hate this awful thing",
      "What's the weather like?",
      "",
      "好的 ☕",
      "love ".repeat(50),
    ];
    const [first, second] = await Promise.all(
      [1, 2].map(async () => (await ask(paths[1] ?? "", documents(...texts))).json()),
    );
    expect(first).toEqual(second);
    for (const { confidenceScores } of (first as { documents: { confidenceScores: Record<string, number> }[] })
      .documents) {
      expect(Object.values(confidenceScores).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
    }
  });

  test.each([["not JSON"], ["{}"], ['{"documents":[]}'], ['{"documents":[{"id":"1"}]}']])(
    "refuses %s",
    async (body) => {
      const response = await ask(paths[1] ?? "", body);
      expect([response.status, await response.json()]).toEqual([400, { error: including({ code: "InvalidRequest" }) }]);
    },
  );
});
