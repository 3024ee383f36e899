import { bytesPerSample, type Encoding, type SampleFormat } from "./formats";

const FORMAT_TAGS: Readonly<Record<Encoding, number>> = { pcm: 1, alaw: 6, mulaw: 7 };
const EXTENSIBLE_TAG = 0xfffe;
/** A header whose `data` chunk begins later than this is refused, so that nothing is collected without end. */
const LONGEST_HEADER = 65_536;

/** What a WAV header says of its samples. */
export interface WaveFormat extends SampleFormat {
  readonly channels: number;
  /** Bits of a PCM sample; G.711 is 8 whatever the header says (the JavaScript SDK writes 16). */
  readonly bits: 8 | 16;
}

export type WaveHeader =
  | { readonly kind: "found"; readonly format: WaveFormat; readonly length: number }
  | { readonly kind: "incomplete" }
  | { readonly kind: "absent" }
  | { readonly kind: "unsupported"; readonly reason: string };

/**
 * Reads the header at the start of a stream. The sizes are not believed: both SDKs stream with sizes of 0, so
 * everything after the header is samples.
 */
export function readWaveHeader(bytes: Buffer): WaveHeader {
  if (!"RIFF".startsWith(bytes.toString("latin1", 0, 4))) return { kind: "absent" };
  if (bytes.length < 12) return { kind: "incomplete" };
  if (bytes.toString("latin1", 8, 12) !== "WAVE") return { kind: "absent" };

  let format: WaveFormat | string | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const chunk = bytes.toString("latin1", at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const start = at + 8;
    if (chunk === "data") {
      if (format === undefined) return { kind: "unsupported", reason: 'no "fmt " chunk before the data' };
      if (typeof format === "string") return { kind: "unsupported", reason: format };
      return { kind: "found", format, length: start };
    }
    if (chunk === "fmt ") {
      if (size < 16) return { kind: "unsupported", reason: `a "fmt " chunk of ${size} bytes` };
      if (start + size > bytes.length) break;
      format = readFormatChunk(bytes.subarray(start, start + size));
    }
    at = start + size + (size % 2);
  }
  if (bytes.length > LONGEST_HEADER) return { kind: "unsupported", reason: 'no "data" chunk in the first 64 KiB' };
  return { kind: "incomplete" };
}

function readFormatChunk(chunk: Buffer): WaveFormat | string {
  const outerTag = chunk.readUInt16LE(0);
  const tag = outerTag === EXTENSIBLE_TAG && chunk.length >= 26 ? chunk.readUInt16LE(24) : outerTag;
  const channels = chunk.readUInt16LE(2);
  const sampleRate = chunk.readUInt32LE(4);
  const bits = chunk.readUInt16LE(14);
  const encoding = (Object.keys(FORMAT_TAGS) as Encoding[]).find((name) => FORMAT_TAGS[name] === tag);
  if (encoding === undefined) return `format tag ${tag}, allowed are 1 (PCM), 6 (A-law), 7 (mu-law)`;
  if (channels < 1 || channels > 8) return `${channels} channels`;
  if (sampleRate < 8000 || sampleRate > 48_000) return `${sampleRate} Hz, allowed are 8000 to 48000`;
  if (encoding !== "pcm") return { encoding, channels, sampleRate, bits: 8 };
  if (bits !== 8 && bits !== 16) return `${bits} bit PCM, allowed are 8 and 16`;
  return { encoding, channels, sampleRate, bits };
}

/** The 44 bytes before the samples of a WAV file; `dataBytes` is the size of the samples. */
export function writeWaveHeader({ encoding, sampleRate }: SampleFormat, dataBytes: number): Buffer {
  const width = bytesPerSample(encoding);
  const header = Buffer.alloc(44);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(36 + dataBytes, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(FORMAT_TAGS[encoding], 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * width, 28);
  header.writeUInt16LE(width, 32);
  header.writeUInt16LE(8 * width, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(dataBytes, 40);
  return header;
}
