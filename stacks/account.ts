import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { type TerraformStack, TerraformVariable } from "cdktf";
import type { ISpeechAccount, ITextAnalyticsAccount } from "../lib/constructs/account";
import { SpeechApiKey } from "../lib/constructs/api-key";
import { SpeechAccount } from "../lib/constructs/azure/speech-account";
import { SpeechSku } from "../lib/constructs/azure/speech-sku";
import { TextAnalyticsAccount } from "../lib/constructs/azure/text-analytics-account";
import { TextAnalyticsSku } from "../lib/constructs/azure/text-analytics-sku";
import { KeySlot } from "../lib/constructs/key-slot";
import { literals } from "../lib/constructs/literals";
import type { AccountPlan, CreatedAccountPlan, DeploymentPlan, SitePlan } from "../lib/domain/plan";
import { usesLicenseAccount } from "../lib/domain/license-step";
import { usesTextAnalytics } from "../lib/domain/sentiment";
import { annotateOrigin } from "./origins";
import { addAzure } from "./providers";

/** The construct ids of the accounts in every stack, and so their Terraform addresses: a published contract. */
const speechId = "speech";
const textAnalyticsId = "text_analytics";
const licenseId = "license";

/** What the containers of a stack are billed to. */
export interface Accounts {
  readonly account: ISpeechAccount;
  /** Absent where no container is wired to it. */
  readonly textAnalytics?: ITextAnalyticsAccount;
  /** Absent where no container takes its licence from it. */
  readonly licenseAccount?: ISpeechAccount;
}

/** The accounts in the stack that owns them: those that the plan makes, with the resource groups that are to be made. */
export function createAccounts(stack: TerraformStack, plan: DeploymentPlan): Partial<Accounts> {
  const groups = createGroups(stack, plan);
  const { account, textAnalytics, licenseAccount } = plan;
  return {
    ...(account.kind === "create" ? { account: createSpeech(stack, speechId, { plan, account, groups }) } : {}),
    ...(licenseAccount?.kind === "create"
      ? { licenseAccount: createSpeech(stack, licenseId, { plan, account: licenseAccount, groups }) }
      : {}),
    ...(textAnalytics?.kind === "create"
      ? { textAnalytics: createTextAnalytics(stack, plan, textAnalytics, groups) }
      : {}),
  };
}

/**
 * The accounts in a stack that only uses them. They are read by name, so that no key crosses from one stack's state to
 * another's; an account known by its endpoint alone takes its key from a variable.
 */
export function readAccounts(
  stack: TerraformStack,
  { account, textAnalytics, licenseAccount }: DeploymentPlan,
  { containers }: SitePlan,
  made: Partial<Accounts> = {},
): Accounts {
  const isUsed = containers.some(({ settings }) => usesTextAnalytics(settings));
  const text =
    made.textAnalytics ?? (textAnalytics !== undefined && isUsed ? readTextAnalytics(stack, textAnalytics) : undefined);
  const licensed =
    licenseAccount !== undefined && containers.some(({ licenseStep }) => usesLicenseAccount(licenseStep));
  const license = made.licenseAccount ?? (licensed ? readSpeech(stack, licenseId, licenseAccount) : undefined);
  return {
    account: made.account ?? readSpeech(stack, speechId, account),
    ...(license === undefined ? {} : { licenseAccount: license }),
    ...(text === undefined ? {} : { textAnalytics: text }),
  };
}

type Groups = ReadonlyMap<string, ResourceGroup>;

/** A group that several accounts name is one group, made once if either says so. */
function createGroups(stack: TerraformStack, plan: DeploymentPlan): Groups {
  const groups = new Map<string, ResourceGroup>();
  const accounts = [
    ["group", plan.account],
    ["text_analytics_group", plan.textAnalytics],
    ["license_group", plan.licenseAccount],
  ] as const;
  for (const [id, account] of accounts) {
    if (account?.kind !== "create" || !account.resourceGroup.create || groups.has(groupKey(account))) {
      continue;
    }
    addAzure(stack);
    const { resourceGroup, location, source } = account;
    const group = new ResourceGroup(stack, id, { name: resourceGroup.name, location, tags: tagsOf(plan) });
    annotateOrigin(group, source, { profile: plan.profile });
    groups.set(groupKey(account), group);
  }
  return groups;
}

