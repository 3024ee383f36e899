import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

interface Stack {
  readonly resource: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly output: Readonly<Record<string, { readonly value: unknown }>>;
}

/** The comparison is honest only when both sides make the same resources and outputs. */
export function assertSame(one: string, other: string): void {
  const [ours, raw] = [one, other].map((folder) => normalized(join(folder, "stacks", "bench", "cdk.tf.json")));
  if (!isDeepStrictEqual(ours, raw)) throw new Error("bench/apps: ours.ts and raw.ts make different stacks");
}

/** Without comments, construct ids and nulls, in which the two may differ. */
function normalized(file: string): unknown {
  const stack = JSON.parse(readFileSync(file, "utf8"), (key, value: unknown) =>
    key === "//" || value === null || value === "${null}" ? undefined : value,
  ) as Stack;
  const resources = Object.entries(stack.resource).map(([type, instances]) => [type, Object.values(instances)]);
  const text = JSON.stringify([Object.fromEntries(resources), stack.output]);
  return JSON.parse(text.replaceAll(/\$\{(\w+)\.[\w-]+\.(\w+)\}/g, "${$1.$2}"));
}
