import type { Value } from "./value";

export type Primitive = "string" | "number" | "bool";

/** What a schema cannot say of a field: how a change of it is planned and what it refuses. */
export interface Behaviour {
  readonly forceNew?: boolean;
  /** For blocks that the provider fills when they are absent; their schema cannot say so. */
  readonly computed?: boolean;
  /** Warning for who uses it. */
  readonly deprecated?: string;
  readonly default?: Value;
  /** Spelling that goes into the state. */
  readonly normalize?: (value: string) => string;
  /** A difference that is no difference. `old` and `new` are texts, `""` where there is none. */
  readonly suppress?: (change: FieldChange) => boolean;
  readonly validate?: (value: Value, name: string) => readonly Complaint[];
  /** For elements of a list or set of strings. */
  readonly validateElement?: (value: Value, name: string) => readonly Complaint[];
  /** Makes two spellings of a set's element one. */
  readonly elementKey?: (value: string) => string;
  readonly requiredWith?: readonly string[];
  readonly conflictsWith?: readonly string[];
}

export interface FieldChange {
  readonly old: string;
  readonly new: string;
  /** The change is one of the number of elements. */
  readonly isCount: boolean;
  /** The whole field before; and after, or as before where the configuration does not have it. */
  readonly from: Value;
  readonly to: Value;
}

/** Summary and detail of a diagnostic. */
export type Complaint = readonly [summary: string, detail?: string];

export interface Field extends Behaviour {
  readonly type: Primitive | "list" | "set" | "map";
  /** Of a list, set or map of primitives. */
  readonly element?: Primitive;
  /** Of a list or set of objects. */
  readonly fields?: Fields;
  readonly isBlock: boolean;
  readonly required: boolean;
  readonly optional: boolean;
  readonly computed: boolean;
}

export type Fields = Readonly<Record<string, Field>>;

type JsonType = string | readonly [string, JsonType | Readonly<Record<string, JsonType>>];

export interface JsonAttribute {
  readonly type: JsonType;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly deprecated?: string | boolean;
}

export interface JsonBlock {
  readonly attributes?: Readonly<Record<string, JsonAttribute>>;
  readonly block_types?: Readonly<Record<string, JsonNestedBlock>>;
}

export interface JsonNestedBlock {
  readonly nesting_mode: "list" | "set" | "single";
  readonly min_items?: number;
  readonly max_items?: number;
  readonly block: JsonBlock;
}

/** Behaviours by the dotted path of a field, such as `ports.ip`. */
export type Behaviours = Readonly<Record<string, Behaviour>>;

/** Block and attribute that every timed resource has; the engine treats it apart. */
export const TIMEOUTS = "timeouts";

const flags = (json: JsonAttribute) => ({
  required: json.required === true,
  optional: json.optional === true,
  computed: json.computed === true,
});

function typeOf(type: JsonType, path: string, behaviours: Behaviours): Pick<Field, "type" | "element" | "fields"> {
  if (typeof type === "string") return { type: type as Primitive };
  const [collection, element] = type;
  if (typeof element === "string") return { type: collection as "list" | "set" | "map", element: element as Primitive };
  if (Array.isArray(element) && element[0] === "object") {
    const members = Object.entries(element[1] as Readonly<Record<string, JsonType>>);
    const fields = members.map(([name, inner]): [string, Field] => [
      name,
      fieldOf({ type: inner, optional: true }, `${path}.${name}`, behaviours),
    ]);
    return { type: collection as "list" | "set", fields: Object.fromEntries(fields) };
  }
  throw new Error(`the sandbox cannot serve the type of "${path}"`);
}

const words = (text = ""): readonly string[] => text.split(/\s+/).filter((word) => word !== "");

/** A table of behaviours from lists of paths that have one thing in common and from single entries. */
export function behaviourTable(table: {
  /** Paths with blanks between. */
  readonly forceNew?: string;
  readonly computed?: string;
  readonly defaults?: Readonly<Record<string, Value>>;
  readonly others?: Behaviours;
}): Behaviours {
  const result: Record<string, Behaviour> = {};
  const add = (path: string, behaviour: Behaviour): void => {
    result[path] = { ...result[path], ...behaviour };
  };
  for (const path of words(table.forceNew)) add(path, { forceNew: true });
  for (const path of words(table.computed)) add(path, { computed: true });
  for (const [path, value] of Object.entries(table.defaults ?? {})) add(path, { default: value });
  for (const [path, behaviour] of Object.entries(table.others ?? {})) add(path, behaviour);
  return result;
}

const fieldOf = (json: JsonAttribute, path: string, behaviours: Behaviours): Field => ({
  ...typeOf(json.type, path, behaviours),
  isBlock: false,
  ...flags(json),
  ...behaviours[path],
});

/** The fields of a block with their behaviours, without timeouts. `id` is left out: the engine gives it. */
export function fieldsOf(block: JsonBlock, behaviours: Behaviours, prefix = ""): Fields {
  const fields: Record<string, Field> = {};
  for (const [name, json] of Object.entries(block.attributes ?? {})) {
    if (prefix === "" && name === "id") continue;
    fields[name] = fieldOf(json, prefix + name, behaviours);
  }
  for (const [name, json] of Object.entries(block.block_types ?? {})) {
    if (json.nesting_mode === "single") continue;
    const path = prefix + name;
    fields[name] = {
      type: json.nesting_mode,
      fields: fieldsOf(json.block, behaviours, `${path}.`),
      isBlock: true,
      required: (json.min_items ?? 0) > 0,
      optional: true,
      computed: false,
      ...behaviours[path],
    };
  }
  return fields;
}
