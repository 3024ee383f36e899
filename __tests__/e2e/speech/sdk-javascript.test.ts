import * as sdk from "microsoft-cognitiveservices-speech-sdk";
import { writeWaveHeader } from "../../../lib/sandbox/speech/audio/riff";
import { joined, noise, pcm, silence, spoken } from "../../sandbox/speech/support/audio";
import { startContainer, type TestContainer } from "./support/container";
import { recognizeContinuously, recognizeOnce, synthesize, withPatience } from "./support/sdk";

const SENTENCE = "Good morning. The train to Leeds leaves at nine.";
const wav = (samples: Int16Array): Buffer =>
  Buffer.concat([writeWaveHeader({ encoding: "pcm", sampleRate: 16_000 }, samples.length * 2), pcm(samples)]);

let speechToText: TestContainer;
let detection: TestContainer;
let neural: TestContainer;

beforeAll(async () => {
  speechToText = await startContainer({ function: "speech-to-text" });
  detection = await startContainer({ function: "language-detection" });
  neural = await startContainer({ function: "neural-text-to-speech", voice: "en-US-AriaNeural" });
});

afterAll(() => Promise.all([speechToText, detection, neural].map((container) => container.close())));

describe("a spoken round trip", () => {
  test.each([
    ["16 kHz", sdk.SpeechSynthesisOutputFormat.Riff16Khz16BitMonoPcm],
    ["24 kHz", sdk.SpeechSynthesisOutputFormat.Riff24Khz16BitMonoPcm],
    ["8 kHz", sdk.SpeechSynthesisOutputFormat.Riff8Khz16BitMonoPcm],
  ])("through a WAV file of %s", async (_, format) => {
    const { audioData, reason } = await synthesize(neural.port, SENTENCE, { format });
    expect(reason).toBe(sdk.ResultReason.SynthesizingAudioCompleted);
    const { results, interim } = await recognizeOnce(speechToText.port, Buffer.from(audioData));
    expect(results.map(({ text }) => text)).toEqual([SENTENCE]);
    expect(interim.length).toBeGreaterThan(0);
  });

  // A stream, as the SDK's reader of WAV files takes every file for linear PCM.
  test.each([
    ["mu-law", sdk.SpeechSynthesisOutputFormat.Raw8Khz8BitMonoMULaw, sdk.AudioFormatTag.MuLaw],
    ["A-law", sdk.SpeechSynthesisOutputFormat.Raw8Khz8BitMonoALaw, sdk.AudioFormatTag.ALaw],
  ])("through a stream of 8 kHz %s, whose bits the SDK states as 16", async (_, format, tag) => {
    const { audioData } = await synthesize(neural.port, SENTENCE, { format });
    const stream = sdk.AudioInputStream.createPushStream(sdk.AudioStreamFormat.getWaveFormat(8000, 16, 1, tag));
    stream.write(audioData);
    stream.close();
    const config = sdk.SpeechConfig.fromHost(new URL(`ws://127.0.0.1:${speechToText.port}`));
    const recognizer = new sdk.SpeechRecognizer(config, sdk.AudioConfig.fromStreamInput(stream));
    const result = await withPatience<sdk.SpeechRecognitionResult>("recognizeOnce", (resolve, reject) =>
      recognizer.recognizeOnceAsync(resolve, reject),
    );
    recognizer.close();
    expect(result.text).toBe(SENTENCE);
  });

  test("of 1,000 characters, non-Latin script and emoji, continuously", async () => {
    const text = "Grüße, 你好 ☕ Привет, the train leaves at nine. ".repeat(30).slice(0, 1000).trim();
    const { audioData } = await synthesize(neural.port, text);
    const { results, interim } = await recognizeContinuously(speechToText.port, Buffer.from(audioData));
    expect(results.map((result) => result.text)).toEqual([text]);
    expect(interim.length).toBeGreaterThan(20);
  });
});

