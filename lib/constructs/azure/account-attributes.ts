import { Construct } from "constructs";
import type { ISpeechAccount } from "../account";
import type { SpeechApiKey } from "../api-key";
import { judgeEndpoint } from "../judge-account";

export interface SpeechAccountAttributes {
  /** The billing endpoint, as the account's overview page shows it (SPC309), or a reference to one. */
  readonly endpoint: string;

  /** A key of that same account: `SpeechApiKey.fromVariable(variable)`. */
  readonly apiKey: SpeechApiKey;
}

export function accountOfAttributes(scope: Construct, id: string, attributes: SpeechAccountAttributes): ISpeechAccount {
  return new AttributesSpeechAccount(scope, id, attributes);
}

class AttributesSpeechAccount extends Construct implements ISpeechAccount {
  public readonly endpoint: string;
  public readonly apiKey: SpeechApiKey;

  public constructor(scope: Construct, id: string, { endpoint, apiKey }: SpeechAccountAttributes) {
    super(scope, id);
    judgeEndpoint(this, endpoint);
    this.endpoint = endpoint;
    this.apiKey = apiKey;
  }
}
