import type { SourcePlace } from "../../domain";
import type { Item } from "./item";

/**
 * Where the value of a problem path is written: a scalar at its value, a map or list at its key.
 * What is not written is placed at its nearest ancestor that is, in the last resort at the top of the file.
 */
export function locate(root: Item, path: string): SourcePlace {
  return placeOf(nearestItem(root, path));
}

export function placeOf(item: Item): SourcePlace {
  const hasText = item.content.kind === "scalar" && item.content.text !== "";
  return hasText ? item.place : (item.keyPlace ?? item.place);
}

function nearestItem(item: Item, path: string): Item {
  for (const [key, rest] of splits(path)) {
    const child =
      item.content.kind === "map"
        ? item.content.entries.get(key)
        : item.content.kind === "list"
          ? item.content.entries[Number(key)]
          : undefined;
    if (child) {
      return nearestItem(child, rest);
    }
  }
  return item;
}

/** Every way to take a first key off a path: keys of a file may contain dots themselves. */
function* splits(path: string): Generator<readonly [key: string, rest: string]> {
  if (path === "") {
    return;
  }
  for (let dot = path.indexOf("."); dot !== -1; dot = path.indexOf(".", dot + 1)) {
    yield [path.slice(0, dot), path.slice(dot + 1)];
  }
  yield [path, ""];
}
