import { holdsSecret } from "../domain/secrets";
import type { Path } from "./yaml/item";

/** A path as problems show it: `containers.captions.port`, `account.network.allowedAddresses.0`. */
export function formatPath(path: Path): string {
  // A key of the file may itself be a pasted secret.
  return path.map((step) => (holdsSecret(String(step)) ? "***" : step)).join(".");
}
