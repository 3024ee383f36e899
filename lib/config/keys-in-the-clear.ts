import type { Problem } from "../domain";
import { holdsSecret } from "../domain/secrets";
import { formatPath } from "./path";
import { hasFreeKeys, knownKeys, placePattern, schemaAt } from "./schema/look-up";
import { isSecretName } from "./secrets";
import { cutOut, replaceAt } from "./tree";
import type { Item, Path } from "./yaml/item";
import { placeOf } from "./yaml/locate";

/** A secret that is written in the file. Its value is taken out before anything else looks at the configuration. */
export interface KeyInTheClear {
  readonly path: Path;
  readonly problem: Problem;
}

const wired = {
  message: "keys are never written here",
  hint: "the account's key is wired for you; delete this line",
};
const lookalike = {
  message: "this looks like a key, and keys are never written here",
  hint: "take it out; the account's key is wired for you",
};

const ofProxy = {
  message: "keys are never written here",
  hint: "delete this line, add authenticated: true, and give user:password in TF_VAR_speech_proxy_credentials",
};
const ofApplicationInsights = {
  message: "keys are never written here",
  hint: "write applicationInsights: true, and give the key in TF_VAR_speech_application_insights_key",
};

/** What to say of a secret at a place that takes one from a variable of its own. */
function wordsAt(path: Path, otherwise: typeof wired): typeof wired {
  const places: readonly [place: string, words: typeof wired][] = [
    ["proxy", ofProxy],
    ["applicationInsights", ofApplicationInsights],
  ];
  return places.find(([place]) => placePattern(path).split(".").includes(place))?.[1] ?? otherwise;
}

const ANY_NAME = "*";

/** The backend, whose credentials have a code of their own, and model ids, which may look like keys: the planner's. */
const placesOfPlanner: readonly Path[] = [
  ["backend"],
  ["containers", ANY_NAME, "modelId"],
  ["sites", ANY_NAME, "containers", ANY_NAME, "modelId"],
];

function isJudgedByPlanner(path: Path): boolean {
  return placesOfPlanner.some(
    (place) => place.length === path.length && place.every((step, index) => step === ANY_NAME || step === path[index]),
  );
}

/** Finds secrets by name where keys are fixed, and by their look everywhere. */
export function findKeysInTheClear(root: Item): readonly KeyInTheClear[] {
  const found: KeyInTheClear[] = [];
  const seen = new Set<unknown>();
  const report = (item: Item, path: Path, words: typeof wired, place = placeOf(item)) => {
    const { message, hint } = wordsAt(path, words);
    const problem: Problem = { code: "SPC310", level: "error", path: formatPath(path), message, hint, source: place };
    found.push({ path, problem });
  };

  const search = (item: Item, path: Path): void => {
    const { content } = item;
    if (content.kind === "scalar") {
      if (holdsSecret(content.text)) {
        report(item, path, lookalike);
      }
      return;
    }
    // What is behind several aliases is written, and reported, once.
    if (seen.has(content)) {
      return;
    }
    seen.add(content);
    for (const [key, entry] of content.entries.entries()) {
      if (typeof key === "string" && namesSecret(key, path)) {
        report(entry, [...path, key], wired, entry.keyPlace);
      } else if (typeof key === "string" && holdsSecret(key)) {
        report(entry, [...path, key], lookalike, entry.keyPlace);
      } else if (!isJudgedByPlanner([...path, key])) {
        search(entry, [...path, key]);
      }
    }
  };
  search(root, []);
  return found;
}

/** Takes a secret out of the plain value. A known key stays, empty, since it is not missing. */
export function takeOut(value: unknown, path: Path): void {
  if (schemaAt(path)) {
    replaceAt(value, path, "");
  } else {
    cutOut(value, path);
  }
}

/**
 * Names of the user's own, such as those of tags and containers, may be any word; known keys are no secrets. The schema
 * is asked last: making it takes longer than everything else here.
 */
function namesSecret(key: string, parent: Path): boolean {
  if (!isSecretName(key)) {
    return false;
  }
  const schema = schemaAt(parent);
  return !hasFreeKeys(schema) && !knownKeys(schema).includes(key);
}
