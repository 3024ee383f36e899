import { UnsupportedAudioError } from "../audio/samples";
import { createListener } from "../carrier/listener";
import { MODEM_SAMPLE_RATE } from "../carrier/modem";
import type { SegmentEvent } from "../carrier/segmenter";
import { askSentiment, type Sentiment, type TextAnalyticsSettings } from "../sentiment/client";
import { primaryLanguage, successPhrase, type TickSpan, wantsSentiment } from "./results";
import type { RecognitionSettings } from "./settings";

/** What a container brings to every turn. */
export interface Recognizer {
  /** `language`: answers which language is spoken, without the words. */
  readonly answers: "words" | "language";
  readonly textAnalytics?: TextAnalyticsSettings;
  readonly log: (line: string) => void;
}

/** One request of a client: audio in, results out, until `turn.end`. */
export interface Turn {
  /** The next bytes of audio; empty ones end it. */
  audio(bytes: Buffer): Promise<void>;
  /** Ends the turn with what was understood so far; more calls while it ends do nothing. */
  stop(reason: string): Promise<void>;
  isOver(): boolean;
  /** The connection is gone: frees what is held, sends nothing. */
  abandon(): void;
}

const TICKS_PER_SECOND = 10_000_000;
const TICKS_PER_MILLISECOND = 10_000;
const TICKS_PER_SAMPLE = TICKS_PER_SECOND / MODEM_SAMPLE_RATE;

export function startTurn(
  recognizer: Recognizer,
  settings: RecognitionSettings,
  send: (path: string, body: unknown) => void,
  serviceTag: string,
): Turn {
  const listener = createListener(settings.endSilence);
  const wantsLanguage = recognizer.answers === "language" || settings.languageCandidates !== undefined;
  let over = false;
  let isStopping = false;
  let hasStarted = false;
  let hasResult = false;
  let hasEnded = false;
  let unfinished: (SegmentEvent & { kind: "part" }) | undefined;

  const isOver = (): boolean => over;
  send("turn.start", { context: { serviceTag } });

  const audioTicks = (): number => Math.round(listener.seconds() * TICKS_PER_SECOND);
  const span = ({ start, end }: { start: number; end: number }): TickSpan => {
    const offset = Math.round(start * TICKS_PER_SAMPLE);
    // An end is an estimate; once all audio is there it is known not to lie beyond it.
    const limit = hasEnded ? Math.max(offset, audioTicks()) : Infinity;
    return { Offset: offset, Duration: Math.min(limit, Math.round(end * TICKS_PER_SAMPLE)) - offset };
  };

  async function phrase(event: SegmentEvent & { kind: "part" | "whole" }): Promise<unknown> {
    const text = recognizer.answers === "words" ? event.text : "";
    const sentiment = await sentimentOf(text, event.language);
    return successPhrase(text, span(event), settings, {
      ...(wantsLanguage && { language: primaryLanguage(event.language, settings.languageCandidates ?? []) }),
      ...(sentiment !== undefined && { sentiment }),
    });
  }

  async function sentimentOf(text: string, language: string): Promise<Sentiment | undefined> {
    const { textAnalytics, log } = recognizer;
    if (!wantsSentiment(settings) || text === "") return undefined;
    if (textAnalytics === undefined) {
      log("sentiment was asked for, but CloudAI:SentimentAnalysisSettings:TextAnalyticsHost is not set");
      return undefined;
    }
    try {
      const { modelVersion } = settings.sentiment;
      return await askSentiment(textAnalytics, text, { language, ...(modelVersion !== undefined && { modelVersion }) });
    } catch (error) {
      log(`sentiment: ${error instanceof Error ? error.message : String(error)}; the result goes without it`);
      return undefined;
    }
  }

  /** A final result, with the tick at which it ends; with it a turn for one utterance ends. */
  function result(body: unknown, endTick: number): void {
    hasResult = true;
    unfinished = undefined;
    if (settings.utterances === "many") {
      send("speech.phrase", body);
      return;
    }
    send("speech.endDetected", { Offset: endTick });
    send("speech.phrase", body);
    finish();
  }

  function finish(): void {
    send("turn.end", {});
    over = true;
    listener.close();
  }

  async function take(events: readonly SegmentEvent[]): Promise<void> {
    for (const event of events) {
      if (isOver()) return;
      if (event.kind === "sound" && !hasStarted) {
        hasStarted = true;
        send("speech.startDetected", { Offset: Math.round(event.start * TICKS_PER_SAMPLE) });
      } else if (event.kind === "part") {
        unfinished = event;
        const language = wantsLanguage && primaryLanguage(event.language, settings.languageCandidates ?? []);
        const text = recognizer.answers === "words" ? event.text : "";
        send("speech.hypothesis", { Text: text, ...span(event), ...(language && { PrimaryLanguage: language }) });
      } else if (event.kind === "whole") {
        const body = await phrase(event);
        const { Offset, Duration } = span(event);
        if (!isOver()) result(body, Offset + Duration);
      } else if (event.kind === "unclear") {
        const place = span(event);
        result({ RecognitionStatus: "NoMatch", ...place }, place.Offset + place.Duration);
      }
    }
    const isSilent = settings.utterances === "one" && !hasStarted && listener.seconds() >= settings.initialSilence;
    if (isSilent && !isOver()) silence();
  }

  function silence(): void {
    result({ RecognitionStatus: "InitialSilenceTimeout", Offset: audioTicks(), Duration: 0 }, audioTicks());
  }

  /**
   * After the last audio. `EndOfDictation` at its very end keeps the Python SDK from sending audio again; it counts in whole
   * milliseconds, so the end is rounded up.
   */
  function endAudio(): void {
    if (isOver()) return;
    if (!hasResult) silence();
    if (isOver()) return;
    const covered = Math.ceil(audioTicks() / TICKS_PER_MILLISECOND) * TICKS_PER_MILLISECOND;
    send("speech.phrase", { RecognitionStatus: "EndOfDictation", Offset: covered, Duration: 0 });
    send("speech.endDetected", { Offset: audioTicks() });
    finish();
  }

  return {
    isOver,
    abandon() {
      over = true;
      listener.close();
    },
    async audio(bytes) {
      if (isOver()) return;
      try {
        if (bytes.length > 0) {
          await take(await listener.hear(bytes));
          return;
        }
        hasEnded = true;
        await take(await listener.finish());
        endAudio();
      } catch (error) {
        if (!(error instanceof UnsupportedAudioError)) throw error;
        recognizer.log(error.message);
        result({ RecognitionStatus: "BadRequest", Offset: 0, Duration: 0 }, 0);
        if (!isOver()) finish();
      }
    },
    async stop(reason) {
      if (isOver() || isStopping) return;
      isStopping = true;
      recognizer.log(`${reason}; the turn ends with what was understood so far`);
      if (unfinished !== undefined) {
        const { start, end: partEnd } = unfinished;
        const body = await phrase(unfinished);
        const place = span({ start, end: partEnd });
        if (!isOver()) result(body, place.Offset + place.Duration);
      }
      endAudio();
    },
  };
}
