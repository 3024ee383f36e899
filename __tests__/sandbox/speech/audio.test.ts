import fc from "fast-check";
import { outputFormats } from "../../../lib/sandbox/speech/audio/formats";
import { decodeALaw, decodeMuLaw, encodeALaw, encodeMuLaw } from "../../../lib/sandbox/speech/audio/g711";
import { readWaveHeader, writeWaveHeader } from "../../../lib/sandbox/speech/audio/riff";
import { createSampleReader, encodeSamples, UnsupportedAudioError } from "../../../lib/sandbox/speech/audio/samples";
import { createResampler } from "../../../lib/sandbox/speech/audio/resampler";
import { joined, pcm, resampled } from "./support/audio";

const sample = fc.integer({ min: -32_768, max: 32_767 });
const samples = fc.array(sample, { maxLength: 400 }).map((values) => Int16Array.from(values));

/** Cuts bytes at the given places, which wrap around. */
function pieces(bytes: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort((a, b) => a - b);
  return places.slice(1).map((end, index) => bytes.subarray(places[index], end));
}

describe("G.711", () => {
  // Values of ITU-T G.711, tables 1 and 2, for samples aligned to 16 bit.
  test.each([
    [0, 0xff, 0xd5],
    [32_124, 0x80, 0xaa],
    [-32_124, 0x00, 0x2a],
    [1000, 0xce, 0xfa],
    [-1000, 0x4e, 0x7a],
  ])("codes %i as mu-law %i and A-law %i", (value, muLaw, aLaw) => {
    expect([encodeMuLaw(value), encodeALaw(value)]).toEqual([muLaw, aLaw]);
  });

  test("a byte that is decoded and coded again is the same byte", () => {
    for (let byte = 0; byte < 256; byte++) {
      expect(encodeALaw(decodeALaw(byte))).toBe(byte);
      // Mu-law has two zeros.
      if (byte !== 0x7f) expect(encodeMuLaw(decodeMuLaw(byte))).toBe(byte);
    }
  });

  test("coding changes a sample by at most a sixteenth of it", () => {
    fc.assert(
      fc.property(fc.integer({ min: -32_000, max: 32_000 }), (value) => {
        const allowed = Math.max(16, Math.abs(value) / 16);
        expect(Math.abs(decodeMuLaw(encodeMuLaw(value)) - value)).toBeLessThanOrEqual(allowed);
        expect(Math.abs(decodeALaw(encodeALaw(value)) - value)).toBeLessThanOrEqual(allowed);
      }),
    );
  });
});

