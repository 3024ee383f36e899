/** A container image as it is named: by tag, by digest, by both. */
export interface ImageName {
  /** Host name, with a port if it has one; Docker's own where none is written. */
  readonly registry: string;
  readonly repository: string;
  /** Absent: `latest` is meant, or the digest decides. */
  readonly tag?: string;
  readonly digest?: string;
}

const DOCKER_HUB = "docker.io";

/** The parts of an image's name; undefined for the id of an image (`sha256:…`) and for what is no name. */
export function parseImageName(text: string): ImageName | undefined {
  const [name = "", digest] = text.split("@");
  const slash = name.indexOf("/");
  const host = name.slice(0, Math.max(slash, 0));
  const isHost = /[.:]/.test(host) || host === "localhost";
  const path = isHost ? name.slice(slash + 1) : name;
  const [, repository, tag] = /^([\w./-]+)(?::([\w][\w.-]*))?$/.exec(path) ?? [];
  if (repository === undefined || text.startsWith("sha256:")) return undefined;
  return {
    registry: isHost ? host : DOCKER_HUB,
    repository,
    ...(tag === undefined ? {} : { tag }),
    ...(digest === undefined ? {} : { digest }),
  };
}
