import fc from "fast-check";
import { decodeALaw, decodeMuLaw } from "../../../lib/sandbox/speech/audio/g711";
import { writeWaveHeader } from "../../../lib/sandbox/speech/audio/riff";
import { encodeSamples } from "../../../lib/sandbox/speech/audio/samples";
import { messageSamples, openReceiver, type Receiver, sendMessage } from "../../../lib/sandbox/speech/carrier/modem";
import { planSpeech } from "../../../lib/sandbox/speech/carrier/speaker";
import { heard, joined, noise, pcm, resampled, silence, spoken, spokenBytes } from "./support/audio";

const SENTENCE = "Good morning. The train to Leeds leaves at nine.";
const header = (sampleRate: number): Buffer => writeWaveHeader({ encoding: "pcm", sampleRate }, 0);

/** Few runs: each makes and decodes seconds of audio. */
const RUNS = { numRuns: 10 };

describe("text comes back exactly", () => {
  test.each([
    ["16 kHz, raw", 16_000, (samples: Int16Array) => pcm(samples)],
    ["16 kHz, with a header of size 0", 16_000, (samples: Int16Array) => Buffer.concat([header(16_000), pcm(samples)])],
    [
      "16 kHz, with a second header in the samples",
      16_000,
      (samples: Int16Array) => Buffer.concat([header(16_000), header(16_000), pcm(samples)]),
    ],
    ["24 kHz", 24_000, (samples: Int16Array) => Buffer.concat([header(24_000), pcm(samples)])],
    ["24 kHz brought down to 16", 24_000, (samples: Int16Array) => pcm(resampled(samples, 24_000, 16_000))],
    [
      "16 kHz brought up to 48",
      16_000,
      (samples: Int16Array) => Buffer.concat([header(48_000), pcm(resampled(samples, 16_000, 48_000))]),
    ],
    [
      "16 kHz through mu-law",
      16_000,
      (samples: Int16Array) => pcm(Int16Array.from(encodeSamples(samples, "mulaw"), decodeMuLaw)),
    ],
    [
      "16 kHz through A-law",
      16_000,
      (samples: Int16Array) => pcm(Int16Array.from(encodeSamples(samples, "alaw"), decodeALaw)),
    ],
    ["8 kHz", 8000, (samples: Int16Array) => Buffer.concat([header(8000), pcm(samples)])],
    ["8 kHz brought up to 16", 8000, (samples: Int16Array) => pcm(resampled(samples, 8000, 16_000))],
    ["16 kHz at an eighth of the volume", 16_000, (samples: Int16Array) => pcm(samples.map((value) => value / 8))],
    [
      "16 kHz with white noise of 3 %",
      16_000,
      (samples: Int16Array) => {
        const added = noise(samples.length / 16_000, 16_000, 983);
        return pcm(samples.map((value, index) => value + (added[index] ?? 0)));
      },
    ],
  ])("%s", async (_, sampleRate, path) => {
    const audio = path(await spoken(SENTENCE, sampleRate, "en-GB"));
    expect(await heard(audio)).toMatchObject({ texts: [SENTENCE], languages: ["en-GB"], unclear: 0 });
  });

  test.each(["mulaw", "alaw"] as const)("8 kHz %s", async (encoding) => {
    const samples = await spoken(SENTENCE, 8000);
    const bytes = Buffer.concat([writeWaveHeader({ encoding, sampleRate: 8000 }, 0), encodeSamples(samples, encoding)]);
    expect((await heard(bytes)).texts).toEqual([SENTENCE]);
  });

  test("1,000 characters in several scripts and emoji", async () => {
    const text = "Grüße, 你好 ☕ 👨‍👩‍👧 Привет, the train leaves at nine. ".repeat(30).slice(0, 1000).trim();
    const found = await heard(await spokenBytes(text));
    expect(found.texts).toEqual([text]);
    expect(found.parts.length).toBeGreaterThan(20);
  });

  test("any text, in blocks of any size", async () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 20_000 }), async (words, blockBytes) => {
        expect((await heard(await spokenBytes(words), blockBytes)).texts).toEqual([words]);
      }),
      RUNS,
    );
  });

  test("two utterances in one stream, without a pause between them", async () => {
    const audio = pcm(joined(await spoken("Guten Morgen", 16_000, "de-DE"), await spoken(SENTENCE, 16_000)));
    expect(await heard(audio)).toMatchObject({
      texts: ["Guten Morgen", SENTENCE],
      languages: ["de-DE", "en-US"],
      unclear: 0,
    });
  });
});

describe("places", () => {
  test("start and end are those of the sound, to a twentieth of a second", async () => {
    const samples = await spoken(SENTENCE, 16_000);
    const { places } = await heard(pcm(joined(silence(1, 16_000), samples, silence(2, 16_000))));
    const [place] = places;
    expect(place?.start).toBeCloseTo(1.05, 1);
    // 0.1 s of silence follows each message.
    expect(Math.abs((place?.end ?? 0) - (1 + samples.length / 16_000 - 0.1))).toBeLessThan(0.05);
  });

  test("interim texts grow towards the whole", async () => {
    const { parts, texts } = await heard(await spokenBytes(`${SENTENCE} ${SENTENCE} ${SENTENCE}`));
    expect(parts.length).toBe(3);
    for (const part of parts) expect(texts[0]?.startsWith(part)).toBe(true);
  });
});

