/** How samples are written: 16 bit linear, or 8 bit logarithmic (ITU-T G.711). */
export type Encoding = "pcm" | "mulaw" | "alaw";

/** Samples of one channel; `sampleRate` in hertz. */
export interface SampleFormat {
  readonly encoding: Encoding;
  readonly sampleRate: number;
}

/** An output format that the simulated synthesis can make. */
export interface OutputFormat extends SampleFormat {
  /** Value of `X-Microsoft-OutputFormat` and of `outputFormat` in `synthesis.context`. */
  readonly name: string;
  /** `riff`: the server writes the header; `raw`: samples only. */
  readonly container: "raw" | "riff";
}

/** The format of a request that names none. */
export const DEFAULT_OUTPUT_FORMAT = "riff-16khz-16bit-mono-pcm";

const encodings: readonly (SampleFormat & { readonly label: string })[] = [
  { label: "8khz-16bit-mono-pcm", encoding: "pcm", sampleRate: 8000 },
  { label: "8khz-8bit-mono-mulaw", encoding: "mulaw", sampleRate: 8000 },
  { label: "8khz-8bit-mono-alaw", encoding: "alaw", sampleRate: 8000 },
  { label: "16khz-16bit-mono-pcm", encoding: "pcm", sampleRate: 16_000 },
  { label: "24khz-16bit-mono-pcm", encoding: "pcm", sampleRate: 24_000 },
];

/** Every format that is simulated; compressed ones (mp3, opus, …) are not. */
export const outputFormats: readonly OutputFormat[] = (["raw", "riff"] as const).flatMap((container) =>
  encodings.map(({ label, encoding, sampleRate }) => ({
    name: `${container}-${label}`,
    container,
    encoding,
    sampleRate,
  })),
);

/** The format of that name, or undefined when it is not simulated. */
export function outputFormatNamed(name: string): OutputFormat | undefined {
  return outputFormats.find((format) => format.name === name);
}

/** Bytes of one sample. */
export function bytesPerSample(encoding: Encoding): 1 | 2 {
  return encoding === "pcm" ? 2 : 1;
}
