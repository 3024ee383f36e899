import { printable } from "./printable";
import { readWav } from "./wav";

/** Audio that a speech-to-text container is to hear. */
export interface HearRequest {
  /** Host URL of the container, such as `ws://localhost:5000`. */
  readonly hostUrl: string;
  /** Connect here instead of the URL's own host (the sandbox's loopback addresses). */
  readonly address?: string;
  /** A WAV file: PCM, A-law or mu-law. */
  readonly wav: Buffer;
  /** Locale of the container, such as `en-US`. */
  readonly locale: string;
  /** Told each interim text. */
  readonly interim?: (text: string) => void;
}

export type HearAnswer =
  | { readonly heard: true; readonly phrases: readonly HeardPhrase[]; readonly seconds: number }
  /** Why not, in the SDK's own words where it has any. */
  | { readonly heard: false; readonly reason: string };

/** Places in seconds from the start of the audio; no text where there was sound without words. */
export interface HeardPhrase {
  readonly text: string;
  readonly start: number;
  readonly duration: number;
}

type Sdk = typeof import("microsoft-cognitiveservices-speech-sdk");

export const SPEECH_SDK = "microsoft-cognitiveservices-speech-sdk";
const TICKS_PER_SECOND = 10_000_000;
/** Beyond the length of the audio, which the SDK sends at twice its speed after the first 5 s. */
const PATIENCE_SECONDS = 30;

/**
 * Streams a WAV file to a container, simulated or real, and tells what it heard; never rejects. Real clients are the Speech SDK, so
 * it is the SDK that speaks to the container here: a client of ours would prove that our client and our sandbox agree. The SDK
 * tells nothing at all of many failures (a connection closed with 1011, a silent server), so this waits for a limited time.
 */
export async function hear(request: HearRequest): Promise<HearAnswer> {
  const sdk = loadSdk();
  if (sdk === undefined)
    return { heard: false, reason: `the Speech SDK is not installed; run: npm install ${SPEECH_SDK}` };
  const wav = readWav(request.wav);
  if (wav === undefined) return { heard: false, reason: "this is not a WAV file of PCM, A-law or mu-law samples" };

  const tag = { pcm: sdk.AudioFormatTag.PCM, alaw: sdk.AudioFormatTag.ALaw, mulaw: sdk.AudioFormatTag.MuLaw }[
    wav.encoding
  ];
  const stream = sdk.AudioInputStream.createPushStream(
    sdk.AudioStreamFormat.getWaveFormat(wav.sampleRate, wav.bits, wav.channels, tag),
  );
  stream.write(Uint8Array.from(wav.samples).buffer);
  stream.close();

  const url = new URL(request.hostUrl.replace(/^http/, "ws"));
  if (request.address !== undefined) url.hostname = request.address;
  const config = sdk.SpeechConfig.fromHost(url);
  config.speechRecognitionLanguage = request.locale;
  return recognize(
    sdk,
    new sdk.SpeechRecognizer(config, sdk.AudioConfig.fromStreamInput(stream)),
    wav.seconds,
    request.interim,
  );
}

function recognize(
  sdk: Sdk,
  recognizer: InstanceType<Sdk["SpeechRecognizer"]>,
  audioSeconds: number,
  interim: HearRequest["interim"],
): Promise<HearAnswer> {
  const began = performance.now();
  const phrases: HeardPhrase[] = [];
  return new Promise((resolve) => {
    const patience = audioSeconds + PATIENCE_SECONDS;
    const end = (answer: HearAnswer): void => {
      clearTimeout(timer);
      recognizer.close();
      resolve(answer);
    };
    const timer = setTimeout(
      () => end({ heard: false, reason: `no answer within ${Math.round(patience)} s` }),
      patience * 1000,
    );
    recognizer.recognizing = (_, { result }) => interim?.(printable(result.text));
    recognizer.recognized = (_, { result }) => {
      const { text = "", offset, duration } = result as { text?: string; offset: number; duration: number };
      phrases.push({ text: printable(text), start: offset / TICKS_PER_SECOND, duration: duration / TICKS_PER_SECOND });
    };
    recognizer.canceled = (_, { reason, errorDetails }) => {
      if (reason === sdk.CancellationReason.Error) end({ heard: false, reason: printable(errorDetails) });
    };
    recognizer.sessionStopped = () => end({ heard: true, phrases, seconds: (performance.now() - began) / 1000 });
    recognizer.startContinuousRecognitionAsync(undefined, (reason) => end({ heard: false, reason }));
  });
}

/** False: {@link hear} and what uses it cannot hear anything here. */
export const isSpeechSdkInstalled = (): boolean => loadSdk() !== undefined;

/** The SDK is an optional peer, of 5 MB; most who use this package as a library never need it. */
function loadSdk(): Sdk | undefined {
  try {
    return require(SPEECH_SDK) as Sdk;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}
