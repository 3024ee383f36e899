import { holdsSecret } from "../../domain";
import { reservedFor } from "../../domain/catalogue/reserved-settings";
import type { Addition, Reading } from "./additions";
import type { Other } from "./found";
import { type Given, isPlaceholder, isSecret, lost } from "./given";

/** A value that names a secret inside of it, such as a connection string. */
const SECRET_INSIDE = /(?:password|pwd|secret|token|key)\s*=/i;

/** What has no key of its own is passed on as it is, where that means the same. */
export function readExtraSettings(given: readonly Given[]): Reading {
  const read = given.map(readOne);
  return {
    additions: read.flatMap((one) => ("to" in one ? one : [])),
    others: read.flatMap((one) => ("why" in one ? one : [])),
  };
}

function readOne(one: Given): Addition | Other {
  const { canonical, name, value, via } = one;
  const reserved = reservedFor(canonical);
  if (reserved !== undefined) {
    const instead = reserved.instead.startsWith("use ") ? `; ${reserved.instead}` : "";
    return lost(one, `it ${reserved.reason}${instead}`);
  }
  if (holdsSecret(name) || isSecret(one) || SECRET_INSIDE.test(value ?? "")) {
    return lost(one, "it looks like a secret, and extraSettings takes none");
  }
  if (via === "environment" && !canonical.includes(":")) {
    return lost(one, "extraSettings gives words behind the image, not variables");
  }
  if (value === undefined || isPlaceholder(value)) return lost(one, "its value is not known here");
  const word = via === "environment" ? name.replaceAll("__", ":") : name;
  return {
    what: name,
    to: (container) => ({ ...container, extraSettings: { ...container.extraSettings, [word]: value } }),
  };
}
