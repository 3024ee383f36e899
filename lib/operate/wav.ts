/** The samples of a WAV file with what its header says of them. */
export interface Wav {
  readonly encoding: "pcm" | "alaw" | "mulaw";
  readonly sampleRate: number;
  readonly bits: number;
  readonly channels: number;
  readonly samples: Buffer;
  readonly seconds: number;
}

const encodings = new Map([
  [1, "pcm"],
  [6, "alaw"],
  [7, "mulaw"],
] as const);

/**
 * Reads a whole WAV file; undefined when it is none, or of another encoding. A `data` chunk whose size is 0 or too long, as
 * streaming programs write it, goes to the end of the file.
 */
export function readWav(bytes: Buffer): Wav | undefined {
  if (bytes.toString("latin1", 0, 4) !== "RIFF" || bytes.toString("latin1", 8, 12) !== "WAVE") return undefined;
  let format: Omit<Wav, "samples" | "seconds"> | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const name = bytes.toString("latin1", at, at + 4);
    const size = bytes.readUInt32LE(at + 4);
    const chunk = bytes.subarray(at + 8, at + 8 + size);
    if (name === "fmt ") format = readFormat(chunk);
    if (name === "data") {
      if (format === undefined) return undefined;
      const samples = size === 0 ? bytes.subarray(at + 8) : chunk;
      const bytesPerSecond = (format.sampleRate * format.channels * format.bits) / 8;
      return { ...format, samples, seconds: samples.length / bytesPerSecond };
    }
    at += 8 + size + (size % 2);
  }
  return undefined;
}

function readFormat(chunk: Buffer): Omit<Wav, "samples" | "seconds"> | undefined {
  if (chunk.length < 16) return undefined;
  const encoding = encodings.get(chunk.readUInt16LE(0) as 1 | 6 | 7);
  const [channels, sampleRate, bits] = [chunk.readUInt16LE(2), chunk.readUInt32LE(4), chunk.readUInt16LE(14)];
  if (encoding === undefined || channels === 0 || sampleRate === 0 || bits === 0) return undefined;
  return { encoding, channels, sampleRate, bits };
}
