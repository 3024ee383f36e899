import { CommandFailure } from "./command-failure";
import { ConfigRefused } from "./config-refused";
import { writeJson } from "./invocation";
import { readCommandLine } from "./program";
import { reportFailure } from "./report";
import type { Terminal } from "./terminal";
import { wrap } from "./text";

const COULD_NOT = 2;
const INTERRUPTED = 130;

/** Runs a command line; answers with the exit code (design decision D27). Never throws. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const call = readCommandLine(words);
  if (call.kind === "text") {
    if (call.asked) terminal.write(call.text);
    else terminal.complain(call.text);
    return call.asked ? 0 : COULD_NOT;
  }
  if (call.kind === "wrong") {
    reportFailure(new CommandFailure("SPC620", call.message, call.hint), terminal, words.includes("--json"));
    // Scripts that ask for Terraform's exit codes take 2 for changes.
    return words.includes("--detailed-exitcode") ? 1 : COULD_NOT;
  }
  const { json = false, detailedExitcode = false } = call.call.options;
  try {
    return await call.action({ ...call.call, terminal });
  } catch (error) {
    if (error instanceof Error && error.name === "Interrupted") {
      if (json) writeJson(terminal, { interrupted: error.message });
      else terminal.complain(`\n${wrap(`interrupted: ${error.message}`, terminal.width, "  ")}\n`);
      return INTERRUPTED;
    }
    if (error instanceof ConfigRefused) refuse(error, terminal, json);
    else reportFailure(error, terminal, json);
    return detailedExitcode ? 1 : COULD_NOT;
  }
}

/** Problems of a configuration have a screen and a JSON twin of their own. */
function refuse({ table, project }: ConfigRefused, terminal: Terminal, json: boolean): void {
  if (!json) {
    terminal.complain(`\n${table.trimEnd()}\n`);
    return;
  }
  const { loadConfig, problemsJson } = require("../config") as typeof import("../config");
  const { problems } = loadConfig({ folder: project.folder, file: project.file, env: project.environment });
  // An app can refuse what the file alone does not show, such as a DOCKER_HOST in the environment.
  const refused = problems.some(({ level }) => level === "error");
  terminal.write(`${JSON.stringify(refused ? problemsJson(problems) : tableJson(table), null, 2)}\n`);
}

function tableJson(table: string): object {
  return {
    problems: [
      {
        code: "SPC603",
        level: "error",
        message: "the app refused the configuration",
        hint: "see details",
        details: table.trimEnd().split("\n"),
      },
    ],
  };
}
