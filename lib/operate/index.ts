export { readEngineStates } from "./engine-state";
export { hear, isSpeechSdkInstalled, SPEECH_SDK, type HeardPhrase } from "./hear";
export type { Finding } from "./judge";
export { roleOf, type Role } from "./roles";
export { say, type SayAnswer } from "./say";
export { talk, talkPairs, textOf, type Talk, type TalkPair } from "./talk";
export { targetOfText, targetsOfOutput, type VerifyTarget } from "./targets";
export { verify, type Verification } from "./verify";
export { readWav } from "./wav";
