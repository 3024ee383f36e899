import type { ImageReference } from "../../domain";

/** A reference by its parts; without a tag it means `latest`, without a registry Docker's own. Nothing is judged. */
export function readReference(text: string): ImageReference {
  const [name = "", digest] = text.split("@");
  const slash = name.lastIndexOf("/");
  const colon = name.indexOf(":", slash + 1);
  const path = colon < 0 ? name : name.slice(0, colon);
  const [first = "", ...rest] = path.split("/");
  const hasRegistry = rest.length > 0 && /[.:]|^localhost$/.test(first);
  return {
    registry: hasRegistry ? first : "docker.io",
    repository: hasRegistry ? rest.join("/") : path,
    tag: colon < 0 ? "latest" : name.slice(colon + 1),
    ...(digest === undefined ? {} : { digest }),
  };
}
