import { createHash } from "node:crypto";
import { EngineError } from "./error";
import type { EngineRecord, ImageRecord } from "./records";

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Images with one content are one image. */
export const imageIdOf = (content: string): string => `sha256:${digestOf(`image ${content}`)}`;

interface Parts {
  readonly repository: string;
  readonly tag: string;
  readonly digest: string;
}

function partsOf(reference: string): Parts {
  const [name = "", digest = ""] = reference.split("@");
  const colon = name.indexOf(":", name.lastIndexOf("/") + 1);
  const repository = (colon < 0 ? name : name.slice(0, colon)).replace(/^docker\.io\/(library\/)?/, "");
  return { repository, tag: colon < 0 ? "" : name.slice(colon + 1), digest };
}

const tagged = ({ repository, tag }: Parts): string => `${repository}:${tag || "latest"}`;

/** The image that a reference, an id or the beginning of an id names. */
export function findImage(engine: EngineRecord, reference: string): ImageRecord | undefined {
  const { images } = engine;
  const hex = reference.replace(/^sha256:/, "");
  if (/^[0-9a-f]{12,64}$/.test(hex)) {
    const byId = images.find((image) => image.id.startsWith(`sha256:${hex}`));
    if (byId) return byId;
  }
  const parts = partsOf(reference);
  if (parts.digest) return images.find((image) => image.digests.includes(`${parts.repository}@${parts.digest}`));
  return images.find((image) => image.tags.includes(tagged(parts)));
}

/** Gives a tag to the image with this content, which is made when it is not there; another image loses the tag. */
export function tagImage(engine: EngineRecord, reference: string, content: string): ImageRecord {
  const tag = tagged(partsOf(reference));
  for (const image of engine.images) image.tags = image.tags.filter((other) => other !== tag);
  const id = imageIdOf(content);
  let image = engine.images.find((other) => other.id === id);
  if (!image) {
    image = { id, tags: [], digests: [] };
    engine.images.push(image);
  }
  image.tags.push(tag);
  return image;
}

/** What the simulated registries have, and to whom they give it. */
export interface Registries {
  /** Whether the registry of this reference has the image. */
  readonly isPublished: (reference: string) => boolean;
  /** The user that a registry's host wants a login of; undefined: it asks nobody. */
  readonly userOf?: (host: string) => string | undefined;
}

/** A login of the provider at the registry of an image. */
export interface Login {
  readonly username: string;
  readonly password: string;
}

export const registryHost = (reference: string): string => partsOf(reference).repository.split("/")[0] ?? "";

/** Why a registry does not give an image. */
function refusal(reference: string): string {
  const { repository, tag } = partsOf(reference);
  const [registry = ""] = repository.split("/");
  const loopback = /^(localhost|127\.[\d.]+)(?::(\d+))?$/.exec(registry);
  if (loopback) {
    return `Get "http://${registry}/v2/": dial tcp 127.0.0.1:${loopback[2] ?? "80"}: connect: connection refused`;
  }
  if (!repository.includes("/") || !/[.:]/.test(registry)) {
    return `pull access denied for ${repository}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`;
  }
  const name = tag || "latest";
  return `manifest for ${repository}:${name} not found: manifest unknown: manifest tagged by "${name}" is not found`;
}

/** The digest that the registry of a reference gives of it. Throws what the registry refuses with. */
export function askRegistry(reference: string, { isPublished, userOf }: Registries, login?: Login): string {
  const host = registryHost(reference);
  const user = userOf?.(host);
  if (user !== undefined && (login?.username !== user || login.password === "")) {
    const { repository, tag } = partsOf(reference);
    const path = `${repository.slice(host.length + 1)}/manifests/${tag || "latest"}`;
    throw new EngineError(`Head "https://${host}/v2/${path}": unauthorized: authentication required`);
  }
  if (!isPublished(reference)) throw new EngineError(refusal(reference));
  const parts = partsOf(reference);
  return parts.digest || `sha256:${digestOf(`manifest ${tagged(parts)}`)}`;
}

export function pullImage(engine: EngineRecord, reference: string, registries: Registries, login?: Login): ImageRecord {
  const digest = askRegistry(reference, registries, login);
  const parts = partsOf(reference);
  const content = parts.digest || tagged(parts);
  const id = imageIdOf(content);
  const image = parts.digest
    ? (engine.images.find((other) => other.id === id) ?? { id, tags: [], digests: [] })
    : tagImage(engine, reference, content);
  if (!engine.images.includes(image)) engine.images.push(image);
  const name = `${parts.repository}@${digest}`;
  if (!image.digests.includes(name)) image.digests.push(name);
  return image;
}

const shortId = (id: string): string => id.replace(/^sha256:/, "").slice(0, 12);

/** Takes a tag away, and the image with its last one. */
export function removeImage(engine: EngineRecord, reference: string, force: boolean): void {
  const image = findImage(engine, reference);
  if (!image) throw new EngineError(`No such image: ${reference}`);
  const names =
    image.tags.length +
    image.digests.filter((digest) => !image.tags.some((tag) => digest.startsWith(`${partsOf(tag).repository}@`)))
      .length;
  const user = Object.values(engine.containers).find((container) => container.imageId === image.id);
  if (user && names <= 1 && !force) {
    throw new EngineError(
      `conflict: unable to remove repository reference ${JSON.stringify(reference)} (must force) - container ${shortId(user.id)} is using its referenced image ${shortId(image.id)}`,
    );
  }
  const parts = partsOf(reference);
  if (parts.digest) image.digests = image.digests.filter((digest) => digest !== `${parts.repository}@${parts.digest}`);
  else {
    image.tags = image.tags.filter((tag) => tag !== tagged(parts));
    if (!image.tags.some((tag) => partsOf(tag).repository === parts.repository)) {
      image.digests = image.digests.filter((digest) => !digest.startsWith(`${parts.repository}@`));
    }
  }
  if (image.tags.length + image.digests.length === 0 && !user) engine.images.splice(engine.images.indexOf(image), 1);
}

export const nameOfImage = (image: ImageRecord): string => image.tags[0] ?? image.digests[0] ?? image.id;
