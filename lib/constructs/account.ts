import type { SpeechApiKey } from "./api-key";

/**
 * The Speech account that containers bill to. `SpeechAccount` (entry `./azure`) creates one or reads an existing one;
 * where neither fits, any object of this shape will do:
 *
 * ```ts
 * const key = new TerraformVariable(this, "speech_api_key", { type: "string", sensitive: true });
 * const account: ISpeechAccount = {
 *   endpoint: "https://westeurope.api.cognitive.microsoft.com/",
 *   apiKey: SpeechApiKey.fromVariable(key),
 * };
 * ```
 */
export interface ISpeechAccount {
  /** Keeps another kind of account from passing for one: its key would be refused. */
  readonly kind?: "SpeechServices";
  /** The billing endpoint of the account, an `https` URL or a reference to one. */
  readonly endpoint: string;
  /** One of the two keys of that same account. */
  readonly apiKey: SpeechApiKey;
  /** The account's resource id in Azure, where it is known. */
  readonly accountId?: string;
}

/**
 * The Text Analytics account of sentiment: containers of the function `sentiment` bill to it, and speech to text with
 * `Sentiment.CLOUD` asks it. `TextAnalyticsAccount` (entry `./azure`) creates one or reads an existing one.
 */
export interface ITextAnalyticsAccount {
  readonly kind: "TextAnalytics";
  /** The endpoint of the account, an `https` URL or a reference to one. */
  readonly endpoint: string;
  /** One of the two keys of that same account. */
  readonly apiKey: SpeechApiKey;
  /** The account's resource id in Azure, where it is known. */
  readonly accountId?: string;
}
