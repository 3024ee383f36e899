const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

const ENGINE_NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

/** Longest name of a deployment, site or container. */
export const LONGEST_NAME = 40;

/** Whether a word can be the name of a deployment, site or container. */
export function isName(word: string): boolean {
  return word.length <= LONGEST_NAME && NAME.test(word);
}

/** Whether Docker takes a word as the start of a container's, network's or volume's name. */
export function isEngineName(word: string): boolean {
  return ENGINE_NAME.test(word);
}

/** The name of a container on its engine. */
export function engineNameOf(stackId: string, name: string): string {
  return `${stackId}-${name}`;
}

/** The nearest thing to a word that can be a name; undefined if nothing of it is left. */
export function suggestName(word: string): string | undefined {
  const name = word
    .slice(0, 4 * LONGEST_NAME)
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, LONGEST_NAME)
    .replace(/-+$/, "");
  return name === "" ? undefined : name;
}
