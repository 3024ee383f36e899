import { accountId, type AccountKey, type AccountProperties, type AccountRecord } from "../../azure";
import type { PlannedChange } from "../plan";
import type { DataType, ResourceData, ResourceType } from "../resource";
import { onlyBlock, textOf, type Value, type ValueObject } from "../value";
import { accountBehaviours, accountDataBehaviours, normalizeLocation } from "./behaviours";
import { type AzureClient, existsAlready, requested } from "./client";

function keyOf(id: string): AccountKey {
  const parts = id.split("/");
  return { group: parts[4] ?? "", name: parts[8] ?? "" };
}

const spoken = ({ group, name }: AccountKey, subscription: string): string =>
  `Account (Subscription: ${JSON.stringify(subscription)}\nResource Group Name: ${JSON.stringify(group)}\nAccount Name: ${JSON.stringify(name)})`;

/** Checks that need more than one argument, told when a plan is made. */
function customizePlan(change: PlannedChange): void {
  const kind = textOf(change.get("kind"));
  if (change.get("project_management_enabled") === true) {
    if (kind !== "AIServices") {
      throw new Error("`project_management_enabled` can only be set to `true` when `kind` is set to `AIServices`");
    }
    if (!onlyBlock(change.get("identity"))) {
      throw new Error(
        "for `project_management_enabled` to be set to `true`, a managed identity must be assigned. Please configure the `identity` block",
      );
    }
    if (change.hasChange("customer_managed_key") && !onlyBlock(change.get("customer_managed_key"))) {
      change.forceNew("customer_managed_key");
    }
  } else if (change.hasChange("project_management_enabled")) change.forceNew("project_management_enabled");
  if (change.get("dynamic_throttling_enabled") === true && ["OpenAI", "AIServices"].includes(kind)) {
    throw new Error(
      "`dynamic_throttling_enabled` is currently not supported when `kind` is set to `OpenAI` or `AIServices`",
    );
  }
  const bypass = onlyBlock(change.get("network_acls"))?.["bypass"];
  if (bypass && !["OpenAI", "AIServices", "TextAnalytics"].includes(kind)) {
    throw new Error(`\`network_acls.bypass\` cannot be set when \`kind\` is set to \`${kind}\``);
  }
  if (onlyBlock(change.get("network_injection")) && kind !== "AIServices") {
    throw new Error("the `network_injection` block is only supported when `kind` is set to `AIServices`");
  }
  if (change.hasChange("custom_subdomain_name") && change.prior("custom_subdomain_name") !== "") {
    change.forceNew("custom_subdomain_name");
  }
}

/** Arguments of one other kind of account, and what is said when they are set for this one. */
const ONLY_FOR = [
  [
    "custom_question_answering_search_service_id",
    "TextAnalytics",
    "the Search Service ID `custom_question_answering_search_service_id` can only be set when kind is set to `TextAnalytics`",
  ],
  [
    "custom_question_answering_search_service_key",
    "TextAnalytics",
    "the Search Service Key `custom_question_answering_search_service_key` can only be set when kind is set to `TextAnalytics`",
  ],
  [
    "metrics_advisor_aad_client_id",
    "MetricsAdvisor",
    "metrics_advisor_aad_client_id can only used set when kind is set to `MetricsAdvisor`",
  ],
  [
    "metrics_advisor_aad_tenant_id",
    "MetricsAdvisor",
    "metrics_advisor_aad_tenant_id can only used set when kind is set to `MetricsAdvisor`",
  ],
  [
    "metrics_advisor_super_user_name",
    "MetricsAdvisor",
    "metrics_advisor_super_user_name can only used set when kind is set to `MetricsAdvisor`",
  ],
  [
    "metrics_advisor_website_name",
    "MetricsAdvisor",
    "metrics_advisor_website_name can only used set when kind is set to `MetricsAdvisor`",
  ],
] as const;

/** What Azure gives back as it was sent. */
const ECHOED = [
  ..."customer_managed_key network_acls network_injection storage qna_runtime_endpoint".split(" "),
  ...ONLY_FOR.map(([name]) => name),
];

/** Whether the real provider sends it: an empty block leaves Azure's as it is, but for the key. */
const isSent = (name: string, value: Value, kind: string): boolean => {
  if (name === "qna_runtime_endpoint") return kind === "QnAMaker";
  return name === "customer_managed_key" || !Array.isArray(value) || value.length > 0;
};

