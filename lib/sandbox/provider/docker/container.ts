import type { ContainerRecord } from "../../engine/records";
import type { ResourceData, ResourceType } from "../resource";
import { PluginCrash } from "../service";
import { containerBehaviours } from "./behaviours";
import { type DockerClient, explained } from "./client";
import { containerSettings } from "./container-settings";
import { setContainerState } from "./container-state";
import { obtainImage } from "./image";
import { textOf } from "../value";

/** The real provider looks at a new container after so many milliseconds. */
const FIRST_LOOK = 100;
const delay = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

const isRunning = ({ status }: ContainerRecord): boolean => status === "running" || status === "restarting";

/** One that was waited for to its end (`attach`) is not stopped first, so nothing complains when it is gone. */
async function removeContainer(data: ResourceData, { engine }: DockerClient): Promise<void> {
  if (!engine.findContainer(data.id)) {
    if (data.flag("attach")) return void (data.id = "");
    throw new Error(`Error stopping container ${data.id}: Error response from daemon: No such container: ${data.id}`);
  }
  await engine.removeContainer(data.id);
  data.id = "";
}

/** Waits for a health check as long as the container is starting; a check that fails is not waited for. */
async function waitForHealth(data: ResourceData, { engine }: DockerClient, id: string): Promise<void> {
  const { health } = engine.inspectContainer(id).settings;
  if (!health || health.test.length === 0 || health.test[0] === "NONE") {
    throw new Error(
      "you have supplied a 'wait' argument, but the container does not have a healthcheck defined. Please remove the 'wait' argument or add a 'healthcheck' attribute",
    );
  }
  const deadline = Date.now() + 1000 * data.number("wait_timeout");
  let found = engine.probe(id);
  while (found === "starting" && Date.now() < deadline) {
    await delay(FIRST_LOOK);
    found = engine.probe(id);
  }
  if (found !== "healthy") throw new Error("container failed to be in healthy state");
}

async function readContainer(data: ResourceData, client: DockerClient): Promise<void> {
  const { engine } = client;
  const container = engine.findContainer(data.id);
  if (!container) {
    data.id = "";
    return;
  }
  if (!isRunning(container) && data.flag("must_run")) {
    const { finishedAt } = container;
    await removeContainer(data, client);
    if (client.startedAt === 0) return;
    const exitedAtOnce = finishedAt >= client.startedAt;
    throw new Error(exitedAtOnce ? "container exited immediately" : "container failed to be in running state");
  }
  setContainerState(data, engine, container);
}

function joinNetworks(data: ResourceData, { engine }: DockerClient, id: string): void {
  const networks = data.objects("networks_advanced").map((network) => ({
    name: textOf(network["name"]),
    aliases: (network["aliases"] as string[] | undefined) ?? [],
    address: textOf(network["ipv4_address"]),
  }));
  if (networks.length > 0) engine.connect(id, networks);
}

const UPLOAD_SOURCES = ["content", "content_base64", "source"] as const;

function checkUploads(data: ResourceData): void {
  for (const upload of data.objects("upload")) {
    const given = UPLOAD_SOURCES.filter((name) => upload[name] !== "").length;
    const which = "of 'content', 'content_base64', or 'source'";
    if (given === 0) throw new Error(`error with upload content: one ${which} must be set`);
    if (given > 1) throw new Error(`error with upload content: only one ${which} can be set`);
  }
}

async function makeContainer(data: ResourceData, client: DockerClient): Promise<ContainerRecord> {
  const name = data.text("image");
  await explained(`Unable to create container with image ${name}`, () => obtainImage(client, name));
  const settings = containerSettings(data);
  if (data.text("cpus") !== "") throw new PluginCrash();
  return explained("Unable to create container", () => client.engine.createContainer(settings));
}

async function startContainer(data: ResourceData, client: DockerClient, id: string): Promise<void> {
  client.startedAt = Date.now();
  await explained("Unable to start container", () => client.engine.startContainer(id));
  if (data.flag("wait")) await waitForHealth(data, client, id);
  // However it ends: the real provider does not look at the exit code.
  if (data.flag("attach")) await client.engine.ended(id);
  else await delay(FIRST_LOOK);
}

const UPDATABLE = ["restart", "max_retry_count", "cpu_shares", "memory", "cpu_set", "memory_swap"];

export const container: ResourceType<DockerClient> = {
  behaviours: containerBehaviours,
  async create(data, client) {
    const { id } = await makeContainer(data, client);
    data.id = id;
    joinNetworks(data, client, id);
    checkUploads(data);
    if (data.flag("start")) await startContainer(data, client, id);
    await readContainer(data, client);
  },
  read: readContainer,
  async update(data, { engine }) {
    if (!UPDATABLE.some((name) => data.hasChange(name))) return;
    const { memory, memorySwap, cpuShares, cpuSet, restart } = containerSettings(data);
    await explained("Unable to update a container", () =>
      engine.updateContainer(data.id, { memory, memorySwap, cpuShares, cpuSet, restart }),
    );
  },
  delete: removeContainer,
};
