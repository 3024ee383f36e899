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

/** A row with a label before it: what does not fit goes on below itself. */
export function labelled(
  label: string,
  text: string,
  { labelWidth, width }: { labelWidth: number; width: number },
): readonly string[] {
  return wrapWords(text, width - labelWidth).map((line, index) => (index === 0 ? label : "").padEnd(labelWidth) + line);
}