function requestOf(data: ResourceData) {
  const kind = data.text("kind");
  const foreign = ONLY_FOR.find(([name, owner]) => data.text(name) !== "" && kind !== owner);
  if (foreign) throw new Error(foreign[2]);
  if (kind === "QnAMaker" && data.text("qna_runtime_endpoint") === "") {
    throw new Error("the QnAMaker runtime endpoint `qna_runtime_endpoint` is required when kind is set to `QnAMaker`");
  }
  const identity = data.objects("identity")[0];
  const echoed = ECHOED.map((name) => [name, data.get(name)] as const);
  return {
    sku: { name: data.text("sku_name") },
    tags: { ...data.map("tags") },
    identity: identity && { type: textOf(identity["type"]), identityIds: identity["identity_ids"] as string[] },
    properties: {
      allowedFqdnList: data.list("fqdns").map(textOf),
      allowProjectManagement: data.flag("project_management_enabled"),
      customSubDomainName: data.text("custom_subdomain_name"),
      disableLocalAuth: !data.flag("local_auth_enabled"),
      dynamicThrottlingEnabled: data.flag("dynamic_throttling_enabled"),
      publicNetworkAccess: data.flag("public_network_access_enabled") ? ("Enabled" as const) : ("Disabled" as const),
      restrictOutboundNetworkAccess: data.flag("outbound_network_access_restricted"),
      echoed: Object.fromEntries(echoed.filter(([name, value]) => isSent(name, value, kind))),
    } satisfies AccountProperties,
  };
}

function identityBlocks({ identity }: AccountRecord): ValueObject[] {
  if (!identity) return [];
  return [{ type: identity.type, identity_ids: [...identity.identityIds] }];
}

/** What resource and data source have in common. */
function setShared(data: ResourceData, { cloud }: AzureClient, account: AccountRecord): void {
  const hasKeys = account.properties.disableLocalAuth !== true;
  data.set("kind", account.kind);
  data.set("location", normalizeLocation(account.location));
  data.set("sku_name", account.sku.name);
  data.set("identity", identityBlocks(account));
  data.set("endpoint", cloud.endpointOf(account));
  data.set("local_auth_enabled", hasKeys);
  data.set("tags", { ...account.tags });
  if (!hasKeys) return;
  data.set("primary_access_key", account.keys.key1);
  data.set("secondary_access_key", account.keys.key2);
}

function readAccount(data: ResourceData, client: AzureClient): void {
  const key = keyOf(data.id);
  const account = client.cloud.findAccount(key);
  if (!account) {
    data.id = "";
    return;
  }
  const { properties } = account;
  setShared(data, client, account);
  data.set("name", key.name);
  data.set("resource_group_name", key.group);
  data.set("custom_subdomain_name", properties.customSubDomainName);
  data.set("dynamic_throttling_enabled", properties.dynamicThrottlingEnabled === true);
  data.set("fqdns", [...(properties.allowedFqdnList ?? [])]);
  data.set("outbound_network_access_restricted", properties.restrictOutboundNetworkAccess === true);
  data.set("project_management_enabled", properties.allowProjectManagement === true);
  data.set("public_network_access_enabled", properties.publicNetworkAccess !== "Disabled");
  const echoed = (properties.echoed ?? {}) as ValueObject;
  for (const name of ECHOED) {
    if (name !== "custom_question_answering_search_service_key") data.set(name, echoed[name]);
  }
}

export const account: ResourceType<AzureClient> = {
  behaviours: accountBehaviours,
  customizePlan,
  async create(data, client) {
    const { cloud, subscription } = client;
    const key = { group: data.text("resource_group_name"), name: data.text("name") };
    const id = accountId(key, subscription);
    if (cloud.findAccount(key)) throw existsAlready("azurerm_cognitive_account", id);
    const asked = {
      ...key,
      location: normalizeLocation(data.text("location")),
      kind: data.text("kind"),
      ...requestOf(data),
    };
    requested(`creating ${spoken(key, subscription)}: performing AccountsCreate`, () =>
      cloud.createAccount(asked, subscription),
    );
    data.id = id;
    readAccount(data, client);
  },
  async read(data, client) {
    readAccount(data, client);
  },
  async update(data, client) {
    const key = keyOf(data.id);
    requested(`updating ${spoken(key, client.subscription)}: performing AccountsUpdate`, () =>
      client.cloud.patchAccount(key, requestOf(data)),
    );
    readAccount(data, client);
  },
  async delete(data, { cloud, purgesAccounts, subscription }) {
    const key = keyOf(data.id);
    requested(`retrieving ${spoken(key, subscription)}`, () => cloud.deleteAccount(key));
    if (purgesAccounts) cloud.purgeAccount(key);
  },
};

export const accountData: DataType<AzureClient> = {
  behaviours: accountDataBehaviours,
  async read(data, client) {
    const key = { group: data.text("resource_group_name"), name: data.text("name") };
    const found = client.cloud.findAccount(key);
    if (!found) throw new Error(`${spoken(key, client.subscription)} was not found`);
    data.id = accountId(key, client.subscription);
    setShared(data, client, found);
  },
};
