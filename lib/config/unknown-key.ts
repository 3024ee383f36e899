import { nearest } from "../domain/nearest";
import { either, quoted } from "../domain/words";
import { hasFreeKeys, knownKeys, placePattern, placesOfKey, schemaAt } from "./schema/look-up";
import type { Path } from "./yaml/item";

export interface UnknownKeyWords {
  readonly code: "SPC010" | "SPC013";
  readonly message: string;
  readonly hint: string;
  /** The key that was meant, when that is likely. */
  readonly meant?: string;
}

/** What to say of a key that a map does not have: where it belongs, or which one is meant. */
export function unknownKey(key: string, parent: Path, otherForm: string | undefined): UnknownKeyWords {
  const known = knownKeys(schemaAt(parent));
  if (otherForm !== undefined && known.includes(key)) {
    return { code: "SPC013", message: `${key} does not go with ${otherForm}`, hint: "delete one of the two" };
  }
  const unknown = { code: "SPC010", message: `${quoted(key)} is not a key here` } as const;
  if (key === "name" && hasFreeKeys(schemaAt(parent.slice(0, -1)))) {
    return { ...unknown, hint: "delete this line; the name is the key above" };
  }
  const home = nearestHome(key, parent);
  const near = nearest(key, known);
  const hints = [
    ...(near.length > 0 ? [`nearest: ${near.join(", ")}`] : []),
    ...(home === undefined ? [] : [`${near.length > 0 ? "otherwise " : ""}it belongs ${home}`]),
  ];
  const hint = hints.length > 0 ? hints.join("; ") : known.length > 0 ? `use ${either(known)}` : "delete this line";
  return { ...unknown, hint, ...(home === undefined && near[0] !== undefined ? { meant: near[0] } : {}) };
}

const stepsOf = (place: string) => (place === "" ? 0 : place.split(".").length);

/** Steps below a place that are still near it. */
const NEAR = 2;

/** Where a key is known: below the place at which it is written, else by the shortest way from the top. */
function nearestHome(key: string, parent: Path): string | undefined {
  const here = placePattern(parent);
  // What is deeper below is another thing's: a host in a container is that of an engine sooner than that of its logs.
  const isBelow = (place: string) =>
    (here === "" || place.startsWith(`${here}.`)) && stepsOf(place) - stepsOf(here) <= NEAR;
  const homes = placesOfKey(key).toSorted((left, right) => left.length - right.length);
  const home = homes.find(isBelow) ?? homes[0];
  return home === key ? "at the top of the file" : home && `at ${home}`;
}
