export interface GroupRecord {
  readonly name: string;
  readonly location: string;
  managedBy?: string;
  tags: Record<string, string>;
}

/** A Cognitive Services account as Azure Resource Manager holds it. */
export interface AccountRecord {
  readonly name: string;
  readonly group: string;
  readonly location: string;
  readonly kind: string;
  sku: { name: string };
  tags: Record<string, string>;
  /** As sent by the provider, such as `publicNetworkAccess`, `disableLocalAuth`, `customSubDomainName`. */
  properties: Record<string, unknown>;
  identity?: Record<string, unknown>;
  keys: { key1: string; key2: string };
}
