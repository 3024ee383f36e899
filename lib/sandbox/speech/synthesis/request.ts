import { encodeSamples } from "../audio/samples";
import { bytesPerSample, type OutputFormat, outputFormatNamed, outputFormats } from "../audio/formats";
import { writeWaveHeader } from "../audio/riff";
import { planSpeech, type SpeechPart, type WordPlace } from "../carrier/speaker";
import { parseSsml, type SsmlDocument } from "../ssml";

/** Synthesis that is ready to begin; its size is known, its audio is made piece by piece. */
export interface Synthesis {
  readonly format: OutputFormat;
  readonly byteLength: number;
  readonly words: readonly WordPlace[];
  readonly seconds: number;
  /** A header for `riff-` formats, then the samples. */
  audio(): AsyncGenerator<Buffer>;
}

export type SynthesisResult =
  { readonly ok: true; readonly synthesis: Synthesis } | { readonly ok: false; readonly message: string };

/** Bytes; longer SSML is refused. */
export const LONGEST_SSML = 65_536;
/** Milliseconds: a shorter break stays within its utterance, as a recognizer hears it. */
const SEPARATING_BREAK = 500;
const LOCALE = /^[a-z]{2,3}-[A-Z]{2}(-[a-z]+)?(?=-)/;
const LONG_NAME = /^Microsoft Server Speech Text to Speech Voice \((.+), (.+)\)$/;

/**
 * Judges SSML and output format for the one voice of a container (short name such as `en-US-AriaNeural`; undefined for a custom
 * voice, whose name only its portal knows: any is taken).
 */
export function prepareSynthesis(ssml: string, formatName: string, voice: string | undefined): SynthesisResult {
  const format = outputFormatNamed(formatName);
  if (format === undefined) {
    const names = outputFormats.map(({ name }) => name).join(", ");
    return { ok: false, message: `Unsupported output format "${formatName}"; simulated are ${names}` };
  }
  const parsed = parseSsml(ssml);
  if (!parsed.ok) return { ok: false, message: `Invalid SSML: ${parsed.message}` };
  const { document } = parsed;
  if (voice !== undefined && document.voices.some((name) => shortName(name) !== voice)) {
    return { ok: false, message: "Voice does not match" };
  }

  const speech = planSpeech(speechParts(document), format.sampleRate);
  const dataBytes = speech.sampleCount * bytesPerSample(format.encoding);
  const header = format.container === "riff" ? writeWaveHeader(format, dataBytes) : Buffer.alloc(0);
  return {
    ok: true,
    synthesis: {
      format,
      byteLength: header.length + dataBytes,
      words: speech.words,
      seconds: speech.sampleCount / format.sampleRate,
      async *audio() {
        if (header.length > 0) yield header;
        for await (const samples of speech.samples()) {
          if (samples.length > 0) yield encodeSamples(samples, format.encoding);
        }
      },
    },
  };
}

/** The long form names locale and voice apart; newer engines take it too. */
function shortName(name: string): string {
  const [, locale, rest] = LONG_NAME.exec(name) ?? [];
  return locale === undefined ? name : `${locale}-${rest}`;
}

/** Neighbouring texts of one language are one utterance unless a long break separates them. */
function speechParts({ parts }: SsmlDocument): readonly SpeechPart[] {
  const spoken: SpeechPart[] = [];
  for (const part of parts) {
    const last = spoken.at(-1);
    if (part.kind === "break") {
      if (part.milliseconds >= SEPARATING_BREAK) spoken.push({ kind: "silence", milliseconds: part.milliseconds });
      continue;
    }
    const language = languageOf(part.voice, part.language);
    if (last?.kind === "utterance" && last.language === language) {
      spoken[spoken.length - 1] = { ...last, text: `${last.text} ${part.text}` };
    } else {
      spoken.push({ kind: "utterance", text: part.text, language });
    }
  }
  return spoken;
}

/** A voice speaks its own language, except a multilingual one, and one whose name does not tell. */
function languageOf(voice: string, written: string | undefined): string {
  const own = LOCALE.exec(shortName(voice))?.[0];
  if (own !== undefined && !voice.includes("Multilingual")) return own;
  return written ?? own ?? "en-US";
}
