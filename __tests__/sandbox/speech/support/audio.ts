import { createResampler } from "../../../../lib/sandbox/speech/audio/resampler";
import { encodeSamples } from "../../../../lib/sandbox/speech/audio/samples";
import { createListener } from "../../../../lib/sandbox/speech/carrier/listener";
import { MODEM_SAMPLE_RATE } from "../../../../lib/sandbox/speech/carrier/modem";
import type { SegmentEvent } from "../../../../lib/sandbox/speech/carrier/segmenter";
import { planSpeech } from "../../../../lib/sandbox/speech/carrier/speaker";

/** Synthesized samples of one utterance. */
export async function spoken(text: string, sampleRate: number, language = "en-US"): Promise<Int16Array> {
  const speech = planSpeech([{ kind: "utterance", text, language }], sampleRate);
  const pieces: Int16Array[] = [];
  for await (const piece of speech.samples()) pieces.push(piece);
  return joined(...pieces);
}

export function joined(...pieces: readonly Int16Array[]): Int16Array {
  const all = new Int16Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

export function silence(seconds: number, sampleRate: number): Int16Array {
  return new Int16Array(Math.round(seconds * sampleRate));
}

/** White noise from a seed, so that a failure can be repeated. */
export function noise(seconds: number, sampleRate: number, peak: number, seed = 1): Int16Array {
  let state = seed;
  return silence(seconds, sampleRate).map(() => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.round((state / 0x3fffffff - 1) * peak);
  });
}

export function resampled(samples: Int16Array, from: number, to: number): Int16Array {
  const resampler = createResampler(from, to);
  return joined(resampler.push(samples), resampler.flush());
}

export function pcm(samples: Int16Array): Buffer {
  return encodeSamples(samples, "pcm");
}

export interface HeardAudio {
  readonly texts: readonly string[];
  readonly parts: readonly string[];
  readonly languages: readonly string[];
  /** Stretches of audio without a whole utterance. */
  readonly unclear: number;
  /** Seconds, of each whole utterance. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

/** What a listener finds in audio that arrives in blocks of that many bytes. */
export async function heard(audio: Buffer, blockBytes = 3200): Promise<HeardAudio> {
  const listener = createListener(0.5);
  const events: SegmentEvent[] = [];
  for (let at = 0; at < audio.length; at += blockBytes)
    events.push(...(await listener.hear(audio.subarray(at, at + blockBytes))));
  events.push(...(await listener.finish()));
  listener.close();
  const whole = events.filter((event) => event.kind === "whole");
  return {
    texts: whole.map(({ text }) => text),
    languages: whole.map(({ language }) => language),
    parts: events.filter((event) => event.kind === "part").map(({ text }) => text),
    unclear: events.filter((event) => event.kind === "unclear").length,
    places: whole.map(({ start, end }) => ({ start: start / MODEM_SAMPLE_RATE, end: end / MODEM_SAMPLE_RATE })),
  };
}

/** Raw samples of 16 kHz, mono, 16 bit, as bytes: what a listener assumes without a header. */
export async function spokenBytes(text: string, language?: string): Promise<Buffer> {
  return pcm(await spoken(text, 16_000, language));
}
