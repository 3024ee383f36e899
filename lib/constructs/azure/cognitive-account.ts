import { CognitiveAccount, type CognitiveAccountConfig } from "@cdktf/provider-azurerm/lib/cognitive-account";
import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import type { Construct } from "constructs";
import { type AccountRole, accountKinds } from "../../domain/account-kinds";
import type { AccountRequest } from "../../domain/request";
import { concreteOr, judgeAccount } from "../judge-account";
import type { KeySlot } from "../key-slot";

/** What accounts of all kinds are made from. */
export interface AccountProps {
  /** The name of the account: 2 to 64 letters, digits, `_`, `.`, `-`. A change replaces the account and its keys. */
  readonly name: string;

  /** The Azure region, such as `westeurope`. A change replaces the account and its keys. */
  readonly location: string;

  /** The resource group. A change replaces the account and its keys. */
  readonly resourceGroupName: string;

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

/** The resource of an account below its construct. Problems are thrown all at once. */
export function cognitiveAccount(
  scope: Construct,
  role: AccountRole,
  props: AccountProps,
  sku: string = accountKinds[role].skus.standard.value,
): CognitiveAccount {
  const { kind, skus } = accountKinds[role];
  judgeAccount(scope, accountRequest(props, concreteOr(sku, skus.standard.value)), role, props.tags);
  return new CognitiveAccount(scope, "Default", accountConfig(props, kind.value, sku));
}

function accountRequest(props: AccountProps, sku: string): AccountRequest {
  const { name, location, resourceGroupName, customSubdomain, allowedAddresses } = props;
  return {
    kind: "create",
    name: concreteOr(name, "known-later"),
    location: concreteOr(location, "westeurope"),
    resourceGroup: { name: concreteOr(resourceGroupName, "known-later") },
    sku,
    customSubdomain: customSubdomain === undefined ? undefined : concreteOr(customSubdomain, "known-later"),
    network: {
      publicAccess: props.publicAccess,
      allowedAddresses: allowedAddresses?.map((address) => concreteOr(address, "192.0.2.1")),
    },
  };
}

function accountConfig(props: AccountProps, kind: string, sku: string): CognitiveAccountConfig {
  const { name, location, resourceGroupName, customSubdomain, allowedAddresses, tags } = props;
  return {
    name,
    location,
    resourceGroupName,
    kind,
    skuName: sku,
    localAuthEnabled: true,
    customSubdomainName: customSubdomain,
    publicNetworkAccessEnabled: props.publicAccess,
    networkAcls: allowedAddresses === undefined ? undefined : { defaultAction: "Deny", ipRules: [...allowedAddresses] },
    tags: tags === undefined || Object.keys(tags).length === 0 ? undefined : { ...tags },
    lifecycle: props.protect === true ? { preventDestroy: true } : undefined,
    provider: props.provider,
  };
}
