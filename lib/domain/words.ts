import { looksLikeKey } from "./secrets";

const LONGEST_QUOTE = 80;

/** A value as messages show it: in quotes, on one line, never a key or password, never endless. */
export function quoted(value: string | number): string {
  const text = String(value);
  if (looksLikeKey(text)) {
    return `"***" (${text.trim().length} characters that look like a key)`;
  }
  const clean = text.replace(/(:\/\/[^\s/@:]*):[^\s/@]*@/g, "$1:***@");
  const shown = clean.length > LONGEST_QUOTE ? `${clean.slice(0, LONGEST_QUOTE)}…` : clean;
  return JSON.stringify(shown);
}

/** `a`, `a or b`, `a, b or c`. */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}
