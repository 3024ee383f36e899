import { wrapWords } from "../domain/words";

/** Lines of at most `width` columns; a word that is longer (an address) stands alone and whole. */
export function wrap(text: string, width: number, indent = ""): string {
  return wrapWords(text.trim().replace(/\s+/g, " "), width - indent.length)
    .map((line) => indent + line)
    .join("\n");
}

/**
 * Rows in columns, two spaces apart, the last one where its longest cell just fits. A row whose other cells reach into
 * the last column goes on in a second line: an address is never broken.
 */
export function columns(rows: readonly (readonly string[])[], width: number, indent = "  "): string {
  const widths = rows.reduce<number[]>((widest, row) => {
    row.forEach((cell, index) => (widest[index] = Math.max(widest[index] ?? 0, cell.length)));
    return widest;
  }, []);
  const before = widths.slice(0, -1).reduce((sum, each) => sum + each + GAP.length, indent.length);
  const lastStart = Math.max(Math.min(before, width - (widths.at(-1) ?? 0)), indent.length);
  return rows
    .map((row) => {
      const start =
        indent +
        row
          .slice(0, -1)
          .map((cell, index) => cell.padEnd(widths[index] ?? 0))
          .join(GAP)
          .trimEnd();
      const last = row.at(-1) ?? "";
      const fits = start.length + GAP.length <= lastStart || start === indent;
      return `${fits ? start.padEnd(lastStart) : `${start}\n${" ".repeat(lastStart)}`}${last}`.trimEnd();
    })
    .join("\n");
}

const GAP = "  ";
