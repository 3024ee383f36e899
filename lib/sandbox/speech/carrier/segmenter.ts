import { createAssembler, type Utterance } from "./messages";
import { FRAME_SAMPLES, MODEM_SAMPLE_RATE, REPORTED_BEFORE_END } from "./modem";

/** A stretch of audio; both ends in samples of the modem from the start of the stream. */
interface Span {
  readonly start: number;
  readonly end: number;
}

export type SegmentEvent =
  /** Sound begins after silence. */
  | { readonly kind: "sound"; readonly start: number }
  /** An utterance as far as it is known, with all its text so far. */
  | ({ readonly kind: "part" } & Utterance & Span)
  | ({ readonly kind: "whole" } & Utterance & Span)
  /** Sound that carries no whole utterance: a person, noise, a damaged carrier. */
  | ({ readonly kind: "unclear" } & Span)
  /** Sound has ended. */
  | { readonly kind: "silence"; readonly end: number };

export interface Segmenter {
  /** One frame of the modem: whether it is loud, and the message recognized in it. */
  frame(isLoud: boolean, payload?: Uint8Array): readonly SegmentEvent[];
  /** The stream ends here. */
  finish(): readonly SegmentEvent[];
}

/** Silence that ends an utterance which has begun; its messages are 0.1 s apart, short breaks of SSML up to 0.5 s. */
const PENDING_SILENCE = 0.8 * MODEM_SAMPLE_RATE;
/** Shorter sounds are passed over, as a recognizer passes over a click. */
const SHORTEST_UNCLEAR = 0.25 * MODEM_SAMPLE_RATE;
/** How far the computed start of a message may be from the start of the sound to be taken for it. */
const SAME_START = 0.1 * MODEM_SAMPLE_RATE;

/** Pure: turns frames into utterances with their places. `endSilence` in samples ends a segment of sound. */
export function createSegmenter(endSilence: number): Segmenter {
  const assembler = createAssembler();
  let position = 0;
  let soundStart: number | undefined;
  let loudEnd = 0;
  /** Sound up to here belongs to utterances that were reported. */
  let explainedEnd = 0;
  let pending: Span | undefined;

  function message(payload: Uint8Array): readonly SegmentEvent[] {
    const heard = assembler.accept(payload);
    if (heard === undefined) return [];
    const { utterance, samples } = heard;
    let end = position + REPORTED_BEFORE_END;
    if (soundStart !== undefined && Math.abs(end - samples - soundStart) < SAME_START) end = soundStart + samples;
    const start = Math.max(0, end - samples);

    const events: SegmentEvent[] = [];
    if (heard.broken && pending !== undefined) {
      events.push({ kind: "unclear", ...pending });
      explainedEnd = pending.end;
    }
    if (heard.broken) pending = undefined;
    if (utterance === undefined || (heard.broken && !utterance.isFirst)) return events;

    const { text, language, isWhole } = utterance;
    const span = { start: pending?.start ?? start, end };
    pending = isWhole ? undefined : span;
    explainedEnd = end;
    events.push({ kind: isWhole ? "whole" : "part", text, language, ...span });
    return events;
  }

  function close(): readonly SegmentEvent[] {
    if (soundStart === undefined) return [];
    const events: SegmentEvent[] = [];
    if (pending !== undefined) events.push({ kind: "unclear", start: pending.start, end: loudEnd });
    else if (loudEnd - explainedEnd >= SHORTEST_UNCLEAR)
      events.push({ kind: "unclear", start: explainedEnd, end: loudEnd });
    assembler.reset();
    pending = undefined;
    soundStart = undefined;
    return [...events, { kind: "silence", end: loudEnd }];
  }

  return {
    finish: close,
    frame(isLoud, payload) {
      const events: SegmentEvent[] = [];
      if (isLoud && soundStart === undefined) {
        soundStart = position;
        explainedEnd = Math.max(explainedEnd, position);
        events.push({ kind: "sound", start: position });
      }
      position += FRAME_SAMPLES;
      if (isLoud) loudEnd = position;
      if (payload !== undefined) events.push(...message(payload));
      const patience = pending === undefined ? endSilence : Math.max(endSilence, PENDING_SILENCE);
      if (position - loudEnd >= patience) events.push(...close());
      return events;
    },
  };
}
