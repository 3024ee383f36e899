/** How the simulated container of a function differs from the others. */
export interface SimulatedFunction {
  /** `service` in the answers of `/ready` and `/status`. */
  readonly service: string;
  /** False: no real container of this function was seen to use this word. */
  readonly serviceVerified: boolean;
  /** `/swagger` answers 404 on the containers that speak WebSocket only (seen in 2026). */
  readonly swagger: boolean;
  /** Serves a model of the user, downloaded at start. */
  readonly customModel: boolean;
}

const entry = (
  service: string,
  serviceVerified: boolean,
  swagger: boolean,
  customModel: boolean,
): SimulatedFunction => ({
  service,
  serviceVerified,
  swagger,
  customModel,
});

/** By function name, which is the name of the image's repository. */
export const simulatedFunctions: Readonly<Record<string, SimulatedFunction>> = {
  "speech-to-text": entry("speechtotext", true, false, false),
  "custom-speech-to-text": entry("customspeechtotext", false, false, true),
  "text-to-speech": entry("texttospeech", false, true, false),
  "custom-text-to-speech": entry("customtexttospeech", false, true, true),
  "neural-text-to-speech": entry("neuraltexttospeechonprem", true, true, false),
  "language-detection": entry("languagedetection", false, true, false),
};