describe("reading audio", () => {
  test("gives the samples that were written, however the bytes are cut, with a header of any sizes or none", () => {
    fc.assert(
      fc.property(samples, fc.array(fc.nat(2000)), fc.constantFrom("none", "zero", "exact"), (values, cuts, header) => {
        const data = pcm(values);
        const format = { encoding: "pcm", sampleRate: 16_000 } as const;
        const bytes =
          header === "none"
            ? data
            : Buffer.concat([writeWaveHeader(format, header === "zero" ? 0 : data.length), data]);
        // Four samples that spell RIFF are a header, not audio.
        fc.pre(header !== "none" || readWaveHeader(data).kind === "absent");
        const reader = createSampleReader();
        const read = joined(...pieces(bytes, cuts).map((piece) => reader.read(piece)));
        expect([...read]).toEqual([...values]);
      }),
    );
  });

  test("takes the encoding from the tag, though the JavaScript SDK states 16 bits for mu-law", () => {
    const header = writeWaveHeader({ encoding: "mulaw", sampleRate: 8000 }, 0);
    header.writeUInt16LE(16, 34);
    const reader = createSampleReader();
    const read = reader.read(Buffer.concat([header, encodeSamples(Int16Array.of(0, 1000, -1000), "mulaw")]));
    expect([...read]).toEqual([0, 988, -988]);
    expect(reader.sampleRate()).toBe(8000);
  });

  test("passes chunks over that stand before the data, and takes the first of two channels", () => {
    const plain = writeWaveHeader({ encoding: "pcm", sampleRate: 24_000 }, 0);
    plain.writeUInt16LE(2, 22);
    const list = Buffer.from("LIST\x03\0\0\0abc\0", "latin1");
    const reader = createSampleReader();
    const read = reader.read(
      Buffer.concat([plain.subarray(0, 36), list, plain.subarray(36), pcm(Int16Array.of(1, 9, 2, 9))]),
    );
    expect([...read]).toEqual([1, 2]);
    expect(reader.sampleRate()).toBe(24_000);
  });

  test.each([
    ["a compressed format", (header: Buffer) => header.writeUInt16LE(0x55, 20)],
    ["24 bit samples", (header: Buffer) => header.writeUInt16LE(24, 34)],
    ["a rate of 96 kHz", (header: Buffer) => header.writeUInt32LE(96_000, 24)],
  ])("refuses %s", (_, change) => {
    const header = writeWaveHeader({ encoding: "pcm", sampleRate: 16_000 }, 0);
    change(header);
    expect(() => createSampleReader().read(header)).toThrow(UnsupportedAudioError);
  });

  test("a header that never ends is refused after 64 KiB", () => {
    const endless = Buffer.concat([
      Buffer.from("RIFF\0\0\0\0WAVEjunk\xff\xff\xff\x7f", "latin1"),
      Buffer.alloc(70_000),
    ]);
    expect(() => createSampleReader().read(endless)).toThrow("64 KiB");
  });
});

describe("resampling", () => {
  const rates = fc.constantFrom(8000, 11_025, 16_000, 22_050, 24_000, 44_100, 48_000);

  test("gives ceil(n * to / from) samples, however the input is cut", () => {
    fc.assert(
      fc.property(samples, rates, rates, fc.nat(400), (values, from, to, cut) => {
        const resampler = createResampler(from, to);
        const cutAt = Math.min(cut, values.length);
        const streamed = joined(
          resampler.push(values.slice(0, cutAt)),
          resampler.push(values.slice(cutAt)),
          resampler.flush(),
        );
        expect(streamed.length).toBe(Math.ceil((values.length * to) / from));
        expect([...streamed]).toEqual([...resampled(values, from, to)]);
      }),
    );
  });

  test.each([
    [24_000, 16_000],
    [24_000, 8000],
    [16_000, 24_000],
    [8000, 24_000],
  ])("keeps a tone of 1 kHz from %i to %i Hz, in its place", (from, to) => {
    const tone = (rate: number): Int16Array =>
      new Int16Array(rate).map((_, index) => 8000 * Math.sin((2 * Math.PI * 1000 * index) / rate));
    const made = resampled(tone(from), from, to);
    const expected = tone(to);
    const errors = made.map((value, index) => Math.abs(value - (expected[index] ?? 0))).slice(100, -100);
    expect(Math.max(...errors)).toBeLessThan(80);
  });

  test("takes tones away that the lower rate cannot hold", () => {
    const tone = new Int16Array(24_000).map((_, index) => 8000 * Math.sin((2 * Math.PI * 6000 * index) / 24_000));
    const loudest = Math.max(...resampled(tone, 24_000, 8000).slice(100, -100).map(Math.abs));
    expect(loudest).toBeLessThan(40);
  });
});

test("the output formats are raw and RIFF, linear and G.711, at the rates of the catalogue", () => {
  expect(outputFormats.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "raw-16khz-16bit-mono-pcm",
      "raw-8khz-8bit-mono-mulaw",
      "riff-8khz-8bit-mono-alaw",
      "riff-8khz-8bit-mono-mulaw",
      "riff-16khz-16bit-mono-pcm",
      "raw-24khz-16bit-mono-pcm",
      "riff-24khz-16bit-mono-pcm",
    ]),
  );
});