describe("speech to text", () => {
  test("a detailed result has the words without punctuation, and the end of the audio is no error", async () => {
    const audio = wav(await spoken(SENTENCE, 16_000));
    const { results, canceled } = await recognizeContinuously(speechToText.port, audio, { detailed: true });
    const json = JSON.parse(results[0]?.json ?? "") as { NBest?: { Lexical: string }[] };
    expect(json.NBest?.[0]?.Lexical).toBe("good morning the train to leeds leaves at nine");
    expect(canceled.map(({ errorCode }) => errorCode)).toEqual([sdk.CancellationErrorCode.NoError]);
  });

  test("offsets and durations are those of the real audio, in ticks", async () => {
    const [first, second] = [await spoken("First.", 16_000), await spoken("The second one.", 16_000)];
    const audio = joined(silence(1, 16_000), first, silence(2, 16_000), second, silence(1, 16_000));
    const { results } = await recognizeContinuously(speechToText.port, wav(audio));
    expect(results.map(({ text }) => text)).toEqual(["First.", "The second one."]);
    const begin = [1.05, 1 + first.length / 16_000 + 2.05];
    results.forEach(({ offset, duration }, index) => {
      const length = ([first, second][index]?.length ?? 0) / 16_000 - 0.15;
      expect(Math.abs(offset / 1e7 - (begin[index] ?? 0))).toBeLessThan(0.05);
      expect(Math.abs(duration / 1e7 - length)).toBeLessThan(0.05);
    });
  });

  test.each([
    ["silence", silence(2, 16_000), "InitialSilenceTimeout"],
    ["noise", joined(noise(2, 16_000, 8000), silence(1, 16_000)), "NotRecognized"],
  ])("%s gets no match", async (_, samples, reason) => {
    const { results } = await recognizeOnce(speechToText.port, wav(samples));
    const [result] = results;
    expect(result?.reason).toBe(sdk.ResultReason.NoMatch);
    expect(result && sdk.NoMatchReason[sdk.NoMatchDetails.fromResult(result).reason]).toBe(reason);
  });

  test("a second request on the same connection starts the file again", async () => {
    const config = sdk.SpeechConfig.fromHost(new URL(`ws://127.0.0.1:${speechToText.port}`));
    const recognizer = new sdk.SpeechRecognizer(
      config,
      sdk.AudioConfig.fromWavFileInput(wav(await spoken("Again.", 16_000))),
    );
    const once = (): Promise<sdk.SpeechRecognitionResult> =>
      new Promise((resolve, reject) => recognizer.recognizeOnceAsync(resolve, reject));
    expect([(await once()).text, (await once()).text]).toEqual(["Again.", "Again."]);
    recognizer.close();
  });
});

describe("language detection", () => {
  test.each([
    ["de-DE", ["en-US", "de-DE"], "de-DE"],
    ["en-US", ["en-US", "de-DE"], "en-US"],
    ["fr-FR", ["en-US", "de-DE"], "Unknown"],
  ])("audio in %s among %j is %s", async (language, candidates, expected) => {
    const audio = wav(await spoken("Der Zug nach Köln", 16_000, language));
    const { results } = await recognizeOnce(detection.port, audio, { candidates });
    expect(results[0]?.language).toBe(expected);
    const both = await recognizeOnce(speechToText.port, audio, { candidates });
    expect([both.results[0]?.language, both.results[0]?.text]).toEqual([expected, "Der Zug nach Köln"]);
  });
});

describe("text to speech", () => {
  test.each([
    ["host", undefined],
    ["the first REST path as endpoint", "/speech/synthesize/cognitiveservices/v1"],
    ["the second REST path as endpoint", "/cognitiveservices/v1"],
  ])("addressed by %s", async (_, endpoint) => {
    const { reason, audioDuration } = await synthesize(
      neural.port,
      SENTENCE,
      endpoint === undefined ? {} : { endpoint },
    );
    expect(reason).toBe(sdk.ResultReason.SynthesizingAudioCompleted);
    expect(audioDuration / 1e7).toBeCloseTo(3.86, 1);
  });

  test("words are told with their places", async () => {
    const words: { text: string; offset: number }[] = [];
    await synthesize(neural.port, "One two three.", { words });
    expect(words.map(({ text }) => text)).toEqual(["One", "two", "three", "."]);
    expect(words[0]?.offset).toBe(500_000);
  });

  test.each([
    ["another voice", "en-US-GuyNeural"],
    ["the voice in another case", "en-us-arianeural"],
  ])("%s does not match", async (_, voice) => {
    const { reason, errorDetails } = await synthesize(neural.port, "Hello", { voice });
    expect(reason).toBe(sdk.ResultReason.Canceled);
    expect(errorDetails).toContain("Voice does not match");
    expect(errorDetails).toContain("1007");
  });

  test("the list of voices has the one voice of the container", async () => {
    const config = sdk.SpeechConfig.fromHost(new URL(`http://127.0.0.1:${neural.port}`), "some-key");
    const synthesizer = new sdk.SpeechSynthesizer(config, null);
    const { voices } = await synthesizer.getVoicesAsync();
    synthesizer.close();
    expect(voices.map(({ shortName, locale }) => [shortName, locale])).toEqual([["en-US-AriaNeural", "en-US"]]);
  });
});

describe("a container that serves no queries", () => {
  afterEach(() => {
    for (const container of [speechToText, neural]) container.refuse(undefined);
  });

  test("refuses recognition and synthesis when the client connects", async () => {
    speechToText.refuse("Invalid");
    neural.refuse("OutOfQuota");
    const { results } = await recognizeOnce(speechToText.port, wav(await spoken("Hello", 16_000)));
    expect(results[0]?.errorDetails).toContain("401");
    expect((await synthesize(neural.port, "Hello")).errorDetails).toContain("429");
  });
});

test("no key that a client gives is logged", async () => {
  const key = "0123456789abcdef0123456789abcdef";
  await recognizeOnce(speechToText.port, wav(await spoken("Hello", 16_000)), { key });
  const log = speechToText.log.join("\n");
  expect(log).not.toContain(key);
  expect(log).toContain("Ocp-Apim-Subscription-Key=[redacted]");
});
