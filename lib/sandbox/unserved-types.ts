import { servedTypes } from "./provider";

type TypesInJson = Readonly<Record<string, unknown>>;

/** Terraform's own types need no provider. */
const isBuiltIn = (type: string): boolean => type.startsWith("terraform_");

/** Resource and data types of a synthesized stack (`cdk.tf.json`) that the stand-ins do not serve, sorted. */
export function unservedTypes(synthesizedStackJson: string): readonly string[] {
  const stack = JSON.parse(synthesizedStackJson) as { readonly resource?: TypesInJson; readonly data?: TypesInJson };
  const used = [...Object.keys(stack.resource ?? {}), ...Object.keys(stack.data ?? {}).map((type) => `data.${type}`)];
  const served = new Set([...servedTypes.resources, ...servedTypes.data]);
  return used.filter((type) => !served.has(type) && !isBuiltIn(type.replace(/^data\./, ""))).toSorted();
}
