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
  let neural: TestContainer;

  beforeAll(async () => {
    await preparePython();
    speechToText = await startContainer({ function: "speech-to-text" });
    neural = await startContainer({ function: "neural-text-to-speech", voice: VOICE });
  });

  afterAll(async () => {
    await Promise.all([speechToText, neural].map((container) => container.close()));
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
    test("the end of the audio is no error", async () => {
      const wav = wavFile("sentence", await spoken(SENTENCE, 16_000));
      const answer = await runPython({ do: "continuous", port: speechToText.port, wav });
      expect(answer).toMatchObject({
        results: [{ text: SENTENCE, offset: anyNumber }],
        finished: true,
        canceled: ["NoError"],
      });
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

  test.each(["once", "continuous"])("the words and the language at once, %s", async (mode) => {
    const wav = wavFile("german", await spoken("Der Zug nach Köln", 16_000, "de-DE"));
    const answer = await runPython({ do: mode, port: speechToText.port, wav, candidates: ["en-US", "de-DE"] });
    expect(answer).toMatchObject({ results: [{ language: "de-DE", text: "Der Zug nach Köln" }] });
  });

  describe("text to speech", () => {
    test("a WAV file of 24 kHz is made and recognized", async () => {
      const wav = join(folder, "made.wav");
      const job = {
        do: "synthesize",
        port: neural.port,
        voice: VOICE,
        text: SENTENCE,
        format: "Riff24Khz16BitMonoPcm",
      };
      expect(await runPython({ ...job, wav })).toMatchObject({ reason: "SynthesizingAudioCompleted", error: null });
      const heard = await runPython({ do: "once", port: speechToText.port, wav });
      expect(heard).toMatchObject({ results: [{ text: SENTENCE }] });
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
