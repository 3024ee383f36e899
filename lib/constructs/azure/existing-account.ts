import { DataAzurermCognitiveAccount } from "@cdktf/provider-azurerm/lib/data-azurerm-cognitive-account";
import type { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { Construct } from "constructs";
import type { ISpeechAccount } from "../account";
import type { SpeechApiKey } from "../api-key";
import { concreteOr, judgeAccount } from "../judge-account";
import type { KeySlot } from "../key-slot";
import { apiKeyOf } from "./api-key-of";

export interface ExistingSpeechAccountProps {
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

export function existingAccount(scope: Construct, id: string, props: ExistingSpeechAccountProps): ISpeechAccount {
  return new ExistingSpeechAccount(scope, id, props);
}

class ExistingSpeechAccount extends Construct implements ISpeechAccount {
  public readonly endpoint: string;
  public readonly apiKey: SpeechApiKey;
  public readonly accountId: string;

  public constructor(scope: Construct, id: string, props: ExistingSpeechAccountProps) {
    super(scope, id);
    const { name, resourceGroupName, keySlot, provider } = props;
    judgeAccount(this, {
      kind: "existing",
      name: concreteOr(name, "known-later"),
      resourceGroup: concreteOr(resourceGroupName, "known-later"),
    });
    // No dependsOn: it would make the key unknown at each plan and replace every container.
    const account = new DataAzurermCognitiveAccount(this, "Default", {
      name,
      resourceGroupName,
      provider,
    });
    this.endpoint = account.endpoint;
    this.accountId = account.id;
    this.apiKey = apiKeyOf(account, keySlot);
  }
}
