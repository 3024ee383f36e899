import { registryHost } from "../../engine/images";
import type { ImageRecord } from "../../engine/records";
import type { DataType, ResourceData, ResourceType } from "../resource";
import { imageBehaviours } from "./behaviours";
import { type DockerClient, explained } from "./client";

/** The digest under which a registry knows the image, of several the one of this repository. */
function repositoryDigest(name: string, image: ImageRecord): string {
  const repository = name.split(":")[0] ?? name;
  return image.digests.find((digest) => digest.startsWith(repository)) ?? image.digests[0] ?? "";
}

/** Finds the image here or pulls it, in the words of the real provider when it fails. */
export function obtainImage({ engine, logins }: DockerClient, name: string): Promise<ImageRecord> {
  if (name === "") throw new Error("empty image name is not allowed");
  return explained(`unable to pull image ${name}: error pulling image ${name}`, () =>
    engine.ensureImage(name, logins.get(registryHost(name))),
  );
}

function readImage(data: ResourceData, { engine }: DockerClient): void {
  const name = data.text("name");
  const image = engine.findImage(name);
  if (!image) {
    data.id = "";
    return;
  }
  data.id = image.id + name;
  data.set("image_id", image.id);
  data.set("repo_digest", repositoryDigest(name, image));
}

async function makeImage(data: ResourceData, client: DockerClient): Promise<ImageRecord> {
  if (data.list("build").length > 0) {
    throw new Error("Error running legacy build: the sandbox builds no images; give the name of one that it has");
  }
  return explained("Unable to read Docker image into resource", () => obtainImage(client, data.text("name")));
}

export const image: ResourceType<DockerClient> = {
  behaviours: imageBehaviours,
  async create(data, client) {
    data.id = (await makeImage(data, client)).id + data.text("name");
    readImage(data, client);
  },
  async read(data, client) {
    readImage(data, client);
  },
  async update(data, client) {
    await makeImage(data, client);
    readImage(data, client);
  },
  async delete(data, { engine }) {
    const name = data.text("name");
    if (data.flag("keep_locally") || !engine.findImage(name)) return;
    await explained("Unable to remove Docker image", () => engine.removeImage(name, data.flag("force_remove")));
  },
};

export const imageData: DataType<DockerClient> = {
  behaviours: {},
  async read(data, { engine }) {
    const name = data.text("name");
    const found = engine.findImage(name);
    if (!found) throw new Error(`did not find docker image '${name}'`);
    data.id = found.id;
    data.set("repo_digest", repositoryDigest(name, found));
  },
};
