export type { AccountAttributes } from "./account-attributes";
export type { AccountProps } from "./cognitive-account";
export type { ExistingAccountProps } from "./existing-account";
export { SpeechAccount, type SpeechAccountProps } from "./speech-account";
export { SpeechSku } from "./speech-sku";
export { TextAnalyticsAccount, type TextAnalyticsAccountProps } from "./text-analytics-account";
export { TextAnalyticsSku } from "./text-analytics-sku";
