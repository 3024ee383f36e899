import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeWaveHeader } from "../../../lib/sandbox/speech/audio/riff";
import { joined, noise, pcm, silence, spoken } from "../../sandbox/speech/support/audio";
import { startContainer, type TestContainer } from "./support/container";
import { preparePython, pythonIsMissing, runPython } from "./support/python";
import { anyNumber, containing } from "../../sandbox/speech/support/matchers";

const SENTENCE = "Good morning. The train to Leeds leaves at nine.";
const VOICE = "en-US-AriaNeural";

const missing = pythonIsMissing();
const describeWithPython = missing === undefined ? describe : describe.skip;
if (missing !== undefined) process.stderr.write(`skipped: the Python Speech SDK is not tried, ${missing}\n`);

describeWithPython("the Python Speech SDK", () => {
  const folder = mkdtempSync(join(tmpdir(), "speech-python-"));
  let speechToText: TestContainer;
  let custom: TestContainer;
  let detection: TestContainer;
  let neural: TestContainer;

  beforeAll(async () => {
    await preparePython();
    speechToText = await startContainer({ function: "speech-to-text" });
    custom = await startContainer({ function: "custom-speech-to-text" });
    detection = await startContainer({ function: "language-detection" });
    neural = await startContainer({ function: "neural-text-to-speech", voice: VOICE });
  });

  afterAll(async () => {
    await Promise.all([speechToText, custom, detection, neural].map((container) => container.close()));
    rmSync(folder, { recursive: true });
  });

  function wavFile(name: string, samples: Int16Array): string {
    const file = join(folder, `${name}.wav`);
    writeFileSync(
      file,
      Buffer.concat([writeWaveHeader({ encoding: "pcm", sampleRate: 16_000 }, samples.length * 2), pcm(samples)]),
    );
    return file;
  }

  describe("speech to text", () => {
    test.each([
      ["speech-to-text", "once", false, false],
      ["speech-to-text", "once", true, false],
      ["speech-to-text", "once", false, true],
      ["speech-to-text", "continuous", false, false],
      ["speech-to-text", "continuous", true, false],
      ["speech-to-text", "continuous", false, true],
      ["custom-speech-to-text", "once", true, false],
      ["custom-speech-to-text", "continuous", false, false],
    ])("%s, %s, detailed %s, dictation %s", async (name, mode, detailed, dictation) => {
      const { port } = name === "speech-to-text" ? speechToText : custom;
      const wav = wavFile("sentence", await spoken(SENTENCE, 16_000));
      const answer = await runPython({ do: mode, port, wav, detailed, dictation, phrases: ["Contoso"] });
      expect(answer).toMatchObject({
        results: [{ text: SENTENCE, reason: "RecognizedSpeech", offset: anyNumber }],
      });
      if (mode === "continuous") expect(answer).toMatchObject({ finished: true, canceled: ["NoError"] });
    });

    test("several utterances, each once, with absolute places", async () => {
      const first = await spoken("First.", 16_000);
      const wav = wavFile(
        "two",
        joined(
          silence(1, 16_000),
          first,
          silence(2, 16_000),
          await spoken("The second one.", 16_000),
          silence(1, 16_000),
        ),
      );
      const { results } = (await runPython({ do: "continuous", port: speechToText.port, wav })) as {
        results: { text: string; offset: number }[];
      };
      expect(results.map(({ text }) => text)).toEqual(["First.", "The second one."]);
      const expected = [1.05, 1 + first.length / 16_000 + 2.05];
      results.forEach(({ offset }, index) =>
        expect(Math.abs(offset / 1e7 - (expected[index] ?? 0))).toBeLessThan(0.05),
      );
    });

    test.each([
      ["silence", silence(2, 16_000), "InitialSilenceTimeout"],
      ["noise", joined(noise(2, 16_000, 8000), silence(1, 16_000)), "NotRecognized"],
    ])("%s gets no match", async (name, samples, noMatch) => {
      const answer = await runPython({ do: "once", port: speechToText.port, wav: wavFile(name, samples) });
      expect(answer).toMatchObject({ results: [{ reason: "NoMatch", noMatch }] });
    });

    test("a container that serves no queries refuses the connection", async () => {
      speechToText.refuse("Invalid");
      const answer = await runPython({
        do: "once",
        port: speechToText.port,
        wav: wavFile("refused", await spoken("Hello", 16_000)),
      });
      speechToText.refuse(undefined);
      expect(answer).toMatchObject({ results: [{ reason: "Canceled", code: "AuthenticationFailure" }] });
    });
  });

  describe("language detection", () => {
    test.each([
      ["once", true],
      ["continuous", true],
      ["once", false],
      ["continuous", false],
    ])("%s, with the language recognizer: %s", async (mode, detectOnly) => {
      const wav = wavFile("german", await spoken("Der Zug nach Köln", 16_000, "de-DE"));
      const job = { do: mode, wav, candidates: ["en-US", "de-DE"], detectOnly };
      const answer = (await runPython({ ...job, port: detection.port })) as { results: { language: string }[] };
      expect(answer.results[0]?.language).toBe("de-DE");
      if (detectOnly) return;
      const both = await runPython({ ...job, port: speechToText.port });
      expect(both).toMatchObject({ results: [{ language: "de-DE", text: "Der Zug nach Köln" }] });
    });
  });

  describe("text to speech", () => {
    test.each([
      ["Riff16Khz16BitMonoPcm", false],
      ["Riff24Khz16BitMonoPcm", false],
      ["Riff8Khz16BitMonoPcm", false],
      ["Raw16Khz16BitMonoPcm", true],
    ])("%s is made and recognized, over REST: %s", async (format, rest) => {
      const wav = join(folder, `${format}.wav`);
      const answer = await runPython({
        do: "synthesize",
        port: neural.port,
        voice: VOICE,
        text: SENTENCE,
        format,
        rest,
        ...(!rest && { wav }),
      });
      expect(answer).toMatchObject({ reason: "SynthesizingAudioCompleted", error: null });
      if (rest) {
        expect((answer as { bytes: number }).bytes).toBe(123_372);
        return;
      }
      expect(await runPython({ do: "once", port: speechToText.port, wav })).toMatchObject({
        results: [{ text: SENTENCE }],
      });
    });

    test("words are told with their places", async () => {
      const answer = await runPython({
        do: "synthesize",
        port: neural.port,
        voice: VOICE,
        text: "One two.",
        words: true,
      });
      expect(answer).toMatchObject({
        words: [
          ["One", 500_000],
          ["two", anyNumber],
          [".", anyNumber],
        ],
      });
    });

    test("another voice does not match, over WebSocket and REST", async () => {
      const job = { do: "synthesize", port: neural.port, voice: "en-US-GuyNeural", text: "Hello" };
      expect(await runPython(job)).toMatchObject({
        reason: "Canceled",
        error: containing("1007. Error details: Voice does not match"),
      });
      expect(await runPython({ ...job, rest: true })).toMatchObject({
        reason: "Canceled",
        error: containing("400"),
      });
    });

    test("the list of voices has the one voice of the container", async () => {
      expect(await runPython({ do: "voices", port: neural.port, voice: VOICE })).toMatchObject({ voices: [VOICE] });
    });
  });
});
