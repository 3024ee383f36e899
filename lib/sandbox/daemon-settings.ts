import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDuration } from "../domain/duration";
import type { UpOptions } from "./sandbox";
import { SandboxError } from "./sandbox-error";

/** What a sandbox keeps beside the store of the stand-ins. */
export interface DaemonSettings {
  readonly loadingMilliseconds: number;
  readonly clock: number;
  /** References that were added to the simulated registries, and removed from them, by hand. */
  readonly images: Readonly<Record<string, "added" | "removed">>;
}

/** @throws SPC705 */
export function millisecondsOf(duration: string, what: string): number {
  const milliseconds = parseDuration(duration);
  if (milliseconds !== undefined) return milliseconds;
  throw new SandboxError(
    "SPC705",
    `${what} "${duration}" is not a duration`,
    "Write numbers with h, m, s or ms, such as 90s or 1m30s.",
  );
}

/** The settings after `up` with these options. */
export function withOptions(settings: DaemonSettings, { loading, clock }: UpOptions): DaemonSettings {
  if (clock !== undefined && !(Number.isFinite(clock) && clock > 0)) {
    throw new SandboxError(
      "SPC705",
      `the clock "${clock}" is not a positive number`,
      "Write how many simulated seconds pass in a real second, such as 60.",
    );
  }
  return {
    ...settings,
    ...(loading === undefined ? {} : { loadingMilliseconds: millisecondsOf(loading, "the loading time") }),
    ...(clock === undefined ? {} : { clock }),
  };
}

const FILE = "settings.json";

export function readSettings(folder: string): DaemonSettings {
  try {
    return JSON.parse(readFileSync(join(folder, FILE), "utf8")) as DaemonSettings;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return {
      loadingMilliseconds: 300,
      clock: 1,
      images: {},
    };
  }
}

export function writeSettings(folder: string, settings: DaemonSettings): void {
  const draft = join(folder, `${FILE}.new`);
  writeFileSync(draft, JSON.stringify(settings), { mode: 0o600 });
  renameSync(draft, join(folder, FILE));
}
