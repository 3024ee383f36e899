import { createResampler, type Resampler } from "../audio/resampler";
import { createSampleReader } from "../audio/samples";
import { FRAME_SAMPLES, MODEM_SAMPLE_RATE, openReceiver, type Receiver } from "./modem";
import { createSegmenter, type SegmentEvent } from "./segmenter";

export interface Listener {
  /** Bytes of audio in the order of their arrival. Waits while all receivers of this process are in use. */
  hear(bytes: Buffer): Promise<readonly SegmentEvent[]>;
  /** The audio ends here. */
  finish(): Promise<readonly SegmentEvent[]>;
  /** Length in seconds of the audio heard so far. */
  seconds(): number;
  /** Frees what is held; the listener hears nothing after that. */
  close(): void;
}

/** Of 32,767: below this a frame is silence. The weakest carrier tried (volume 3 of 100) peaks at 950. */
const LOUD = 100;
/** A receiver is kept through silences up to this many frames, so that it sees the end of a message: 1 s. */
const KEPT_FRAMES = Math.ceil(MODEM_SAMPLE_RATE / FRAME_SAMPLES);
/** What the receiver gets for silence: the faint noise of 8 bit coding is at times taken for a message. */
const SILENT_FRAME = new Int16Array(FRAME_SAMPLES);

/**
 * Finds utterances in a stream of audio, with a WAV header or without. Receivers are scarce, so one is held only while
 * there is sound. `endSilence` (seconds) is the silence that ends a segment of sound.
 *
 * @throws {UnsupportedAudioError} from `hear`, when the header names a format that is not simulated.
 */
export function createListener(endSilence: number): Listener {
  const reader = createSampleReader();
  const segmenter = createSegmenter(endSilence * MODEM_SAMPLE_RATE);
  let resampler: Resampler | undefined;
  let receiver: Receiver | undefined;
  let rest = new Int16Array(0);
  let sampleCount = 0;
  let quietFrames = 0;
  let closed = false;
  const isClosed = (): boolean => closed;

  async function frames(samples: Int16Array): Promise<readonly SegmentEvent[]> {
    const events: SegmentEvent[] = [];
    const all = new Int16Array(rest.length + samples.length);
    all.set(rest);
    all.set(samples, rest.length);
    let start = 0;
    for (; start + FRAME_SAMPLES <= all.length; start += FRAME_SAMPLES) {
      if (isClosed()) break;
      const frame = all.subarray(start, start + FRAME_SAMPLES);
      const isLoud = frame.some((sample) => sample >= LOUD || sample <= -LOUD);
      quietFrames = isLoud ? 0 : quietFrames + 1;
      if (isLoud) receiver ??= await openReceiver(reader.sampleRate() < 16_000 ? "narrow" : "both");
      const payload = receiver?.receive(isLoud ? frame : SILENT_FRAME);
      if (quietFrames > KEPT_FRAMES) release();
      events.push(...segmenter.frame(isLoud, payload));
    }
    rest = all.slice(start);
    if (isClosed()) release();
    return events;
  }

  function release(): void {
    receiver?.release();
    receiver = undefined;
  }

  return {
    seconds: () => sampleCount / reader.sampleRate(),
    async hear(bytes) {
      const samples = reader.read(bytes);
      if (samples.length === 0) return [];
      sampleCount += samples.length;
      resampler ??= createResampler(reader.sampleRate(), MODEM_SAMPLE_RATE);
      return frames(resampler.push(samples));
    },
    async finish() {
      const last = await frames(resampler?.flush() ?? new Int16Array(0));
      const silence = await frames(new Int16Array(MODEM_SAMPLE_RATE / 2));
      return [...last, ...silence, ...segmenter.finish()];
    },
    close() {
      closed = true;
      release();
    },
  };
}
