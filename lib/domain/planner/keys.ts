import { type Place, type Report, below } from "../report";
import { holdsSecret, isKeyName } from "../secrets";

/** A part of a request. Its `source` is where the file says it, which is nobody's secret. */
type RequestPart = { readonly source?: unknown } | undefined;

/** Reports everything below a part of a request that is, or is named like, an account key. Values are never shown. */
export function judgeKeys(part: RequestPart, place: Place, report: Report): void {
  const { source: _source, ...words } = part ?? {};
  search(words, place, report, new Set());
}

/** Reports Azure tags that hold an account key. Their names are words of the user's own, and may be any. */
export function judgeKeysInTags(tags: Readonly<Record<string, string>>, place: Place, report: Report): void {
  for (const [name, value] of Object.entries(tags)) {
    search(value, below(place, name), report, new Set());
  }
}

function search(value: unknown, place: Place, report: Report, seen: Set<object>): void {
  if (typeof value === "string") {
    if (holdsSecret(value)) {
      reportKey(place, report);
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
      reportKey(innerPlace, report);
    } else {
      search(inner, innerPlace, report, seen);
    }
  }
}

function reportKey(place: Place, report: Report): void {
  const hint = "the account's key is wired for you; delete this line";
  report.error("SPC310", place, "keys are never written here", hint);
}
