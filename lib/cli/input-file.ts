import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { CommandFailure } from "./command-failure";
import type { Terminal } from "./terminal";

const STANDARD_INPUT = 0;

/**
 * The text of a file that is named on the command line; `-` is the standard input.
 *
 * @throws SPC631 if it cannot be read
 */
export function readInput(path: string, terminal: Terminal): string {
  try {
    return readFileSync(path === "-" ? STANDARD_INPUT : resolve(terminal.workingFolder, path), "utf8");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw new CommandFailure("SPC631", `"${path}" cannot be read (${reason})`, "name a file, or - for standard input");
  }
}
