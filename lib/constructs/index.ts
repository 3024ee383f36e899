export type { ISpeechAccount, ITextAnalyticsAccount } from "./account";
export { SpeechApiKey } from "./api-key";
export { ConstructProblem } from "./construct-problem";
export { ContainerSize, type ExplicitSize } from "./container-size";
export { Edition } from "./edition";
export { Eula } from "./eula";
export { KeySlot } from "./key-slot";
export { SecretsVia } from "./secrets-via";
export { SpeechFunction } from "./speech-function";
