/** As long as a sentence of a problem should be. */
const LONGEST_WORD = 80;

/** Characters that move the cursor, colour the screen or turn the direction of writing. */
const CONTROL = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;

/** A text from the network as it may stand on a screen: control characters escaped. */
export const printable = (text: string): string =>
  text.replace(CONTROL, (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);

/** A word from the network: printable, and shortened. */
export function printableWord(text: string): string {
  const escaped = printable(text.slice(0, LONGEST_WORD));
  return text.length <= LONGEST_WORD ? escaped : `${escaped}...`;
}