describe("no wrong text", () => {
  test("silence has no sound at all", async () => {
    expect(await heard(pcm(silence(3, 16_000)))).toMatchObject({ texts: [], parts: [], unclear: 0 });
  });

  test("noise is unclear", async () => {
    expect(await heard(pcm(noise(3, 16_000, 8000)))).toMatchObject({ texts: [], parts: [], unclear: 1 });
  });

  test("16 kHz audio brought down to 8 kHz is unclear: its tones are gone", async () => {
    const samples = resampled(await spoken(SENTENCE, 16_000), 16_000, 8000);
    const found = await heard(Buffer.concat([header(8000), pcm(samples)]));
    expect(found).toMatchObject({ texts: [], unclear: 1 });
  });

  test("raw 24 kHz audio taken for 16 kHz is unclear", async () => {
    expect(await heard(pcm(await spoken(SENTENCE, 24_000)))).toMatchObject({ texts: [], unclear: 1 });
  });

  test("audio that is cut, overwritten by silence or noise, or put together wrongly gives spoken texts or none", async () => {
    const texts = [
      `${SENTENCE} ${SENTENCE}`,
      "Another sentence, which is about as long as the first one is, and no longer.",
    ];
    const [first, second] = await Promise.all(texts.map((text) => spoken(text, 16_000)));
    if (first === undefined || second === undefined) throw new Error("no audio");
    const length = Math.min(first.length, second.length);
    const damage = fc.record({
      kind: fc.constantFrom("cut", "silence", "noise", "splice"),
      at: fc.nat(length),
      length: fc.integer({ min: 100, max: length }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ kind, at, length: span }) => {
        const rest = first.slice(at + span);
        const audio = {
          cut: () => joined(first.slice(0, at), rest),
          silence: () => joined(first.slice(0, at), silence(span / 16_000, 16_000), rest),
          noise: () => joined(first.slice(0, at), noise(span / 16_000, 16_000, 12_000, at + 1), rest),
          splice: () => joined(first.slice(0, at), second.slice(at)),
        }[kind]();
        const found = await heard(pcm(audio));
        for (const text of found.texts) expect(texts).toContain(text);
        for (const part of found.parts) expect(texts.some((text) => text.startsWith(part))).toBe(true);
      }),
      RUNS,
    );
  });

  test("an utterance whose end is missing is unclear, though its beginning was heard", async () => {
    const samples = await spoken(`${SENTENCE} ${SENTENCE}`, 16_000);
    const found = await heard(pcm(samples.slice(0, samples.length / 2)));
    expect(found).toMatchObject({ texts: [], unclear: 1 });
    expect(found.parts).toHaveLength(1);
  });
});

describe("speaking", () => {
  test("the number of samples is known before the first is made", async () => {
    const parts = [
      { kind: "utterance", text: SENTENCE, language: "en-US" },
      { kind: "silence", milliseconds: 333 },
      { kind: "utterance", text: "Done.", language: "en-US" },
    ] as const;
    for (const sampleRate of [8000, 16_000, 24_000]) {
      const speech = planSpeech(parts, sampleRate);
      let made = 0;
      for await (const piece of speech.samples()) made += piece.length;
      expect(made).toBe(speech.sampleCount);
    }
  });

  test("each piece is made when it is asked for", async () => {
    const speech = planSpeech([{ kind: "utterance", text: SENTENCE.repeat(20), language: "en-US" }], 16_000);
    let made = 0;
    for await (const piece of speech.samples()) {
      made += piece.length;
      if (made > 16_000) break;
    }
    expect(made).toBeLessThan(speech.sampleCount / 5);
  });

  test("words and marks lie in the audio in their order", () => {
    const { words, sampleCount } = planSpeech([{ kind: "utterance", text: SENTENCE, language: "en-US" }], 16_000);
    expect(words.map((word) => word.text)).toEqual([
      "Good",
      "morning",
      ".",
      "The",
      "train",
      "to",
      "Leeds",
      "leaves",
      "at",
      "nine",
      ".",
    ]);
    expect(words.filter((word) => word.isPunctuation)).toHaveLength(2);
    const times = words.flatMap(({ start, end }) => [start, end]);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThan(sampleCount / 16_000);
  });

  test("no words make a short silence", () => {
    expect(planSpeech([], 16_000).sampleCount).toBe(800);
  });
});

describe("the library behind it", () => {
  test("makes as many samples as the formula says", async () => {
    for (const tone of ["wide", "narrow"] as const) {
      for (const length of [1, 3, 4, 9, 10, 51, 139, 140]) {
        const samples = await sendMessage(new Uint8Array(length).fill(length), tone);
        expect([tone, length, samples.length]).toEqual([tone, length, messageSamples(length, tone)]);
      }
    }
  });

  test.each([0, 141])("a message of %i bytes is refused instead of cut", async (length) => {
    await expect(sendMessage(new Uint8Array(length), "wide")).rejects.toThrow("allowed are 1 to 140");
  });

  test("leaves no handlers on the process, and says nothing", async () => {
    const written = jest.spyOn(process.stdout, "write");
    await sendMessage(Uint8Array.of(1, 2, 3), "wide");
    expect(written).not.toHaveBeenCalled();
    expect(process.listenerCount("unhandledRejection") + process.listenerCount("uncaughtException")).toBe(0);
  });

  test("the 25th receiver waits until one is released", async () => {
    const receivers = await Promise.all(Array.from({ length: 24 }, () => openReceiver("both")));
    let further: Receiver | undefined;
    const waiting = openReceiver("narrow").then((receiver) => (further = receiver));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(further).toBeUndefined();
    receivers[0]?.release();
    await waiting;
    expect(further).toBeDefined();
    for (const receiver of [...receivers, further]) receiver?.release();
  });
});
