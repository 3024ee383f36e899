export { type PolicyLevel, SpeechPolicy, type SpeechPolicyProps } from "./speech-policy";
