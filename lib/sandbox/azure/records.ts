export interface GroupRecord {
  readonly name: string;
  readonly location: string;
  managedBy?: string;
  tags: Record<string, string>;
}

/** As Azure Resource Manager calls them; what is absent has Azure's default. */
export interface AccountProperties {
  readonly allowedFqdnList?: readonly string[];
  readonly allowProjectManagement?: boolean;
  readonly customSubDomainName?: string;
  readonly disableLocalAuth?: boolean;
  readonly dynamicThrottlingEnabled?: boolean;
  readonly publicNetworkAccess?: "Enabled" | "Disabled";
  readonly restrictOutboundNetworkAccess?: boolean;
  /** Arguments that Azure gives back as they were sent, by their name in the provider. What is not sent stays as it was. */
  readonly echoed?: Readonly<Record<string, unknown>>;
}

/** A Cognitive Services account as Azure Resource Manager holds it. */
export interface AccountRecord {
  readonly name: string;
  readonly group: string;
  readonly location: string;
  readonly kind: string;
  sku: { name: string };
  tags: Record<string, string>;
  properties: AccountProperties;
  identity?: { readonly type: string; readonly identityIds: readonly string[] } | undefined;
  keys: { key1: string; key2: string };
}
