import { accountId, type GroupRecord } from "../../azure";
import type { DataType, ResourceData, ResourceType } from "../resource";
import { groupBehaviours, groupDataBehaviours, normalizeLocation } from "./behaviours";
import { type AzureClient, existsAlready } from "./client";

const groupId = (name: string, subscription: string): string => `/subscriptions/${subscription}/resourceGroups/${name}`;

const spoken = (name: string, subscription: string): string =>
  `Resource Group (Subscription: ${JSON.stringify(subscription)}\nResource Group Name: ${JSON.stringify(name)})`;

const nameOf = (id: string): string => id.split("/")[4] ?? "";

function setGroup(data: ResourceData, group: GroupRecord): void {
  data.set("name", nameOf(data.id));
  data.set("location", normalizeLocation(group.location));
  data.set("managed_by", group.managedBy ?? "");
  data.set("tags", { ...group.tags });
}

function readGroup(data: ResourceData, { cloud }: AzureClient): void {
  const found = cloud.findGroup(nameOf(data.id));
  if (found) setGroup(data, found);
  else data.id = "";
}

const managedBy = (data: ResourceData) => {
  const owner = data.text("managed_by");
  return owner === "" ? {} : { managedBy: owner };
};

const stillFull = (name: string, ids: readonly string[]): Error =>
  new Error(
    `deleting Resource Group ${JSON.stringify(name)}: the Resource Group still contains Resources.

Terraform is configured to check for Resources within the Resource Group when deleting the Resource Group - and
raise an error if nested Resources still exist to avoid unintentionally deleting these Resources.

Terraform has detected that the following Resources still exist within the Resource Group:

${ids.map((id) => `* \`${id}\``).join("\n")}

This feature is intended to avoid the unintentional destruction of nested Resources provisioned through some
other means (for example, an ARM Template Deployment) - as such you must either remove these Resources, or
disable this behaviour using the feature flag \`prevent_deletion_if_contains_resources\` within the \`features\`
block when configuring the Provider, for example:

provider "azurerm" {
  features {
    resource_group {
      prevent_deletion_if_contains_resources = false
    }
  }
}

When that feature flag is set, Terraform will skip checking for any Resources within the Resource Group and
delete this using the Azure API directly (which will clear up any nested resources).

More information on the \`features\` block can be found in the documentation:
https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/features-block
`,
  );

export const group: ResourceType<AzureClient> = {
  behaviours: groupBehaviours,
  async create(data, client) {
    const name = data.text("name");
    const id = groupId(name, client.subscription);
    if (client.cloud.findGroup(name)) throw existsAlready("azurerm_resource_group", id);
    const location = normalizeLocation(data.text("location"));
    client.cloud.putGroup({ name, location, tags: data.map("tags"), ...managedBy(data) });
    data.id = id;
    readGroup(data, client);
  },
  async read(data, client) {
    readGroup(data, client);
  },
  async update(data, client) {
    const found = client.cloud.findGroup(nameOf(data.id));
    if (found)
      client.cloud.putGroup({ name: found.name, location: found.location, tags: data.map("tags"), ...managedBy(data) });
    readGroup(data, client);
  },
  async delete(data, { cloud, keepsFullGroups, subscription }) {
    const name = nameOf(data.id);
    const inside = cloud.accounts().filter((account) => account.group.toLowerCase() === name.toLowerCase());
    if (keepsFullGroups && inside.length > 0) {
      throw stillFull(name, inside.map((account) => accountId(account, subscription)).sort());
    }
    cloud.deleteGroup(name);
  },
};

export const groupData: DataType<AzureClient> = {
  behaviours: groupDataBehaviours,
  async read(data, { cloud, subscription }) {
    const name = data.text("name");
    const found = cloud.findGroup(name);
    if (!found) throw new Error(`${JSON.stringify(spoken(name, subscription))} was not found`);
    data.id = groupId(name, subscription);
    setGroup(data, found);
  },
};
