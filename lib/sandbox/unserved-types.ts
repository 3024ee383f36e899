import schemas from "./provider/schemas.json";

type ByType = Readonly<Record<string, unknown>>;

/** Terraform's own types need no provider. */
const isBuiltIn = (type: string): boolean => type.startsWith("terraform_");

const namesIn = (resources: ByType | undefined, data: ByType | undefined): readonly string[] => [
  ...Object.keys(resources ?? {}),
  ...Object.keys(data ?? {}).map((type) => `data.${type}`),
];

/** The stand-ins serve what they have a schema of; their code, which brings gRPC, need not be loaded to know it. */
const served: ReadonlySet<string> = new Set(
  [schemas.docker, schemas.azurerm].flatMap(({ resources, data }) => namesIn(resources, data)),
);

/** Resource and data types of a synthesized stack (`cdk.tf.json`) that the stand-ins do not serve, sorted. */
export function unservedTypes(synthesizedStackJson: string): readonly string[] {
  const stack = JSON.parse(synthesizedStackJson) as { readonly resource?: ByType; readonly data?: ByType };
  return namesIn(stack.resource, stack.data)
    .filter((type) => !served.has(type) && !isBuiltIn(type.replace(/^data\./, "")))
    .toSorted();
}
