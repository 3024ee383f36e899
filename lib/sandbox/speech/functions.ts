import type { FunctionName } from "../../domain/catalogue";

/** What a function calls itself in the answers of `/ready` and `/status`. */
export interface ServiceWord {
  readonly service: string;
  /** False: no real container of this function was seen to use this word. */
  readonly verified: boolean;
}

export const serviceWords: Readonly<Record<FunctionName, ServiceWord>> = {
  "speech-to-text": { service: "speechtotext", verified: true },
  "custom-speech-to-text": { service: "customspeechtotext", verified: false },
  "text-to-speech": { service: "texttospeech", verified: false },
  "custom-text-to-speech": { service: "customtexttospeech", verified: false },
  "neural-text-to-speech": { service: "neuraltexttospeechonprem", verified: true },
  "language-detection": { service: "languagedetection", verified: false },
  sentiment: { service: "sentiment", verified: false },
};
