import type { CognitiveAccount } from "@cdktf/provider-azurerm/lib/cognitive-account";
import { Construct } from "constructs";
import type { ITextAnalyticsAccount } from "../account";
import type { SpeechApiKey } from "../api-key";
import { type AccountAttributes, AttributesAccount } from "./account-attributes";
import { apiKeyOf } from "./api-key-of";
import { type AccountProps, cognitiveAccount } from "./cognitive-account";
import { ExistingAccount, type ExistingAccountProps } from "./existing-account";
import type { TextAnalyticsSku } from "./text-analytics-sku";

export interface TextAnalyticsAccountProps extends AccountProps {
  /**
   * The pricing tier.
   *
   * @default TextAnalyticsSku.S
   */
  readonly sku?: TextAnalyticsSku;
}

/**
 * A Text Analytics account in Azure, to which sentiment is billed. Its kind is always `TextAnalytics`, and keys are
 * always on: containers need one.
 */
export class TextAnalyticsAccount extends Construct implements ITextAnalyticsAccount {
  public readonly kind = "TextAnalytics";
  public readonly endpoint: string;
  public readonly apiKey: SpeechApiKey;
  public readonly accountId: string;

  /** The azurerm_cognitive_account itself. */
  public readonly resource: CognitiveAccount;

  /** An account that exists: read by data source at each plan, never changed. */
  public static fromExisting(scope: Construct, id: string, props: ExistingAccountProps): ITextAnalyticsAccount {
    return new ExistingAccount(scope, id, "textAnalytics", props);
  }

  /** An account of which only endpoint and key are known; no resource is made and Azure is not asked. */
  public static fromAttributes(scope: Construct, id: string, attributes: AccountAttributes): ITextAnalyticsAccount {
    return new AttributesAccount(scope, id, "textAnalytics", attributes);
  }

  public constructor(scope: Construct, id: string, props: TextAnalyticsAccountProps) {
    super(scope, id);
    this.resource = cognitiveAccount(this, "textAnalytics", props, props.sku?.name);
    this.endpoint = this.resource.endpoint;
    this.accountId = this.resource.id;
    this.apiKey = apiKeyOf(this.resource, props.keySlot);
  }
}
