import type { PlanView } from "./plan-view";

/** Shorter ones are words that stand everywhere. */
const SHORTEST = 8;

/** Every text that a plan marks as sensitive, and the values of sensitive variables. */
export function secretsOf({ resources, drift, variables }: PlanView): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { before, after, beforeSensitive, afterSensitive } of [...resources, ...drift]) {
    collect(before, beforeSensitive, found);
    collect(after, afterSensitive, found);
  }
  for (const { value, sensitive } of variables) collect(value, sensitive, found);
  return found;
}

/** `mark` mirrors the value; true: all of it. Of `ApiKey=…` the secret is what stands behind the sign. */
function collect(value: unknown, mark: unknown, found: Set<string>): void {
  if (mark === true && typeof value === "string") {
    const secret = /^[\w:]+=(.+)$/s.exec(value)?.[1] ?? value;
    if (secret.length >= SHORTEST && !isPublic(value)) found.add(secret);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [name, each] of Object.entries(value)) {
    collect(each, mark === true ? true : (mark as Readonly<Record<string, unknown>> | null | undefined)?.[name], found);
  }
}

/** A set is marked as a whole, and so are the settings beside the key. */
function isPublic(word: string): boolean {
  return /^(?:eula|billing|modelid|https?_proxy|no_proxy|mounts|logging|decoder_max_count)\b[^=]*=/i.test(word);
}
