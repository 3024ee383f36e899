import type { SourcePlace } from "../../domain";

/** A value of a YAML file together with where it is written. Values behind aliases are shared, not copied. */
export interface Item {
  readonly place: SourcePlace;
  /** Where its key is written; absent at the top and in lists. */
  readonly keyPlace?: SourcePlace;
  readonly content: Content;
}

export type Content = ScalarContent | MapContent | ListContent;

export interface ScalarContent {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** As it is written, without quotes: `4.10` where the value is 4.1. */
  readonly text: string;
}

interface MapContent {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Item>;
}

interface ListContent {
  readonly kind: "list";
  readonly entries: readonly Item[];
}

export type Path = readonly (string | number)[];

/** The item at a path, or undefined where nothing is written. */
export function itemAt(root: Item, path: Path): Item | undefined {
  let item: Item | undefined = root;
  for (const step of path) {
    item = item && entryOf(item, step);
  }
  return item;
}

function entryOf({ content }: Item, step: string | number): Item | undefined {
  if (content.kind === "map") {
    return content.entries.get(String(step));
  }
  return content.kind === "list" ? content.entries[Number(step)] : undefined;
}

/** The plain value of an item. What is shared in the file is shared in the value, and nothing with earlier calls. */
export function valueOf(root: Item): unknown {
  const made = new Map<Content, unknown>();
  const make = ({ content }: Item): unknown => {
    if (content.kind === "scalar") {
      return content.value;
    }
    if (!made.has(content)) {
      made.set(content, content.kind === "list" ? content.entries.map(make) : mapValue(content, make));
    }
    return made.get(content);
  };
  return make(root);
}

function mapValue(content: MapContent, make: (item: Item) => unknown): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const [key, item] of content.entries) {
    // Assigning would call the setter of `__proto__`.
    Object.defineProperty(value, key, { value: make(item), enumerable: true, writable: true, configurable: true });
  }
  return value;
}
