/** Between the messages of the plugin protocol, version 5, and values. */
import { fromJSON } from "@grpc/proto-loader";
import type { ServiceDefinition } from "@grpc/grpc-js";
import protocol from "./tfplugin5.json";
import type { JsonBlock, JsonNestedBlock } from "./schema";
import type { Diagnostic } from "./validate";
import { encodeValue, type Value } from "./value";

export interface DynamicValue {
  readonly msgpack?: Uint8Array;
  readonly json?: Uint8Array;
}

/** The fields of all requests that the stand-ins answer. */
export interface Request {
  readonly type_name: string;
  readonly config?: DynamicValue;
  readonly raw_state?: { readonly json?: Uint8Array };
  readonly current_state?: DynamicValue;
  readonly private?: Uint8Array;
  readonly prior_state?: DynamicValue;
  readonly proposed_new_state?: DynamicValue;
  readonly prior_private?: Uint8Array;
  readonly planned_state?: DynamicValue;
  readonly planned_private?: Uint8Array;
}

export type Response = Readonly<Record<string, unknown>>;

export const providerService = fromJSON(protocol as Parameters<typeof fromJSON>[0], {
  keepCase: true,
  longs: Number,
  enums: String,
})["tfplugin5.Provider"] as ServiceDefinition;

export const toDynamic = (value: Value): DynamicValue => ({ msgpack: encodeValue(value) });

export const toAttributePath = (path: readonly (string | number)[]) => ({
  steps: path.map((step) => (typeof step === "string" ? { attribute_name: step } : { element_key_int: step })),
});

export const toDiagnostics = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ path, ...rest }) => ({ ...rest, ...(path?.length && { attribute: toAttributePath(path) }) }));

export interface JsonSchema {
  readonly version: number;
  readonly block: JsonBlock;
}

const NESTING = { list: "LIST", set: "SET", single: "SINGLE" } as const;

const toNestedBlock = ([name, json]: [string, JsonNestedBlock]): Response => ({
  type_name: name,
  block: toBlock(json.block),
  nesting: NESTING[json.nesting_mode],
  min_items: json.min_items ?? 0,
  max_items: json.max_items ?? 0,
});

const toBlock = (json: JsonBlock): Response => ({
  version: 0,
  attributes: Object.entries(json.attributes ?? {}).map(([name, attribute]) => ({
    name,
    type: Buffer.from(JSON.stringify(attribute.type)),
    required: attribute.required === true,
    optional: attribute.optional === true,
    computed: attribute.computed === true,
    sensitive: attribute.sensitive === true,
    deprecated: attribute.deprecated === true,
  })),
  block_types: Object.entries(json.block_types ?? {}).map(toNestedBlock),
});

export const toSchema = (json: JsonSchema): Response => ({ version: json.version, block: toBlock(json.block) });
