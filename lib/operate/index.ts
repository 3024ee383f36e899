export { readEngineStates } from "./engine-state";
export type { Finding } from "./judge";
export { targetOfText, targetsOfOutput, type VerifyTarget } from "./targets";
export { verify, type Verification } from "./verify";
