import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { writeWaveHeader } from "../../../lib/sandbox/speech/audio/riff";
import { sentimentHandler } from "../../../lib/sandbox/speech/sentiment/companion";
import { heard, joined, pcm, silence, spoken } from "../../sandbox/speech/support/audio";
import { startContainer } from "./support/container";
import { recognizeContinuously, recognizeOnce, synthesize } from "./support/sdk";

/** What the page of May 2020 says of its containers' features, with simulated ones and the real Speech SDK. */

const RATE = 16_000;
const PATH = "/text/analytics/v3.0-preview.1/sentiment";
const KEY = "0123456789abcdef0123456789abcdef";

async function wavOf(...sentences: readonly string[]): Promise<Buffer> {
  const pieces = await Promise.all(sentences.map((sentence) => spoken(sentence, RATE)));
  const samples = pcm(joined(...pieces.flatMap((piece) => [piece, silence(1, RATE)])));
  return Buffer.concat([writeWaveHeader({ encoding: "pcm", sampleRate: RATE }, samples.length), samples]);
}

/** What a container of the function makes of two sentences. */
async function transcribed(name: "speech-to-text" | "custom-speech-to-text") {
  const container = await startContainer({ function: name });
  const sentences = [1, 2].map((hour) => `The train to Leeds that was to leave at ${hour} today leaves an hour late.`);
  const { results, interim } = await recognizeContinuously(container.port, await wavOf(...sentences));
  await container.close();
  expect(results.map(({ text }) => text).filter((text) => text !== "")).toEqual(sentences);
  expect(interim.length).toBeGreaterThan(0);
}

/** What a container of the function makes of a text, and of the same as SSML. */
async function converted(name: "text-to-speech" | "custom-text-to-speech", voice: string) {
  const container = await startContainer({ function: name, ...(name === "text-to-speech" && { voice }) });
  const ssml = `<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en-US"><voice name="${voice}">Good morning.</voice></speak>`;
  for (const input of ["Good morning.", ssml]) {
    const { audioData } = await synthesize(container.port, input, { voice });
    expect((await heard(Buffer.from(audioData))).texts).toEqual(["Good morning."]);
  }
  await container.close();
}

test("transcribes continuous real-time speech or batch audio recordings with intermediate results.", async () => {
  await transcribed("speech-to-text");
});

test("transcribes continuous real-time speech or batch audio recordings into text with intermediate results.", async () => {
  await transcribed("custom-speech-to-text");
});

test("Converts text to natural-sounding speech with plain text input or Speech Synthesis Markup Language (SSML).", async () => {
  await converted("text-to-speech", "en-US-JessaRUS");
});

test("Using a custom model from the Custom Voice portal, converts text to natural-sounding speech with plain text input or Speech Synthesis Markup Language (SSML).", async () => {
  await converted("custom-text-to-speech", "ContosoVoice");
});

test("Stores a Text Analytics API endpoint and key, for sending sentiment analysis requests.", async () => {
  const answer = sentimentHandler(PATH, (key) => key === KEY);
  const cloud = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => cloud.listen(0, "127.0.0.1", resolve));
  const host = `http://127.0.0.1:${(cloud.address() as AddressInfo).port}${PATH}`;
  const container = await startContainer({ function: "speech-to-text", textAnalytics: { host, key: KEY } });
  const { results } = await recognizeOnce(container.port, await wavOf("I love this wonderful train."), {
    properties: { "speechcontext-PhraseOutput.Simple.Extensions": '["Sentiment"]' },
  });
  await container.close();
  cloud.closeAllConnections();
  cloud.close();
  expect(JSON.parse(results[0]?.json ?? "")).toHaveProperty("Sentiment.Positive");
});
