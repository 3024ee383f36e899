import type { AddressRange, NetworkRecord } from "../../engine/records";
import type { DataType, ResourceData, ResourceType } from "../resource";
import { textOf, type ValueObject } from "../value";
import { networkBehaviours } from "./behaviours";
import { type DockerClient, explained, labelBlocks, labelMap } from "./client";

const toBlock = (range: AddressRange): ValueObject => ({
  subnet: range.subnet,
  gateway: range.gateway,
  ip_range: range.ipRange,
  aux_address: { ...range.auxAddress },
});

const toRange = (block: ValueObject): AddressRange => ({
  subnet: textOf(block["subnet"]),
  gateway: textOf(block["gateway"]),
  ipRange: textOf(block["ip_range"]),
  auxAddress: block["aux_address"] as Record<string, string>,
});

function setShared(data: ResourceData, network: NetworkRecord): void {
  data.id = network.id;
  data.set("name", network.name);
  data.set("driver", network.driver);
  data.set("internal", network.internal);
  data.set("scope", network.scope);
  data.set("options", { ...network.options });
  data.set("ipam_config", network.ranges.map(toBlock));
}

function readNetwork(data: ResourceData, { engine }: DockerClient): void {
  const network = engine.record.networks.find(({ id }) => id === data.id);
  if (!network) {
    data.id = "";
    return;
  }
  setShared(data, network);
  data.set("labels", labelBlocks(network.labels));
  data.set("attachable", network.attachable);
  data.set("ingress", network.ingress);
  data.set("ipv6", network.ipv6);
  data.set("ipam_driver", network.ipamDriver);
  data.set("ipam_options", { ...network.ipamOptions });
}

export const network: ResourceType<DockerClient> = {
  behaviours: networkBehaviours,
  async create(data, client) {
    const made = await explained("Unable to create network", () =>
      client.engine.createNetwork({
        name: data.text("name"),
        driver: data.text("driver"),
        internal: data.flag("internal"),
        attachable: data.flag("attachable"),
        ingress: data.flag("ingress"),
        ipv6: data.flag("ipv6"),
        labels: labelMap(data.objects("labels")),
        options: data.map("options"),
        ipamDriver: data.text("ipam_driver"),
        ipamOptions: data.map("ipam_options"),
        ranges: data.objects("ipam_config").map(toRange),
      }),
    );
    data.id = made.id;
    readNetwork(data, client);
  },
  async read(data, client) {
    readNetwork(data, client);
  },
  async delete(data, { engine }) {
    if (!engine.record.networks.some(({ id }) => id === data.id)) return;
    try {
      engine.removeNetwork(data.id);
    } catch (error) {
      if (!(error as Error).message.includes("has active endpoints")) throw error;
      throw new Error("timeout while waiting for state to become 'removed' (last state: 'pending', timeout: 30s)", {
        cause: error,
      });
    }
  },
};

export const networkData: DataType<DockerClient> = {
  behaviours: {},
  async read(data, { engine }) {
    const name = data.text("name");
    setShared(data, await explained("Could not find docker network", () => engine.inspectNetwork(name)));
  },
};
