import type { Encoding } from "./formats";
import { decodeALaw, decodeMuLaw, encodeALaw, encodeMuLaw } from "./g711";
import { readWaveHeader, type WaveFormat } from "./riff";

/** Raw audio without a header is taken for what the Speech SDKs send by default. */
const ASSUMED_FORMAT: WaveFormat = { encoding: "pcm", sampleRate: 16_000, channels: 1, bits: 16 };

/** Audio in a format that the simulated recognition cannot read; the message says which. */
export class UnsupportedAudioError extends Error {}

export interface SampleReader {
  /** The samples that these bytes complete: 16 bit linear, first channel only. */
  read(bytes: Buffer): Int16Array;
  /** In hertz; known as soon as {@link read} has returned a sample. */
  sampleRate(): number;
}

/**
 * Reads a stream of audio that arrives in pieces of any size, with a WAV header (whose sizes may be 0) or without.
 *
 * @throws {UnsupportedAudioError} from `read`, when the header names a format that is not simulated.
 */
export function createSampleReader(): SampleReader {
  let format: WaveFormat | undefined;
  let rest: Buffer = Buffer.alloc(0);

  return {
    sampleRate: () => (format ?? ASSUMED_FORMAT).sampleRate,
    read(bytes) {
      rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
      if (format === undefined) {
        const header = readWaveHeader(rest);
        if (header.kind === "incomplete") return new Int16Array(0);
        if (header.kind === "unsupported")
          throw new UnsupportedAudioError(`the audio is not simulated: ${header.reason}`);
        format = header.kind === "found" ? header.format : ASSUMED_FORMAT;
        if (header.kind === "found") rest = rest.subarray(header.length);
      }
      const frame = format.channels * (format.bits / 8);
      const count = Math.floor(rest.length / frame);
      const samples = decode(rest, format, frame, count);
      rest = rest.subarray(count * frame);
      return samples;
    },
  };
}

function decode(bytes: Buffer, { encoding, bits }: WaveFormat, frame: number, count: number): Int16Array {
  const samples = new Int16Array(count);
  for (let index = 0; index < count; index++) {
    const at = index * frame;
    if (encoding === "mulaw") samples[index] = decodeMuLaw(bytes.readUInt8(at));
    else if (encoding === "alaw") samples[index] = decodeALaw(bytes.readUInt8(at));
    else if (bits === 8) samples[index] = (bytes.readUInt8(at) - 128) << 8;
    else samples[index] = bytes.readInt16LE(at);
  }
  return samples;
}

/** 16 bit linear samples as bytes of that encoding, without a header. */
export function encodeSamples(samples: Int16Array, encoding: Encoding): Buffer {
  if (encoding !== "pcm") {
    const encode = encoding === "mulaw" ? encodeMuLaw : encodeALaw;
    return Buffer.from(Uint8Array.from(samples, encode));
  }
  const bytes = Buffer.allocUnsafe(samples.length * 2);
  samples.forEach((sample, index) => bytes.writeInt16LE(sample, index * 2));
  return bytes;
}
