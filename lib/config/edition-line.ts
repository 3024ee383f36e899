import { isMap, isScalar, parseDocument } from "yaml";
import type { Edition } from "../domain";

/**
 * The text of a configuration with another edition, and nothing else changed: comments, order and quotes stay.
 * Undefined where there is no line to change: braces around the whole file, or an edition behind an alias.
 */
export function withEdition(text: string, edition: Edition): string | undefined {
  const start = text.startsWith("\uFEFF") ? 1 : 0;
  const { contents } = parseDocument(text.slice(start));
  if (!isMap(contents) || contents.flow === true) {
    return undefined;
  }
  const pairs = contents.items.map(({ key, value }) => ({ key, value }));
  const written = pairs.find(({ key }) => isScalar(key) && key.value === "edition");
  if (written !== undefined) {
    const range = isScalar(written.value) ? written.value.range : undefined;
    return range ? splice(text, start + range[0], start + range[1], `"${edition}"`) : undefined;
  }
  const first = pairs[0]?.key;
  const offset = isScalar(first) ? first.range[0] : undefined;
  return offset === undefined ? undefined : splice(text, start + offset, start + offset, `edition: "${edition}"\n`);
}

function splice(text: string, from: number, to: number, between: string): string {
  return `${text.slice(0, from)}${between}${text.slice(to)}`;
}
