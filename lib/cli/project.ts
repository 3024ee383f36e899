import { existsSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import type { Environment } from "../terraform";
import { CommandFailure } from "./command-failure";
import type { Invocation } from "./invocation";

/** Where a command works, and with which configuration. */
export interface Project {
  /** Absolute. */
  readonly folder: string;
  /** As it is named in problems: relative to the folder where it lies below it. Absent: the default of `loadConfig`. */
  readonly file?: string;
  /** The user's environment with `SPEECH_CONFIG` for `file`. */
  readonly environment: Environment;
}

/**
 * The project of an invocation: `--folder`, else the working folder. The configuration is the argument or `--config`,
 * taken from the working folder as any path on a command line is.
 */
export function openProject({ options, terminal }: Invocation, argument?: string): Project {
  const folder = resolve(terminal.workingFolder, options.folder ?? ".");
  const given = fileGiven(argument, options.config);
  const file = given === undefined ? undefined : below(folder, resolve(terminal.workingFolder, given));
  return withFile({ folder, environment: terminal.environment }, file);
}

/** The same project with another configuration. */
export function withFile(project: Omit<Project, "file">, file: string | undefined): Project {
  const { folder, environment } = project;
  return file === undefined
    ? { folder, environment }
    : { folder, file, environment: { ...environment, SPEECH_CONFIG: file } };
}

/** Stacks come from an app or from a configuration; a folder with neither is most often the wrong folder. */
export function refuseEmptyFolder({ folder, file, environment }: Project): void {
  const candidates = ["cdktf.json", "speech.yaml", "speech.yml"].map((name) => join(folder, name));
  if (file !== undefined || environment.SPEECH_CONFIG || candidates.some((path) => existsSync(path))) return;
  throw new CommandFailure(
    "SPC621",
    `${folder} has neither a speech.yaml nor a cdktf.json`,
    "write a speech.yaml, name one as argument or in SPEECH_CONFIG, or name the project with --folder",
  );
}

function fileGiven(argument: string | undefined, option: string | undefined): string | undefined {
  if (argument !== undefined && option !== undefined && argument !== option) {
    throw new CommandFailure("SPC620", `two configurations are named: "${argument}" and "${option}"`, "name one");
  }
  return argument ?? option;
}

function below(folder: string, path: string): string {
  const short = relative(folder, path);
  return short.startsWith("..") || isAbsolute(short) ? path : short;
}
