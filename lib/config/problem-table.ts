import type { Problem } from "../domain";
import { counted, sentence, wrapWords } from "../domain/words";

export interface TableOptions {
  /**
   * Columns of the screen. Words are never broken, so an address may stand out.
   *
   * @default 80
   */
  readonly width?: number;
  /** @default false */
  readonly colour?: boolean;
}

const MARGIN = "  ";
const RED = 31;
const YELLOW = 33;
const BOLD = 1;

/** All problems of a file as people read them: the verdict, then errors and warnings, each with its place and its fix. */
export function problemTable(file: string, problems: readonly Problem[], options: TableOptions = {}): string {
  const { width = 80, colour = false } = options;
  const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const errors = problems.filter(({ level }) => level === "error");
  const warnings = problems.filter(({ level }) => level === "warning");
  const placeWidth = Math.max(0, ...problems.map((problem) => placeText(problem).length));
  const rows = (some: readonly Problem[], code: number) =>
    some.flatMap((problem) => {
      const [first = "", ...more] = rowLines(problem, placeWidth, width);
      return [first.replace(problem.code, paint(code, problem.code)), ...more];
    });
  const [first] = [...errors, ...warnings];
  return [
    [paint(BOLD, `${visible(file)}: ${verdict(errors.length, warnings.length)}`)],
    rows(errors, RED),
    errors.length > 0 && warnings.length > 0 ? [`${MARGIN}${counted(warnings.length, "warning")}`] : [],
    rows(warnings, YELLOW),
    first ? [`${MARGIN}speech-containers explain ${first.code}   says more about a code`] : [],
  ]
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n");
}

function verdict(errors: number, warnings: number): string {
  if (errors > 0) {
    const also = warnings > 0 ? ` and ${counted(warnings, "warning")}` : "";
    return `${counted(errors, "problem")}${also}, nothing was planned`;
  }
  return warnings > 0 ? `${counted(warnings, "warning")}, everything was planned` : "no problems";
}

function placeText({ source }: Problem): string {
  return source ? `${source.line}:${source.column}` : "";
}

function rowLines(problem: Problem, placeWidth: number, width: number): string[] {
  const place = placeWidth > 0 ? `${placeText(problem).padEnd(placeWidth)}${MARGIN}` : "";
  const head = `${MARGIN}${problem.code}${MARGIN}${place}`;
  const indent = " ".repeat(head.length);
  return wrapWords(sentences(problem), width - head.length).map((line, index) => (index === 0 ? head : indent) + line);
}

function sentences({ path, message, hint }: Problem): string {
  const subject = path === "" ? "" : `${path}: `;
  return visible(`${subject}${message}. ${sentence(hint)}`);
}

/** Control and formatting characters of a configuration must not reach the terminal. */
function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
}
