import { SpeechApiKey } from "../api-key";
import { KeySlot } from "../key-slot";

/** What a resource or data source says of an account's two keys. */
interface AccessKeys {
  readonly primaryAccessKey: string;
  readonly secondaryAccessKey: string;
}

/** The key of a slot. By the slot's name: two copies of this package may be loaded, each with slots of its own. */
export function apiKeyOf(account: AccessKeys, { name } = KeySlot.PRIMARY): SpeechApiKey {
  return SpeechApiKey.fromAttribute(name === "primary" ? account.primaryAccessKey : account.secondaryAccessKey);
}
