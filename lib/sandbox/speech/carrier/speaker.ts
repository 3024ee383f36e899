import { setImmediate } from "node:timers/promises";
import { createResampler } from "../audio/resampler";
import { type Message, toMessages, type Utterance } from "./messages";
import { MODEM_SAMPLE_RATE, messageSamples, sendMessage, type Tone } from "./modem";

/** What is to be heard, in order. */
export type SpeechPart =
  ({ readonly kind: "utterance" } & Utterance) | { readonly kind: "silence"; readonly milliseconds: number };

/** Where a word or mark sounds. */
export interface WordPlace {
  readonly text: string;
  readonly isPunctuation: boolean;
  /** Seconds from the start of the audio. */
  readonly start: number;
  readonly end: number;
}

export interface Speech {
  /** Known before the first sample is made, so that headers can be exact. */
  readonly sampleCount: number;
  readonly words: readonly WordPlace[];
  /** The samples in pieces, each made when it is asked for. */
  samples(): AsyncGenerator<Int16Array>;
}

/** Silence before the first message, and after each; in samples of the modem. */
const LEAD_SAMPLES = 0.05 * MODEM_SAMPLE_RATE;
const GAP_SAMPLES = 0.1 * MODEM_SAMPLE_RATE;

/** A message and its place, in samples of the modem. */
interface Slot {
  readonly message: Message;
  readonly start: number;
  readonly samples: number;
}

/** Plans audio of that sample rate (hertz); 8 kHz gets the slower tone that survives it. */
export function planSpeech(parts: readonly SpeechPart[], sampleRate: number): Speech {
  const tone: Tone = sampleRate < 16_000 ? "narrow" : "wide";
  const slots: Slot[] = [];
  const words: WordPlace[] = [];
  let position = LEAD_SAMPLES;
  for (const part of parts) {
    if (part.kind === "silence") {
      position += Math.round((part.milliseconds * MODEM_SAMPLE_RATE) / 1000);
      continue;
    }
    const first = slots.length;
    for (const message of toMessages(part, tone)) {
      const samples = messageSamples(message.payload.length, tone);
      slots.push({ message, start: position, samples });
      position += samples + GAP_SAMPLES;
    }
    words.push(...placeWords(part, slots.slice(first)));
  }
  const total = position;

  return {
    sampleCount: Math.ceil((total * sampleRate) / MODEM_SAMPLE_RATE),
    words,
    async *samples() {
      const resampler = createResampler(MODEM_SAMPLE_RATE, sampleRate);
      let made = 0;
      for (const { message, start, samples } of slots) {
        // Lets what was made leave, and others work, before the next message is made.
        await setImmediate();
        yield resampler.push(new Int16Array(start - made));
        yield resampler.push(await sendMessage(message.payload, tone));
        made = start + samples;
      }
      yield resampler.push(new Int16Array(total - made));
      yield resampler.flush();
    },
  };
}

/** Words share the time of the messages that carry them, character by character. */
function placeWords({ text }: Utterance, slots: readonly Slot[]): readonly WordPlace[] {
  const timeOf = (character: number): number => {
    let before = 0;
    for (const { message, start, samples } of slots) {
      const { length } = message.text;
      if (character <= before + length) return (start + ((character - before) / length) * samples) / MODEM_SAMPLE_RATE;
      before += length;
    }
    return 0;
  };
  return [...new Intl.Segmenter("und", { granularity: "word" }).segment(text)]
    .filter(({ segment, isWordLike }) => isWordLike || /^\p{P}+$/u.test(segment))
    .map(({ segment, index, isWordLike }) => ({
      text: segment,
      isPunctuation: !isWordLike,
      start: timeOf(index),
      end: timeOf(index + segment.length),
    }));
}
