import { isUtf8 } from "node:buffer";
import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, join, posix, relative, resolve } from "node:path";
import type { ProblemCode } from "../domain";
import { quoted } from "../domain/words";
import { lockFileOf, readLock } from "./lock-file";
import { parseConfig, type ConfigResult } from "./parse";

export interface LoadOptions {
  /** The project. Files are looked for, and named in problems, relative to it. */
  readonly folder: string;
  /**
   * The configuration file.
   *
   * @default - `SPEECH_CONFIG` in the environment, else `speech.yaml`, else `speech.yml`
   */
  readonly file?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /**
   * False: the lock file is not looked at.
   *
   * @default true
   */
  readonly lock?: boolean;
}

const DEFAULT_FILE = "speech.yaml";
const OTHER_FILE = "speech.yml";

/**
 * Finds, reads, judges and plans a configuration. Whatever is wrong with the file is a problem; that it is missing
 * (SPC001) or unreadable (SPC002) are the only ones without a place in it.
 */
export function loadConfig({ folder, file, env, lock: isLocked = true }: LoadOptions): ConfigResult {
  const fromEnvironment = file === undefined ? env["SPEECH_CONFIG"] : undefined;
  const given = file ?? (fromEnvironment || defaultFile(folder));
  const path = resolve(folder, given);
  const shown = shownPath(folder, given);
  const bytes = readBytes(path);
  if (typeof bytes === "string") {
    const named = fromEnvironment ? `${quoted(shown)}, named by SPEECH_CONFIG,` : quoted(shown);
    return unreadable(shown, named, bytes);
  }
  if (!isUtf8(bytes)) {
    return refused(shown, "SPC002", `${quoted(shown)} is not UTF-8 text`, "save it as UTF-8");
  }
  const lock = isLocked ? readLock(lockFileOf(path)) : "missing";
  const result = parseConfig(bytes.toString("utf8"), shown, typeof lock === "string" ? undefined : lock);
  return lock === "wrong" ? withWrongLock(result) : result;
}

/** Without its lock file nobody knows which images are meant, so nothing is planned. */
function withWrongLock({ file, problems }: ConfigResult): ConfigResult {
  const lockFile = lockFileOf(file);
  const hint = "run speech-containers lock to write it anew, or delete it";
  return {
    file,
    problems: [
      { code: "SPC020", level: "error", path: "", message: `${quoted(lockFile)} is not a lock file`, hint },
      ...problems,
    ],
  };
}

/** Relative to the project. What is outside of it and was named from the root on stays as it was named. */
function shownPath(folder: string, given: string): string {
  const path = relative(folder, resolve(folder, given)).replaceAll("\\", "/") || ".";
  return /^\.\.(?:\/|$)/.test(path) && isAbsolute(given) ? given : path;
}

function defaultFile(folder: string): string {
  return !existsSync(join(folder, DEFAULT_FILE)) && existsSync(join(folder, OTHER_FILE)) ? OTHER_FILE : DEFAULT_FILE;
}

/** The content of a file, or the code of the system's error. */
function readBytes(path: string): Buffer | string {
  try {
    return readFileSync(path);
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code ?? "unknown error";
  }
}

function unreadable(shown: string, named: string, error: string): ConfigResult {
  switch (error) {
    case "ENOENT":
    case "ENOTDIR":
      return refused(
        shown,
        "SPC001",
        `${named} does not exist`,
        "name a file that does, as an argument, with --config or in SPEECH_CONFIG",
      );
    case "EISDIR":
      return refused(
        shown,
        "SPC002",
        `${named} is a folder`,
        `name a file, such as ${posix.join(shown, DEFAULT_FILE)}`,
      );
    default:
      return refused(shown, "SPC002", `${named} cannot be read (${error})`, "check who may read it");
  }
}

function refused(file: string, code: ProblemCode, message: string, hint: string): ConfigResult {
  return { file, problems: [{ code, level: "error", path: "", message, hint }] };
}
