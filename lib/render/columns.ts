import { wrapWords } from "../domain/words";

/** A row with a label before it: what does not fit goes on below itself. */
export function labelled(
  label: string,
  text: string,
  { labelWidth, width }: { labelWidth: number; width: number },
): readonly string[] {
  return wrapWords(text, width - labelWidth).map((line, index) => (index === 0 ? label : "").padEnd(labelWidth) + line);
}
