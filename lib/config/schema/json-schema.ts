import { z } from "zod";
import { deployment } from "./deployment";

/** As much of JSON Schema as the schema of `speech.yaml` uses and its readers need. */
export interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  /** False where keys are fixed, a schema where they are names of the user's own. */
  readonly additionalProperties?: JsonSchema | false;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
}

let generated: JsonSchema | undefined;

/** The JSON Schema (draft-07) of `speech.yaml`, for editors and for hints. */
export function configJsonSchema(): JsonSchema {
  generated ??= z.toJSONSchema(deployment, { target: "draft-07", io: "input" }) as JsonSchema;
  return generated;
}
