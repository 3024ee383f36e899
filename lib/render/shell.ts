/** Words that a POSIX shell takes as they are. Braces are safe as long as no comma and no `..` stands in them. */
const PLAIN_WORD = /^[A-Za-z0-9_@%+=:,./{}-]+$/;
const BRACE_EXPANSION = /\{[^}]*(?:,|\.\.)/;

/** A word as a POSIX shell has to see it to pass it on unchanged. */
export function shellWord(word: string): string {
  return PLAIN_WORD.test(word) && !BRACE_EXPANSION.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * A command in lines of at most `width` columns that can be pasted as they stand. Each part, such as an option with
 * its value, stays on one line; a part that is longer than a line gets one for itself.
 */
export function wrapCommand(parts: readonly (readonly string[])[], width: number): string {
  const lines: string[] = [];
  let line = "";
  for (const part of parts) {
    const text = part.map(shellWord).join(" ");
    const joined = line === "" ? text : `${line} ${text}`;
    if (line !== "" && joined.length + CONTINUATION.length > width) {
      lines.push(line);
      line = `${INDENT}${text}`;
    } else {
      line = joined;
    }
  }
  return [...lines, line].join(`${CONTINUATION}\n`);
}

const CONTINUATION = " \\";
const INDENT = "  ";
