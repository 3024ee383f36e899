export type { SpeechAccountAttributes } from "./account-attributes";
export type { ExistingSpeechAccountProps } from "./existing-account";
export { SpeechAccount, type SpeechAccountProps } from "./speech-account";
export { SpeechSku } from "./speech-sku";
