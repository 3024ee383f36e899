import { CognitiveAccount, type CognitiveAccountConfig } from "@cdktf/provider-azurerm/lib/cognitive-account";
import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { Construct } from "constructs";
import type { AccountRequest } from "../../domain/request";
import type { ISpeechAccount } from "../account";
import type { SpeechApiKey } from "../api-key";
import { concreteOr, judgeAccount } from "../judge-account";
import type { KeySlot } from "../key-slot";
import { apiKeyOf } from "./api-key-of";
import { type ExistingSpeechAccountProps, existingAccount } from "./existing-account";
import { type SpeechAccountAttributes, accountOfAttributes } from "./account-attributes";
import { SpeechSku } from "./speech-sku";

export interface SpeechAccountProps {
  /** The name of the account: 2 to 64 letters, digits, `_`, `.`, `-`. A change replaces the account and its keys. */
  readonly name: string;

  /** The Azure region, such as `westeurope`. A change replaces the account and its keys. */
  readonly location: string;

  /** The resource group. A change replaces the account and its keys. */
  readonly resourceGroupName: string;

  /**
   * The pricing tier.
   *
   * @default SpeechSku.S0
   */
  readonly sku?: SpeechSku;

  /**
   * Which of the two keys `apiKey` is.
   *
   * @default KeySlot.PRIMARY
   */
  readonly keySlot?: KeySlot;

  /**
   * The name below `cognitiveservices.azure.com`, unique in all of Azure. Needed with `allowedAddresses` and
   * with `publicAccess: false` (SPC308).
   *
   * @default - the regional endpoint
   */
  readonly customSubdomain?: string;

  /**
   * Whether the account is reachable from public networks.
   *
   * @default true
   */
  readonly publicAccess?: boolean;

  /**
   * IPv4 addresses and ranges that may reach the account; all others are refused. Containers bill from these.
   *
   * @default - all
   */
  readonly allowedAddresses?: readonly string[];

  /**
   * Whether Terraform refuses to destroy the account.
   *
   * @default false
   */
  readonly protect?: boolean;

  /**
   * Tags of the account: at most 50, names of 1 to 512 characters without `< > % & \ ? /`, values of at most 256
   * characters (SPC313).
   *
   * @default - none
   */
  readonly tags?: Readonly<Record<string, string>>;

  /**
   * The azurerm provider, where the stack has several.
   *
   * @default - the stack's only azurerm provider
   */
  readonly provider?: AzurermProvider;
}

/**
 * A Speech account in Azure. Its kind is always `SpeechServices`, and keys are always on: containers need one.
 * Whether a destroyed account is purged is a setting of the azurerm provider
 * (`features.cognitive_account.purge_soft_delete_on_destroy`), on by default.
 */
export class SpeechAccount extends Construct implements ISpeechAccount {
  public readonly endpoint: string;
  public readonly apiKey: SpeechApiKey;
  public readonly accountId: string;

  /** The azurerm_cognitive_account itself. */
  public readonly resource: CognitiveAccount;

  /** An account that exists: read by data source at each plan, never changed. */
  public static fromExisting(scope: Construct, id: string, props: ExistingSpeechAccountProps): ISpeechAccount {
    return existingAccount(scope, id, props);
  }

  /** An account of which only endpoint and key are known; no resource is made and Azure is not asked. */
  public static fromAttributes(scope: Construct, id: string, attributes: SpeechAccountAttributes): ISpeechAccount {
    return accountOfAttributes(scope, id, attributes);
  }

  public constructor(scope: Construct, id: string, props: SpeechAccountProps) {
    super(scope, id);
    judgeAccount(this, accountRequest(props), props.tags);
    this.resource = new CognitiveAccount(this, "Default", accountConfig(props));
    this.endpoint = this.resource.endpoint;
    this.accountId = this.resource.id;
    this.apiKey = apiKeyOf(this.resource, props.keySlot);
  }
}

function accountRequest(props: SpeechAccountProps): AccountRequest {
  const { name, location, resourceGroupName, sku = SpeechSku.S0, customSubdomain, allowedAddresses } = props;
  return {
    kind: "create",
    name: concreteOr(name, "known-later"),
    location: concreteOr(location, "westeurope"),
    resourceGroup: { name: concreteOr(resourceGroupName, "known-later") },
    sku: concreteOr(sku.name, "S0"),
    customSubdomain: customSubdomain === undefined ? undefined : concreteOr(customSubdomain, "known-later"),
    network: {
      publicAccess: props.publicAccess,
      allowedAddresses: allowedAddresses?.map((address) => concreteOr(address, "192.0.2.1")),
    },
  };
}

function accountConfig(props: SpeechAccountProps): CognitiveAccountConfig {
  const { name, location, resourceGroupName, sku = SpeechSku.S0, customSubdomain, allowedAddresses, tags } = props;
  return {
    name,
    location,
    resourceGroupName,
    kind: "SpeechServices",
    skuName: sku.name,
    localAuthEnabled: true,
    customSubdomainName: customSubdomain,
    publicNetworkAccessEnabled: props.publicAccess,
    networkAcls: allowedAddresses === undefined ? undefined : { defaultAction: "Deny", ipRules: [...allowedAddresses] },
    tags: tags === undefined || Object.keys(tags).length === 0 ? undefined : { ...tags },
    lifecycle: props.protect === true ? { preventDestroy: true } : undefined,
    provider: props.provider,
  };
}
