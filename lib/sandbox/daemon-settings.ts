import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDuration } from "../domain/duration";
import { writeDurably } from "./durable-file";
import type { UpOptions } from "./sandbox";
import { SandboxError } from "./sandbox-error";

/** What a sandbox keeps beside the store of the stand-ins. */
export interface DaemonSettings {
  readonly loadingMilliseconds: number;
  readonly clock: number;
  /** References that were added to the simulated registries, and removed from them, by hand. */
  readonly images: Readonly<Record<string, "added" | "removed">>;
  /** The users that simulated registries want a login of, by host. */
  readonly logins?: Readonly<Record<string, string>>;
}

/** A timer of Node lasts 24.8 days at most. */
const LONGEST_DAYS = 24;
const DAY_MILLISECONDS = 86_400_000;

/** The calls of all containers must neither come faster than they are answered nor later than a timer lasts. */
const CLOCK = { lowest: 0.01, highest: 100_000 } as const;

/**
 * Up to 24 days.
 *
 * @throws SPC705
 */
export function millisecondsOf(duration: string, what: string): number {
  const milliseconds = parseDuration(duration);
  if (milliseconds !== undefined && milliseconds <= LONGEST_DAYS * DAY_MILLISECONDS) return milliseconds;
  if (milliseconds !== undefined) {
    throw new SandboxError(
      "SPC705",
      `${what} "${duration}" is longer than ${LONGEST_DAYS} days`,
      `Write ${LONGEST_DAYS * 24}h or less.`,
    );
  }
  throw new SandboxError(
    "SPC705",
    `${what} "${duration}" is not a duration`,
    "Write numbers with h, m, s or ms, such as 90s or 1m30s.",
  );
}

/** The settings after `up` with these options. */
export function withOptions(settings: DaemonSettings, { loading, clock }: UpOptions): DaemonSettings {
  if (clock !== undefined && !(clock >= CLOCK.lowest && clock <= CLOCK.highest)) {
    throw new SandboxError(
      "SPC705",
      `the clock "${clock}" is not a number from ${CLOCK.lowest} to ${CLOCK.highest}`,
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
  writeDurably(join(folder, FILE), JSON.stringify(settings));
}
