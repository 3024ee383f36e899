import { filled, uniqueElements, zeroOf } from "./legacy";
import { type CustomizePlan, readPlanned, readStateObject } from "./plan";
import type { Behaviours, Field, Fields } from "./schema";
import { textOf, equalValues, isObject, type Value, type ValueObject } from "./value";

/** What the code of a resource type reads and writes while it creates, reads, updates or deletes. */
export interface ResourceData {
  /** `""`: there is no resource (yet, or any more). */
  id: string;
  /** Zero when absent or unknown. */
  get(name: string): Value;
  text(name: string): string;
  number(name: string): number;
  flag(name: string): boolean;
  list(name: string): readonly Value[];
  /** The elements of a list or set of objects. */
  objects(name: string): readonly ValueObject[];
  map(name: string): Readonly<Record<string, string>>;
  /** Null and undefined write the zero value. */
  set(name: string, value: Value | undefined): void;
  hasChange(name: string): boolean;
}

/**
 * How one resource type is made, read, changed and removed. A thrown error becomes a diagnostic; what was written before
 * it is kept when `id` is set.
 */
export interface ResourceType<Client> {
  readonly behaviours: Behaviours;
  readonly customizePlan?: CustomizePlan;
  create(data: ResourceData, client: Client): Promise<void>;
  read(data: ResourceData, client: Client): Promise<void>;
  /** Absent when every change replaces. */
  update?(data: ResourceData, client: Client): Promise<void>;
  delete(data: ResourceData, client: Client): Promise<void>;
}

export interface DataType<Client> {
  readonly behaviours: Behaviours;
  read(data: ResourceData, client: Client): Promise<void>;
}

export interface EditableData {
  readonly data: ResourceData;
  /** The state to be, with nulls not settled yet. */
  state(): ValueObject;
}

const normalized = (field: Field, value: Value | undefined): Value => {
  if (value === null || value === undefined) return zeroOf(field);
  const { fields } = field;
  if (!Array.isArray(value)) return value;
  const elements = fields ? value.map((item) => filled(fields, item)) : value;
  return field.type === "set" ? uniqueElements(field, elements) : elements;
};

/** `planned` is absent for a read, and the configuration for a data source. */
export function editableData(fields: Fields, prior: ValueObject | null, planned?: ValueObject): EditableData {
  const before = readStateObject(fields, prior);
  const written: Record<string, Value> = {};
  const field = (name: string): Field => {
    const found = fields[name];
    if (!found) throw new Error(`no argument is named "${name}"`);
    return found;
  };
  const wanted = (name: string): Value | undefined =>
    planned ? readPlanned(field(name), before[name], planned[name]) : before[name];
  const current = (name: string): Value | undefined => (Object.hasOwn(written, name) ? written[name] : wanted(name));
  const get = (name: string): Value => current(name) ?? zeroOf(field(name));
  const list = (name: string): readonly Value[] => get(name) as Value[];
  const id = prior?.["id"];
  const data: ResourceData = {
    id: typeof id === "string" ? id : "",
    get,
    text: (name) => textOf(get(name)),
    number: (name) => Number(get(name)),
    flag: (name) => get(name) === true,
    list,
    objects: (name) => list(name).filter(isObject),
    map: (name) => get(name) as Record<string, string>,
    set(name, value) {
      written[name] = normalized(field(name), value);
    },
    hasChange: (name) => !equalValues(before[name] ?? zeroOf(field(name)), wanted(name) ?? zeroOf(field(name))),
  };
  return {
    data,
    state: () => ({
      ...Object.fromEntries(Object.keys(fields).map((name) => [name, current(name) ?? null])),
      id: data.id,
    }),
  };
}
