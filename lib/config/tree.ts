import type { Path } from "./yaml/item";

/** The part of a plain value at a path; undefined where nothing is written. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    here = isTree(here) && Object.hasOwn(here, step) ? here[step] : undefined;
  }
  return here;
}

/** Takes the part at a path out of a plain value, or the whole list that it is an entry of. */
export function cutOut(value: unknown, path: Path): void {
  const cut = wholeOf(path);
  const parent = valueAt(value, cut.slice(0, -1));
  const last = cut.at(-1);
  if (isTree(parent) && last !== undefined) {
    delete parent[last];
  }
}

/** The path of the list in which a path ends, else the path: with another entry a list means something else. */
export function wholeOf(path: Path): Path {
  const entry = path.findIndex((step) => typeof step === "number");
  return entry === -1 ? path : path.slice(0, entry);
}

/** Puts something else in the place of the part at a path. */
export function replaceAt(value: unknown, path: Path, instead: unknown): void {
  const parent = valueAt(value, path.slice(0, -1));
  const last = path.at(-1);
  if (isTree(parent) && last !== undefined) {
    parent[last] = instead;
  }
}

function isTree(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}
