import { existsSync, statSync } from "node:fs";
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
 *
 * @throws SPC621 for a folder that is none
 */
export function openProject({ options, terminal }: Invocation, argument?: string): Project {
  const folder = resolve(terminal.workingFolder, options.folder ?? ".");
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CommandFailure("SPC621", `"${folder}" is not a folder`, "name the folder of the project with --folder");
  }
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
export function refuseEmptyFolder(project: Project): void {
  const { folder } = project;
  if (hasConfig(project) || existsSync(join(folder, "cdktf.json"))) return;
  throw new CommandFailure(
    "SPC621",
    `${folder} has neither a speech.yaml nor a cdktf.json`,
    "write a speech.yaml, name one as argument or in SPEECH_CONFIG, or name the project with --folder",
  );
}

/** True: a configuration is named or lies in the folder; an app of one's own can do without. */
export function hasConfig({ folder, file, environment }: Project): boolean {
  const defaults = ["speech.yaml", "speech.yml"].map((name) => join(folder, name));
  return file !== undefined || Boolean(environment.SPEECH_CONFIG) || defaults.some((path) => existsSync(path));
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
