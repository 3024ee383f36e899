import * as sdk from "microsoft-cognitiveservices-speech-sdk";

/** The JavaScript SDK gives no event at all for many failures; so every wait has an end. */
const PATIENCE = 60_000;

export async function withPatience<T>(
  what: string,
  work: (resolve: (value: T) => void, reject: (error: unknown) => void) => void,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`${what}: no answer within ${PATIENCE / 1000} s`)), PATIENCE);
      work(resolve, reject);
    });
  } finally {
    clearTimeout(timer);
  }
}

export interface SynthesisOptions {
  readonly voice?: string;
  readonly format?: sdk.SpeechSynthesisOutputFormat;
  readonly endpoint?: string;
  readonly words?: { text: string; offset: number }[];
}

export async function synthesize(
  port: number,
  text: string,
  options: SynthesisOptions = {},
): Promise<sdk.SpeechSynthesisResult> {
  const config =
    options.endpoint === undefined
      ? sdk.SpeechConfig.fromHost(new URL(`http://127.0.0.1:${port}`))
      : sdk.SpeechConfig.fromEndpoint(new URL(`http://127.0.0.1:${port}${options.endpoint}`));
  config.speechSynthesisVoiceName = options.voice ?? "en-US-AriaNeural";
  if (options.format !== undefined) config.speechSynthesisOutputFormat = options.format;
  const synthesizer = new sdk.SpeechSynthesizer(config, null);
  if (options.words !== undefined) {
    synthesizer.wordBoundary = (_, event) => options.words?.push({ text: event.text, offset: event.audioOffset });
  }
  try {
    const speak = text.startsWith("<speak") ? synthesizer.speakSsmlAsync : synthesizer.speakTextAsync;
    return await withPatience("synthesis", (resolve, reject) => speak.call(synthesizer, text, resolve, reject));
  } finally {
    synthesizer.close();
  }
}

export interface RecognitionOptions {
  readonly detailed?: boolean;
  readonly dictation?: boolean;
  readonly candidates?: readonly string[];
  readonly phrases?: readonly string[];
  readonly properties?: Readonly<Record<string, string>>;
  readonly key?: string;
}

function recognizer(port: number, wav: Buffer, options: RecognitionOptions): sdk.SpeechRecognizer {
  const config = sdk.SpeechConfig.fromHost(new URL(`ws://127.0.0.1:${port}`), options.key);
  config.speechRecognitionLanguage = "en-US";
  config.outputFormat = options.detailed ? sdk.OutputFormat.Detailed : sdk.OutputFormat.Simple;
  config.setProperty("SPEECH-TransmitLengthBeforThrottleMs", "600000");
  config.setProfanity(sdk.ProfanityOption.Raw);
  if (options.dictation) config.enableDictation();
  for (const [name, value] of Object.entries(options.properties ?? {})) {
    config.setServiceProperty(name, value, sdk.ServicePropertyChannel.UriQueryParameter);
  }
  const audio = sdk.AudioConfig.fromWavFileInput(wav);
  const made =
    options.candidates === undefined
      ? new sdk.SpeechRecognizer(config, audio)
      : sdk.SpeechRecognizer.FromConfig(
          config,
          sdk.AutoDetectSourceLanguageConfig.fromLanguages([...options.candidates]),
          audio,
        );
  if (options.phrases !== undefined) sdk.PhraseListGrammar.fromRecognizer(made).addPhrases([...options.phrases]);
  return made;
}

export interface Recognized {
  readonly interim: readonly string[];
  readonly results: readonly sdk.SpeechRecognitionResult[];
  readonly canceled: readonly sdk.SpeechRecognitionCanceledEventArgs[];
}

export async function recognizeOnce(port: number, wav: Buffer, options: RecognitionOptions = {}): Promise<Recognized> {
  const made = recognizer(port, wav, options);
  const interim: string[] = [];
  made.recognizing = (_, event) => interim.push(event.result.text);
  try {
    const result = await withPatience<sdk.SpeechRecognitionResult>("recognizeOnce", (resolve, reject) =>
      made.recognizeOnceAsync(resolve, reject),
    );
    return { interim, results: [result], canceled: [] };
  } finally {
    made.close();
  }
}

export async function recognizeContinuously(
  port: number,
  wav: Buffer,
  options: RecognitionOptions = {},
): Promise<Recognized> {
  const made = recognizer(port, wav, options);
  const interim: string[] = [];
  const results: sdk.SpeechRecognitionResult[] = [];
  const canceled: sdk.SpeechRecognitionCanceledEventArgs[] = [];
  made.recognizing = (_, event) => interim.push(event.result.text);
  made.recognized = (_, event) => results.push(event.result);
  made.canceled = (_, event) => canceled.push(event);
  try {
    await withPatience<void>("continuous recognition", (resolve, reject) => {
      made.sessionStopped = () => resolve();
      made.startContinuousRecognitionAsync(undefined, reject);
    });
    return { interim, results, canceled };
  } finally {
    made.close();
  }
}
