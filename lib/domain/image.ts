import { isPort } from "./ports";

/** A container image by its parts, all in the registry's own spelling (lower case). */
export interface ImageReference {
  /** Host name, with a port if it has one. */
  readonly registry: string;
  /** Path below the registry, such as `azure-cognitive-services/speechservices/speech-to-text`. */
  readonly repository: string;
  readonly tag: string;
  /** `sha256:…`; when present the image is pinned. */
  readonly digest?: string;
}

/** A registry as it is configured: a host and the path below which a mirror keeps its copies. */
export interface RegistryPlace {
  readonly host: string;
  readonly prefix?: string;
  /** Absent: nobody has to log in. */
  readonly username?: string;
}

const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;
const LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
const HOST = new RegExp(`^(?:${LABEL}(?:\\.${LABEL})+(?::\\d{1,5})?|${LABEL}:\\d{1,5}|localhost)$`);
const PATH_PART = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const LONGEST_REGISTRY = 200;

/** What Docker takes as a tag at all; whether it is one of ours, the tag grammar says. */
export function isTag(word: string): boolean {
  return TAG.test(word);
}

export function isDigest(word: string): boolean {
  return DIGEST.test(word);
}

/** `contoso.azurecr.io/mirror` by its parts; undefined if it is not a registry. */
export function parseRegistry(given: string): RegistryPlace | undefined {
  const [host = "", ...path] = given.split("/");
  const [, port = "1"] = /:(\d+)$/.exec(host) ?? [];
  if (
    given.length > LONGEST_REGISTRY ||
    !HOST.test(host) ||
    !isPort(Number(port)) ||
    !path.every((part) => PATH_PART.test(part))
  ) {
    return undefined;
  }
  return path.length === 0 ? { host } : { host, prefix: path.join("/") };
}

/** The image's repository in a registry, below the mirror's path if there is one. */
export function inRegistry(repository: string, { host, prefix }: RegistryPlace): Omit<ImageReference, "tag"> {
  return { registry: host, repository: prefix === undefined ? repository : `${prefix}/${repository}` };
}

/** `registry/repository:tag`, with `@sha256:…` behind it when the image is pinned. */
export function renderReference({ registry, repository, tag, digest }: ImageReference): string {
  return `${registry}/${repository}:${tag}${digest === undefined ? "" : `@${digest}`}`;
}
