import schemas from "./provider/schemas.json";

type ByType = Readonly<Record<string, unknown>>;

/** Terraform's own resource types need no provider. Its one data type reads states, which lie anywhere: see below. */
const isBuiltIn = (type: string): boolean => type.startsWith("terraform_");

const REMOTE_STATE = "data.terraform_remote_state";

/** Only files can be replaced by those of the sandbox; other backends hold what a real deployment left. */
const readsFilesOnly = (remoteStates: unknown): boolean =>
  Object.values((remoteStates ?? {}) as Readonly<Record<string, { readonly backend?: unknown }>>).every(
    ({ backend }) => backend === "local",
  );

const namesIn = (resources: ByType | undefined, data: ByType | undefined): readonly string[] => [
  ...Object.keys(resources ?? {}),
  ...Object.keys(data ?? {}).map((type) => `data.${type}`),
];

/** The stand-ins serve what they have a schema of; their code, which brings gRPC, need not be loaded to know it. */
const served: ReadonlySet<string> = new Set(
  [schemas.docker, schemas.azurerm].flatMap(({ resources, data }) => namesIn(resources, data)),
);

/**
 * Resource and data types of a synthesized stack (`cdk.tf.json`) that the stand-ins do not serve, sorted. Local remote
 * states count as served: whoever runs the stack points them to states of the sandbox.
 */
export function unservedTypes(synthesizedStackJson: string): readonly string[] {
  const stack = JSON.parse(synthesizedStackJson) as { readonly resource?: ByType; readonly data?: ByType };
  return namesIn(stack.resource, stack.data)
    .filter((type) =>
      type === REMOTE_STATE
        ? !readsFilesOnly(stack.data?.["terraform_remote_state"])
        : !served.has(type) && !isBuiltIn(type),
    )
    .toSorted();
}
