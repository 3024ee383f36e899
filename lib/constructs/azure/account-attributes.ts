import { Construct } from "constructs";
import { type AccountRole, accountKinds } from "../../domain/account-kinds";
import type { SpeechApiKey } from "../api-key";
import { judgeEndpoint } from "../judge-account";
import type { AzureKind } from "./azure-kind";

export interface AccountAttributes {
  /** The endpoint, as the account's overview page shows it (SPC309), or a reference to one. */
  readonly endpoint: string;

  /** A key of that same account: `SpeechApiKey.fromVariable(variable)`. */
  readonly apiKey: SpeechApiKey;
}

/** An account of which only endpoint and key are known. */
export class AttributesAccount<Role extends AccountRole> extends Construct {
  public readonly kind: AzureKind<Role>;
  public readonly endpoint: string;
  public readonly apiKey: SpeechApiKey;

  public constructor(scope: Construct, id: string, role: Role, { endpoint, apiKey }: AccountAttributes) {
    super(scope, id);
    judgeEndpoint(this, endpoint, role);
    this.kind = accountKinds[role].kind.value;
    this.endpoint = endpoint;
    this.apiKey = apiKey;
  }
}