/** Azure's names of groups have no case. */
function groupKey({ resourceGroup }: CreatedAccountPlan): string {
  return resourceGroup.name.toLowerCase();
}

interface AccountToMake {
  readonly plan: DeploymentPlan;
  readonly account: CreatedAccountPlan;
  readonly groups: Groups;
}

function createSpeech(stack: TerraformStack, id: string, { plan, account, groups }: AccountToMake): ISpeechAccount {
  addAzure(stack);
  const props = { ...accountProps(plan, account, groups), sku: SpeechSku.of(account.sku) };
  const created = new SpeechAccount(stack, id, props);
  annotateOrigin(created.resource, account.source, { profile: plan.profile });
  return created;
}

function createTextAnalytics(
  stack: TerraformStack,
  plan: DeploymentPlan,
  account: CreatedAccountPlan,
  groups: Groups,
): ITextAnalyticsAccount {
  addAzure(stack);
  const props = { ...accountProps(plan, account, groups), sku: TextAnalyticsSku.of(account.sku) };
  const created = new TextAnalyticsAccount(stack, textAnalyticsId, props);
  annotateOrigin(created.resource, account.source, { profile: plan.profile });
  return created;
}

function accountProps(plan: DeploymentPlan, account: CreatedAccountPlan, groups: Groups) {
  const { name, location, resourceGroup, keySlot, customSubdomain, network, protect } = account;
  return {
    name,
    location,
    resourceGroupName: groups.get(groupKey(account))?.name ?? resourceGroup.name,
    keySlot: KeySlot.of(keySlot),
    customSubdomain,
    publicAccess: network?.publicAccess,
    allowedAddresses: network?.allowedAddresses,
    protect,
    tags: tagsOf(plan),
  };
}

function tagsOf({ tags }: DeploymentPlan): Readonly<Record<string, string>> | undefined {
  return Object.keys(tags).length === 0 ? undefined : literals({ ...tags });
}

function readSpeech(stack: TerraformStack, id: string, account: AccountPlan): ISpeechAccount {
  if (account.kind === "endpoint") {
    const { endpoint } = account;
    const apiKey = keyVariable(stack, `${id}_api_key`, `A key of the Speech account at ${endpoint}`);
    return SpeechAccount.fromAttributes(stack, id, { endpoint, apiKey });
  }
  addAzure(stack);
  return SpeechAccount.fromExisting(stack, id, existingProps(account));
}

function readTextAnalytics(stack: TerraformStack, account: AccountPlan): ITextAnalyticsAccount {
  if (account.kind === "endpoint") {
    const { endpoint } = account;
    const apiKey = keyVariable(stack, "text_analytics_api_key", `A key of the Text Analytics account at ${endpoint}`);
    return TextAnalyticsAccount.fromAttributes(stack, textAnalyticsId, { endpoint, apiKey });
  }
  addAzure(stack);
  return TextAnalyticsAccount.fromExisting(stack, textAnalyticsId, existingProps(account));
}

/** The description is without expressions: the planner and the construct refuse them in endpoints (SPC309). */
function keyVariable(stack: TerraformStack, name: string, description: string): SpeechApiKey {
  return SpeechApiKey.fromVariable(
    new TerraformVariable(stack, name, { type: "string", sensitive: true, description }),
  );
}

function existingProps(account: Exclude<AccountPlan, { readonly kind: "endpoint" }>) {
  return {
    name: account.name,
    resourceGroupName: account.kind === "existing" ? account.resourceGroup : account.resourceGroup.name,
    keySlot: KeySlot.of(account.keySlot),
  };
}
