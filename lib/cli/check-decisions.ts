import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Decisions } from "../checks";
import { CommandFailure } from "./command-failure";
import type { Invocation } from "./invocation";
import type { Project } from "./project";

const DEFAULT_FILE = "speech-checks.yaml";

/** The file with waivers and options has problems: its table, or as a machine reads them. */
export class ChecksRefused extends Error {
  constructor(
    readonly table: string,
    readonly json: object,
  ) {
    super(table);
    this.name = "ChecksRefused";
  }
}

/** Waivers and options of the project. @throws ChecksRefused; SPC907 for a file that is named and not there */
export function readDecisions({ options, terminal }: Invocation, { folder }: Project): Decisions {
  const path =
    options.checks === undefined ? join(folder, DEFAULT_FILE) : resolve(terminal.workingFolder, options.checks);
  if (options.checks === undefined && !existsSync(path)) return { waivers: [], options: {} };
  const name = options.checks ?? DEFAULT_FILE;
  const { parseChecksFile, problemTable, problemsJson } = require("../config") as typeof import("../config");
  const { problems, waivers, options: ofRules } = parseChecksFile(read(path, name), shown(folder, path));
  if (problems.length === 0) return { waivers, options: ofRules };
  const table = problemTable(name, problems, { width: terminal.width, colour: terminal.coloured });
  throw new ChecksRefused(table.replace("nothing was planned", "nothing was judged"), problemsJson(problems));
}

function read(path: string, name: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (thrown) {
    const { code = "unknown error" } = thrown as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "does not exist" : `cannot be read (${code})`;
    throw new CommandFailure("SPC907", `"${name}" ${why}`, "name the file with --checks, or leave it out");
  }
}

function shown(folder: string, path: string): string {
  const short = relative(folder, path).replaceAll("\\", "/");
  return short.startsWith("..") ? path : short;
}
