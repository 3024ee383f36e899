/** Takes secrets out of a text. */
export type Scrub = (text: string) => string;

/** What stands in place of a secret; Terraform's own words. */
const MASK = "(sensitive value)";

/**
 * Shorter values are not looked for: they are words such as `S0` or `true`, and masking each of their appearances
 * would make a text unreadable without hiding anything.
 */
const SHORTEST_SECRET = 4;

/**
 * Replaces each of `values` wherever it appears, also in the spellings that JSON (ours and Go's) and URLs give it.
 * By value and not by place: a provider's error message has no marks.
 */
export function scrubber(values: Iterable<string>): Scrub {
  const spellings = [...new Set([...values].filter((value) => value.length >= SHORTEST_SECRET).flatMap(spellingsOf))];
  // Longest first: one secret can be part of another (`ApiKey=<key>` and `<key>`).
  spellings.sort((one, other) => other.length - one.length);
  return (text) => spellings.reduce((scrubbed, spelling) => scrubbed.split(spelling).join(MASK), text);
}

function spellingsOf(value: string): readonly string[] {
  const json = JSON.stringify(value).slice(1, -1);
  const goJson = json.replace(/[<>&]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return [value, json, goJson, encodeURIComponent(Buffer.from(value).toString())];
}
