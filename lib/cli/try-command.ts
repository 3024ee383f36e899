import { existsSync, realpathSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Invocation } from "./invocation";

/** How this command is started again for the same project: `./try` says so, `-C` only where the folder is another. */
export function commandOf({ options, terminal }: Pick<Invocation, "options" | "terminal">): string {
  const launcher = terminal.environment.SPEECH_CONTAINERS_LAUNCHER;
  const inWorkingFolder = (path: string): string => resolve(terminal.workingFolder, path);
  const home = launcher === undefined ? terminal.workingFolder : dirname(real(inWorkingFolder(launcher)));
  const elsewhere = options.folder !== undefined && real(inWorkingFolder(options.folder)) !== real(home);
  return `${launcher ?? "speech-containers try"}${elsewhere ? ` -C ${options.folder}` : ""}`;
}

/** Without links; a path that does not exist stays as it is. */
const real = (path: string): string => (existsSync(path) ? realpathSync(path) : path);
