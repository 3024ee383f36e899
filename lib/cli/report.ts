import { sentence } from "../domain/words";
import type { Terminal } from "./terminal";
import { wrap } from "./text";

/** What an error of any room that can be explained looks like. */
interface Explained {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly details?: readonly string[];
}

const CODE = /^SPC\d+$/;

/** Long enough for what matters of one error; the rest is in the log. */
const MOST_DETAIL_LINES = 24;

/** Tells why a command could not do its work: our sentence, the tool's own words, what to do. */
export function reportFailure(error: unknown, terminal: Terminal, json: boolean): void {
  const explained = isExplained(error) ? error : unexpected(error);
  if (json) terminal.write(`${JSON.stringify({ problems: [asJson(explained)] }, null, 2)}\n`);
  else terminal.complain(`\n${renderFailure(explained, terminal)}\n`);
}

export function renderFailure({ code, message, hint, details = [] }: Explained, terminal: Terminal): string {
  const label = CODE.test(code) ? `${code}  ` : "";
  const [first = "", ...more] = wrap(message, terminal.width - 2 - label.length).split("\n");
  const lines = details.flatMap((detail) => detail.split("\n"));
  const shown = lines.slice(-MOST_DETAIL_LINES).map((line) => `    ${line}`.trimEnd());
  return [
    [`  ${terminal.paint("red", label)}${first}`, ...more.map((line) => " ".repeat(2 + label.length) + line)],
    lines.length > MOST_DETAIL_LINES
      ? [`    (${lines.length - MOST_DETAIL_LINES} lines before these)`, ...shown]
      : shown,
    [wrap(sentence(hint), terminal.width, "  ")],
  ]
    .filter((block) => block.length > 0)
    .map((block) => block.join("\n"))
    .join("\n\n");
}

function asJson({ code, message, hint, details }: Explained): object {
  return { code, level: "error", message, hint, ...(details === undefined ? {} : { details }) };
}

function isExplained(error: unknown): error is Explained & Error {
  return error instanceof Error && "code" in error && CODE.test(String(error.code)) && "hint" in error;
}

/** A fault of ours: the stack is what a report needs, and it holds no values of the user's. */
function unexpected(error: unknown): Explained {
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  return {
    code: "unexpected",
    message: `unexpected error: ${message}`,
    hint: "this is a fault of speech-containers; report it with the lines above",
    details: stack
      .split("\n")
      .slice(1, 8)
      .map((line) => line.trim()),
  };
}
