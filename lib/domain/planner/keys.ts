import { type Place, type Report, below } from "../report";
import { assignsKey, isKeyName, looksLikeKey } from "../secrets";

const HINT = "the account's key is wired for you; delete this line";

/** Where the file says it, without which nothing is lost; and forms that only look like keys. */
const NOT_SEARCHED = new Set(["source", "modelId", "digest"]);

/** Reports everything below a value that is, or is named like, an account key. The value is never shown. */
export function judgeKeys(value: unknown, place: Place, report: Report, seen = new Set<object>()): void {
  if (typeof value === "string") {
    if (looksLikeKey(value) || assignsKey(value)) {
      report.error("SPC310", place, "keys are never written here", HINT);
    }
    return;
  }
  if (typeof value !== "object" || value === null || seen.has(value)) {
    return;
  }
  seen.add(value);
  for (const [name, inner] of Object.entries(value)) {
    const innerPlace = Array.isArray(value) ? place : below(place, name);
    if (typeof inner === "string" && inner !== "" && isKeyName(name)) {
      report.error("SPC310", innerPlace, "keys are never written here", HINT);
    } else if (!NOT_SEARCHED.has(name)) {
      judgeKeys(inner, innerPlace, report, seen);
    }
  }
}
