import { datum, unverifiedDatum } from "./datum";

const MODES = ["interactive", "conversation", "dictation"];
const recognitionPath = (mode: string) => `/speech/recognition/${mode}/cognitiveservices/v1`;
const UNIVERSAL = "/speech/universal/v2";

/** WebSockets of speech to text, one a mode of recognition, and the one of the Python SDK's language recognizer. */
export const recognitionPaths = [
  ...MODES.map((mode) => datum(recognitionPath(mode), "M9")),
  unverifiedDatum(UNIVERSAL, "the Python SDK asks for it; no page says that containers serve it", "W"),
];

/** WebSockets of language detection. */
export const detectionPaths = [...MODES.map(recognitionPath), UNIVERSAL].map((path) =>
  unverifiedDatum(path, "no page names the paths of this container; the Speech SDKs ask for these", "W"),
);

/** REST paths of text to speech, the list of voices, and the WebSockets of the two SDKs when they are given a host. */
export const synthesisPaths = [
  datum("/speech/synthesize/cognitiveservices/v1", "M9", "M18"),
  datum("/cognitiveservices/v1", "M9", "M18"),
  datum("/cognitiveservices/voices/list", "C2"),
  unverifiedDatum("/tts/cognitiveservices/websocket/v1", "the JavaScript SDK asks for it; no page names it", "W"),
  unverifiedDatum("/cognitiveservices/websocket/v1", "the Python SDK asks for it; no page names it", "W"),
];
