export type {
  Disconnected,
  DisplayModels,
  Expectation,
  HealthCheck,
  SpeechContainerOptions,
} from "./container-options";
export type { Logging, SettingsProps, SpeechProxy, SpeechSettings } from "./container-settings";
export type { SharedContainerProps } from "./plan-site";
export { type ICompanion, Sentiment } from "./sentiment";
export { SpeechContainer, type SpeechContainerProps } from "./speech-container";
export { type ReservedCapacity, SpeechHost, type SpeechHostProps } from "./speech-host";
export type { PlannedContainer } from "./speech-site";
