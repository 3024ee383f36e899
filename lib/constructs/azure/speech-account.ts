import type { CognitiveAccount } from "@cdktf/provider-azurerm/lib/cognitive-account";
import { Construct } from "constructs";
import type { ISpeechAccount } from "../account";
import type { SpeechApiKey } from "../api-key";
import { type AccountAttributes, AttributesAccount } from "./account-attributes";
import { apiKeyOf } from "./api-key-of";
import { type AccountProps, cognitiveAccount } from "./cognitive-account";
import { ExistingAccount, type ExistingAccountProps } from "./existing-account";
import type { SpeechSku } from "./speech-sku";

export interface SpeechAccountProps extends AccountProps {
  /**
   * The pricing tier.
   *
   * @default SpeechSku.S0
   */
  readonly sku?: SpeechSku;
}

/**
 * A Speech account in Azure. Its kind is always `SpeechServices`, and keys are always on: containers need one.
 * Whether a destroyed account is purged is a setting of the azurerm provider
 * (`features.cognitive_account.purge_soft_delete_on_destroy`), on by default.
 */
export class SpeechAccount extends Construct implements ISpeechAccount {
  public readonly kind = "SpeechServices";
  public readonly endpoint: string;
  public readonly apiKey: SpeechApiKey;
  public readonly accountId: string;

  /** The azurerm_cognitive_account itself. */
  public readonly resource: CognitiveAccount;

  /** An account that exists: read by data source at each plan, never changed. */
  public static fromExisting(scope: Construct, id: string, props: ExistingAccountProps): ISpeechAccount {
    return new ExistingAccount(scope, id, "speech", props);
  }

  /** An account of which only endpoint and key are known; no resource is made and Azure is not asked. */
  public static fromAttributes(scope: Construct, id: string, attributes: AccountAttributes): ISpeechAccount {
    return new AttributesAccount(scope, id, "speech", attributes);
  }

  public constructor(scope: Construct, id: string, props: SpeechAccountProps) {
    super(scope, id);
    this.resource = cognitiveAccount(this, "speech", props, props.sku?.name);
    this.endpoint = this.resource.endpoint;
    this.accountId = this.resource.id;
    this.apiKey = apiKeyOf(this.resource, props.keySlot);
  }
}
