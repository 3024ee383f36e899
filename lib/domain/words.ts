import { holdsSecret } from "./secrets";

const LONGEST_QUOTE = 80;
const PASSWORD_IN_ADDRESS = /(:\/\/[^\s/@:]*):[^\s/@]+@/g;

/** A value as messages show it: in quotes, on one line, never a secret, never endless. */
export function quoted(value: string | number): string {
  // An address stays recognisable without its password.
  const text = String(value).replace(PASSWORD_IN_ADDRESS, "$1:***@");
  if (holdsSecret(text.replaceAll(":***@", "@"))) {
    return `"***" (${text.trim().length} characters that look like a secret)`;
  }
  return JSON.stringify(text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text);
}

/** `a`, `a or b`, `a, b or c`. */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}

/** `1 container`, `4 containers`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** A lower case word that begins a sentence; before a colon only these, since any other is a key of the configuration. */
const FIRST_WORD = /^(?:[a-z]+(?=[ ,]|$)|(?:free|nearest|partial|run)(?=:))/;

/**
 * A text of ours as a sentence, with its capital and its dot. What is to be typed (a key, an option, a path, the name of
 * the command) stays as it is.
 */
export function sentence(text: string): string {
  const begun = text.replace(FIRST_WORD, (word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${begun.replace(/\.$/, "")}.`;
}

/** Whether Terraform would read a part of a text as an expression: `${…}`, `%{…}`. */
export function holdsExpression(text: string): boolean {
  return /[$%]\{/.test(text);
}

/** Words in lines of at most `width` columns; a word that is longer gets a line for itself. */
export function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
