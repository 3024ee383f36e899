import load, { type GgWave } from "ggwave";

/**
 * The one place that knows ggwave, a library for data over sound. Its traps, each met:
 * - Its own resampling takes 98 % of its time. It runs at 24 kHz with frames of 512 samples here, which sounds the same as
 *   its default of 48 kHz and 1024; audio of another rate is resampled before.
 * - Blocks of some sizes decode nothing; whole frames always work.
 * - A payload over 140 bytes is cut silently, an empty one throws.
 * - With both tones switched on, quantization noise of 8 bit audio is at times taken for the start of a wide message, and the
 *   narrow one is lost (4 of 900). So audio of 8 kHz is heard with the narrow tone only, and other audio with a higher threshold.
 * - A loaded module holds four instances at most; a receiver takes 4 MB, half of what it takes without `RX` mode.
 * - It prints to stdout, and installs handlers that turn any unhandled rejection of the process into a crash.
 */

/** Hertz, of all samples that go in and out of this module. */
export const MODEM_SAMPLE_RATE = 24_000;
/** Samples of a frame, and of a block that {@link Receiver.receive} takes. */
export const FRAME_SAMPLES = 512;
/** A message is reported while its end marker still sounds: this many samples before its end, 0.22 to 0.30 s (measured). */
export const REPORTED_BEFORE_END = 6000;

/**
 * How bytes become tones. `wide` needs the band up to 6.3 kHz, so audio of 16 kHz or more; `narrow` stays below 2.6 kHz
 * and survives 8 kHz, at less than half the speed.
 */
export type Tone = "wide" | "narrow";

const tones = {
  wide: { protocol: "GGWAVE_PROTOCOL_AUDIBLE_FASTEST", bytesPerStep: 3 },
  narrow: { protocol: "GGWAVE_PROTOCOL_DT_FASTEST", bytesPerStep: 1 },
} as const;
const FRAMES_PER_STEP = 3;
const MARKER_FRAMES = 32;
const LONGEST_PAYLOAD = 140;
/** Of 100; a quarter of full scale, far from clipping. */
const VOLUME = 25;

const INSTANCES_PER_MODULE = 4;
/** About 110 MB in all; more than two cores can feed at once with SDK and sockets. */
const MOST_RECEIVERS = 24;
/** Ratio of tone to its surroundings that makes a marker; the library's default is 3. */
const MARKER_THRESHOLD = { narrow: 3, both: 5 } as const;

export interface Receiver {
  /** The payload of the message that was recognized within these {@link FRAME_SAMPLES} samples, if any. */
  receive(block: Int16Array): Uint8Array | undefined;
  release(): void;
}

/** How many samples {@link sendMessage} makes of a payload of that many bytes: markers, Reed-Solomon bytes and all. */
export function messageSamples(payloadLength: number, tone: Tone): number {
  const correction = payloadLength < 4 ? 2 : Math.max(4, 2 * Math.floor(payloadLength / 5));
  const steps = Math.ceil((payloadLength + correction + 3) / tones[tone].bytesPerStep);
  return (MARKER_FRAMES + steps * FRAMES_PER_STEP) * FRAME_SAMPLES;
}

/** A message of 1 to 140 bytes as {@link messageSamples} samples. */
export async function sendMessage(payload: Uint8Array, tone: Tone): Promise<Int16Array> {
  if (payload.length < 1 || payload.length > LONGEST_PAYLOAD) {
    throw new RangeError(`a message of ${payload.length} bytes, allowed are 1 to ${LONGEST_PAYLOAD}`);
  }
  sender ??= loadLibrary().then((library) => ({
    library,
    instance: openInstance(library, library.GGWAVE_OPERATING_MODE_TX, MARKER_THRESHOLD.both),
  }));
  const { library, instance } = await sender;
  const bytes = Uint8Array.from(library.encode(instance, payload, library.ProtocolId[tones[tone].protocol], VOLUME));
  return new Int16Array(bytes.buffer).subarray(0, messageSamples(payload.length, tone));
}

/** Waits while {@link MOST_RECEIVERS} are in use, then opens one: for both tones, or for the narrow one only. */
export async function openReceiver(hears: "narrow" | "both"): Promise<Receiver> {
  if (receivers < MOST_RECEIVERS) receivers++;
  else await new Promise<void>((resolve) => waiting.push(resolve));

  let module = modules.find(({ instances }) => instances < INSTANCES_PER_MODULE);
  if (module === undefined) modules.push((module = { library: loadLibrary(), instances: 0 }));
  const taken = module;
  taken.instances++;
  const library = await taken.library;
  library.rxToggleProtocol(library.ProtocolId[tones.wide.protocol], hears === "both" ? 1 : 0);
  const instance = openInstance(library, library.GGWAVE_OPERATING_MODE_RX, MARKER_THRESHOLD[hears]);
  let open = true;
  return {
    receive(block) {
      const payload = library.decode(instance, new Uint8Array(block.buffer, block.byteOffset, block.byteLength));
      return payload.length === 0 ? undefined : Uint8Array.from(payload);
    },
    release() {
      if (!open) return;
      open = false;
      library.free(instance);
      taken.instances--;
      const next = waiting.shift();
      if (next === undefined) receivers--;
      else next();
    },
  };
}

let sender: Promise<{ readonly library: GgWave; readonly instance: number }> | undefined;
const modules: { readonly library: Promise<GgWave>; instances: number }[] = [];
let receivers = 0;
const waiting: (() => void)[] = [];

async function loadLibrary(): Promise<GgWave> {
  const silent = (): void => undefined;
  const library = await withoutProcessHandlers(() => load({ print: silent, printErr: silent }));
  library.disableLog();
  const wanted: readonly string[] = Object.values(tones).map(({ protocol }) => protocol);
  for (const [name, protocol] of Object.entries(library.ProtocolId)) {
    if (name.startsWith("GGWAVE_") && !wanted.includes(name)) library.rxToggleProtocol(protocol, 0);
  }
  return library;
}

/** Takes away the process-wide handlers that a module of ggwave installs while it loads. */
async function withoutProcessHandlers<T>(begin: () => Promise<T>): Promise<T> {
  const events = ["uncaughtException", "unhandledRejection"] as const;
  const before = events.map((event) => process.rawListeners(event));
  const loading = begin();
  events.forEach((event, index) => {
    for (const listener of process.rawListeners(event)) {
      if (!before[index]?.includes(listener)) process.removeListener(event, listener as () => void);
    }
  });
  return loading;
}

function openInstance(library: GgWave, operatingMode: number, soundMarkerThreshold: number): number {
  const parameters = Object.assign(library.getDefaultParameters(), {
    sampleRateInp: MODEM_SAMPLE_RATE,
    sampleRateOut: MODEM_SAMPLE_RATE,
    sampleRate: MODEM_SAMPLE_RATE,
    samplesPerFrame: FRAME_SAMPLES,
    sampleFormatInp: library.SampleFormat.GGWAVE_SAMPLE_FORMAT_I16,
    sampleFormatOut: library.SampleFormat.GGWAVE_SAMPLE_FORMAT_I16,
    operatingMode,
    soundMarkerThreshold,
  });
  const instance = library.init(parameters);
  if (instance < 0) throw new Error("ggwave gives no further instance");
  return instance;
}
