import type { Terminal } from "./terminal";
import { wrap } from "./text";

const LABEL = "warning  ";
/** A line to paste, such as `edition: "2025-07"`, is never broken. */
const SETTING = /(\w+:) ("[^"]*")/g;
const GLUE = "\0";

/** What the app warns about, once each; several stacks can be of the same opinion. */
export function writeNotes(terminal: Terminal, notes: readonly string[]): void {
  for (const note of new Set(notes)) terminal.write(`\n${renderNote(note, terminal)}\n`);
  if (notes.length > 0) terminal.write("\n");
}

function renderNote(note: string, terminal: Terminal): string {
  const indent = " ".repeat(2 + LABEL.length);
  const [first = "", ...more] = wrap(note.replace(SETTING, `$1${GLUE}$2`), terminal.width, indent)
    .replaceAll(GLUE, " ")
    .split("\n");
  return [`  ${terminal.paint("yellow", LABEL)}${first.trimStart()}`, ...more].join("\n");
}
