import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { type TerraformStack, TerraformVariable } from "cdktf";
import type { ISpeechAccount } from "../lib/constructs/account";
import { SpeechApiKey } from "../lib/constructs/api-key";
import { SpeechAccount } from "../lib/constructs/azure/speech-account";
import { SpeechSku } from "../lib/constructs/azure/speech-sku";
import { KeySlot } from "../lib/constructs/key-slot";
import type { AccountPlan, CreatedAccountPlan, DeploymentPlan } from "../lib/domain/plan";
import { annotateOrigin } from "./origins";
import { literals } from "../lib/constructs/literals";
import { addAzure } from "./providers";

/** The construct id of the account in every stack, and so its Terraform address: a published contract. */
const accountId = "speech";

/** The account in the stack that owns it, with its resource group if that is to be made. */
export function createAccount(
  stack: TerraformStack,
  plan: DeploymentPlan,
  account: CreatedAccountPlan,
): ISpeechAccount {
  addAzure(stack);
  const tags = Object.keys(plan.tags).length === 0 ? undefined : literals({ ...plan.tags });
  const facts = { profile: plan.profile };
  const { resourceGroup, network } = account;
  let resourceGroupName = resourceGroup.name;
  if (resourceGroup.create) {
    const group = new ResourceGroup(stack, "group", { name: resourceGroup.name, location: account.location, tags });
    annotateOrigin(group, account.source, facts);
    resourceGroupName = group.name;
  }
  const created = new SpeechAccount(stack, accountId, {
    name: account.name,
    location: account.location,
    resourceGroupName,
    sku: SpeechSku.of(account.sku),
    keySlot: KeySlot.of(account.keySlot),
    customSubdomain: account.customSubdomain,
    publicAccess: network?.publicAccess,
    allowedAddresses: network?.allowedAddresses,
    protect: account.protect,
    tags,
  });
  annotateOrigin(created.resource, account.source, facts);
  return created;
}

/**
 * The account in a stack that only uses it. It is read by name, so that no key crosses from one stack's state to
 * another's; an account known by its endpoint alone takes its key from the variable `speech_api_key`.
 */
export function readAccount(stack: TerraformStack, account: AccountPlan): ISpeechAccount {
  if (account.kind === "endpoint") {
    // Without expressions: the planner and the construct refuse them (SPC309).
    const { endpoint } = account;
    const variable = new TerraformVariable(stack, "speech_api_key", {
      type: "string",
      sensitive: true,
      description: `A key of the Speech account at ${endpoint}`,
    });
    const apiKey = SpeechApiKey.fromVariable(variable);
    return SpeechAccount.fromAttributes(stack, accountId, { endpoint, apiKey });
  }
  addAzure(stack);
  return SpeechAccount.fromExisting(stack, accountId, {
    name: account.name,
    resourceGroupName: account.kind === "existing" ? account.resourceGroup : account.resourceGroup.name,
    keySlot: KeySlot.of(account.keySlot),
  });
}
