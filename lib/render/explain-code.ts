import { type ProblemCode, type ProblemDescription, problemCatalogue } from "../domain";
import { wrapWords } from "../domain/words";

/** What `explain <code>` says, as data. */
export interface CodeExplanation extends ProblemDescription {
  readonly code: ProblemCode;
}

/** The description of a problem code, in any case; undefined if there is no such code. */
export function explainCode(word: string): CodeExplanation | undefined {
  const code = word.toUpperCase();
  return isProblemCode(code) ? { code, ...problemCatalogue[code] } : undefined;
}

/** `explain <code>` within 80 columns. */
export function renderCode({ code, title, meaning, mend }: CodeExplanation): string {
  const paragraph = (text: string) => wrapWords(text, 78).map((line) => `  ${line}`);
  return [`${code} · ${title}`, "", ...paragraph(meaning), "", ...paragraph(mend), ""].join("\n");
}

function isProblemCode(word: string): word is ProblemCode {
  return Object.hasOwn(problemCatalogue, word);
}
