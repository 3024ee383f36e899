import type { Values } from "./plan-view";

/** What an engine tells anew at each start. */
const REPORTED: ReadonlySet<string> = new Set(["network_data", "container_logs", "bridge"]);

/** Arguments that really differ: the same value in another spelling or another order is none. */
export function changedArguments(before: Values, after: Values): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !REPORTED.has(name) && canonical(before[name]) !== canonical(after[name]))
    .sort();
}

/** Empty values are one; lists are compared without order, since sets come in any. */
function canonical(value: unknown): string {
  if (isEmpty(value)) return "";
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .map(([name, each]) => [name, canonical(each)] as const)
      .filter(([, each]) => each !== "")
      .sort(([one], [other]) => (one < other ? -1 : 1));
    return JSON.stringify(entries);
  }
  return JSON.stringify(value);
}

/** `null` becomes `[]`, `{}`, `false`, `""` or 0 with the first refresh. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === "" || value === 0) return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.values(value).every(isEmpty);
}
