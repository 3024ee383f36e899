import type { PlannedChange } from "../terraform";
import type { StackOutcome } from "./stack-plans";
import { describeCounts } from "./stack-plans";
import { renderFailure } from "./report";
import type { Terminal } from "./terminal";
import { wrap } from "./text";

/** More lines are not read on a screen; `--json` has all. */
const MOST_CHANGES = 60;

const WORD_WIDTH = "replace".length;

const words: Readonly<Record<PlannedChange["action"], string>> = {
  create: "add",
  update: "change",
  replace: "replace",
  delete: "destroy",
  read: "read",
  other: "other",
};

/** What is planned, stack by stack: the changes with their reasons, the warnings, and what could not be planned. */
export function renderOutcomes(outcomes: readonly StackOutcome[], terminal: Terminal): string {
  return outcomes
    .map((outcome) => renderOutcome(outcome, outcomes.length > 1, terminal))
    .filter((text) => text !== "")
    .map((text) => `\n${text}\n`)
    .join("")
    .concat("\n");
}

function renderOutcome(outcome: StackOutcome, named: boolean, terminal: Terminal): string {
  const { stack } = outcome;
  switch (outcome.kind) {
    case "planned": {
      const changes = renderChanges(outcome.changes, terminal);
      const title = named && changes !== "" ? `  ${terminal.paint("bold", stack.id)}\n` : "";
      const warnings = outcome.plan.warnings.map((warning) => `\n\n${indented(warning)}`).join("");
      return (title + changes + warnings).replace(/^\n+/, "");
    }
    case "waiting":
      return wrap(`${stack.id}: after the account. It is planned when the account is there.`, terminal.width, "  ");
    case "failed":
      return renderStackFailure(outcome.error, terminal);
    case "skipped":
      return wrap(`${stack.id}: not planned, because ${outcome.because}`, terminal.width, "  ");
  }
}

/** The failure of one stack among several; an error that cannot be explained ends the command instead. */
export function renderStackFailure(error: unknown, terminal: Terminal): string {
  if (!(error instanceof Error) || !("code" in error) || !("hint" in error)) throw error;
  return renderFailure(error as Parameters<typeof renderFailure>[0], terminal);
}

function renderChanges(changes: readonly PlannedChange[], terminal: Terminal): string {
  const rows = changes.slice(0, MOST_CHANGES).map((change) => renderChange(change, terminal));
  const more = changes.length - rows.length;
  return [...rows, ...(more > 0 ? [`  and ${more} more (--json has all)`] : [])].join("\n");
}

/** The reason stands beside the address, or below it where the line is too short. */
function renderChange({ action, address, because }: PlannedChange, terminal: Terminal): string {
  const start = `  ${words[action].padEnd(WORD_WIDTH)}  ${address}`;
  if (because.length === 0) return start;
  const reason = because.join(", ");
  const whole = `${start}  ${reason}`;
  return whole.length <= terminal.width
    ? whole
    : `${start}\n${wrap(reason, terminal.width, " ".repeat(WORD_WIDTH + 4))}`;
}

const indented = (text: string): string =>
  text
    .split("\n")
    .map((line) => `    ${line}`.trimEnd())
    .join("\n");

/** The JSON twin. */
export function outcomeJson(outcome: StackOutcome): object {
  const stack = outcome.stack.id;
  switch (outcome.kind) {
    case "planned": {
      const { changed, counts, warnings } = outcome.plan;
      return {
        stack,
        status: "planned",
        summary: describeCounts(outcome.plan),
        changed,
        ...counts,
        changes: outcome.changes,
        warnings,
      };
    }
    case "waiting":
      return { stack, status: "after the account", changed: true };
    case "failed":
      return { stack, status: "failed", ...failureJson(outcome.error) };
    case "skipped":
      return { stack, status: "skipped", because: outcome.because };
  }
}

export function failureJson(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code, hint, details } = error as Error & { code?: string; hint?: string; details?: readonly string[] };
  return { code, message: error.message, hint, details };
}
