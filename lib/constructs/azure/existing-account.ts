import { DataAzurermCognitiveAccount } from "@cdktf/provider-azurerm/lib/data-azurerm-cognitive-account";
import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { Construct } from "constructs";
import { type AccountRole, accountKinds } from "../../domain/account-kinds";
import type { SpeechApiKey } from "../api-key";
import { concreteOr, judgeAccount } from "../judge-account";
import type { KeySlot } from "../key-slot";
import { apiKeyOf } from "./api-key-of";
import type { AzureKind } from "./azure-kind";

export interface ExistingAccountProps {
  /** The name of the account. */
  readonly name: string;

  /** The resource group that the account is in. */
  readonly resourceGroupName: string;

  /**
   * Which of the two keys `apiKey` is.
   *
   * @default KeySlot.PRIMARY
   */
  readonly keySlot?: KeySlot;

  /**
   * The azurerm provider, where the stack has several.
   *
   * @default - the stack's only azurerm provider
   */
  readonly provider?: AzurermProvider;
}

/** An account that exists: read by data source at each plan, never changed. */
export class ExistingAccount<Role extends AccountRole> extends Construct {
  public readonly kind: AzureKind<Role>;
  public readonly endpoint: string;
  public readonly apiKey: SpeechApiKey;
  public readonly accountId: string;

  public constructor(scope: Construct, id: string, role: Role, props: ExistingAccountProps) {
    super(scope, id);
    const { name, resourceGroupName, keySlot, provider } = props;
    const request = {
      kind: "existing",
      name: concreteOr(name, "known-later"),
      resourceGroup: concreteOr(resourceGroupName, "known-later"),
    } as const;
    judgeAccount(this, request, role);
    // No dependsOn: it would make the key unknown at each plan and replace every container.
    const account = new DataAzurermCognitiveAccount(this, "Default", {
      name,
      resourceGroupName,
      provider,
    });
    this.kind = accountKinds[role].kind.value;
    this.endpoint = account.endpoint;
    this.accountId = account.id;
    this.apiKey = apiKeyOf(account, keySlot);
  }
}
