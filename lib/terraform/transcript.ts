import type { ProcessResult } from "./process";
import { parseTerraformLine, renderDiagnostic, type TerraformEvent } from "./progress";
import type { Scrub } from "../domain/scrub";

/** What a run printed that is not its JSON user interface: the error of an early stop, a crash report. */
export function plainText(result: ProcessResult): string {
  const lines = `${result.stderr}\n${result.stdout}`.split("\n");
  return lines
    .filter((line) => parseTerraformLine(line) === undefined && !line.startsWith('{"@level"'))
    .join("\n")
    .trim();
}

/**
 * A run as it goes into the log. Without `scrub` the free text of tools is left out: addresses, actions and counts hold
 * no secret, anything else may.
 */
export function transcriptOf(
  stackId: string,
  words: readonly string[],
  { result, events, scrub }: { result: ProcessResult; events: readonly TerraformEvent[]; scrub: Scrub | undefined },
): string {
  const lines = events.flatMap((event) => describeEvent(event, scrub));
  const plain = scrub === undefined ? "" : scrub(plainText(result));
  return [`${stackId}: terraform ${words.join(" ")}`, ...lines, plain, `exit code ${result.exitCode}`]
    .filter((line) => line !== "")
    .join("\n")
    .concat("\n\n");
}

function describeEvent(event: TerraformEvent, scrub: Scrub | undefined): readonly string[] {
  switch (event.kind) {
    case "diagnostic":
      return scrub === undefined ? [] : [scrub(renderDiagnostic(event.diagnostic))];
    case "summary":
      return [`${event.changes.add} to add, ${event.changes.change} to change, ${event.changes.destroy} to destroy`];
    case "outputs":
      return [];
    case "planned":
    case "started":
      return [`${event.address}: ${event.kind} ${event.action}`];
    default:
      return [`${event.address}: ${event.kind} ${event.action} after ${event.seconds} s`];
  }
}

/** What state things are in after Ctrl+C. */
export function interruptionOf(stackId: string, words: readonly string[], events: readonly TerraformEvent[]): string {
  const [command = ""] = words;
  if (command !== "apply") return `terraform ${command} of stack "${stackId}" was stopped; nothing of it was changed`;
  const done = events.filter(({ kind }) => kind === "finished").length;
  const planned = events.reduce((sum, event) => sum + (event.kind === "planned" ? stepsOf(event.action) : 0), 0);
  return (
    `terraform apply of stack "${stackId}" was stopped after ${done} of ${planned} changes; ` +
    `the state holds what was made, and the next deploy goes on from there`
  );
}

/** A replacement is destroyed and made: two changes in Terraform's counts, and each is finished by itself. */
const stepsOf = (action: string): number => (action === "replace" ? 2 : 1);
