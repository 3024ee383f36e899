import { mountpointOf } from "../../engine/volumes";
import type { ResourceData, ResourceType } from "../resource";
import { volumeBehaviours } from "./behaviours";
import { type DockerClient, explained, labelBlocks, labelMap } from "./client";

function readVolume(data: ResourceData, { engine }: DockerClient): void {
  const volume = engine.findVolume(data.id);
  if (!volume) {
    data.id = "";
    return;
  }
  data.set("name", volume.name);
  data.set("labels", labelBlocks(volume.labels));
  data.set("driver", volume.driver);
  data.set("driver_opts", { ...volume.options });
  data.set("mountpoint", mountpointOf(volume.name));
}

export const volume: ResourceType<DockerClient> = {
  behaviours: volumeBehaviours,
  async create(data, client) {
    const made = await explained("Unable to create volume", () =>
      client.engine.createVolume({
        name: data.text("name"),
        driver: data.text("driver"),
        labels: labelMap(data.objects("labels")),
        options: data.map("driver_opts"),
      }),
    );
    data.id = made.name;
    readVolume(data, client);
  },
  async read(data, client) {
    readVolume(data, client);
  },
  async delete(data, { engine }) {
    try {
      await engine.removeVolume(data.id);
    } catch (error) {
      if (!(error as Error).message.includes("volume is in use")) throw error;
      throw new Error("timeout while waiting for state to become 'removed' (last state: 'in_use', timeout: 30s)", {
        cause: error,
      });
    }
  },
};
