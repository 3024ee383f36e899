export type { HealthCheck, SpeechContainerOptions } from "./container-options";
export type { EngineProps } from "./plan-site";
export { SpeechContainer, type SpeechContainerProps } from "./speech-container";
export { SpeechHost, type SpeechHostProps } from "./speech-host";
export type { PlannedContainer } from "./speech-site";
