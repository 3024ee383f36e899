import { appendFileSync, mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { LOG_LEVELS } from "../../domain/catalogue/container-settings";
import type { SpeechSettings } from "./settings";

export type LogLevel = (typeof LOG_LEVELS)[number];

/** Takes a line of a container's log; without a level it is one of Information. */
export type ContainerLog = (line: string, level?: LogLevel) => void;

export interface LogPlaces {
  readonly console: (line: string) => void;
  /** Folder of the container's own files; absent: nothing is mounted there. */
  readonly files?: string;
  readonly now: () => number;
}

const MEGABYTE = 1024 * 1024;
const STANDARD: LogLevel = "Information";

/**
 * The log of a container as its settings want it: the console from a level upwards, and JSON files, each of them until it
 * is full. Names and shape of the files are the sandbox's own; no page shows those of real containers.
 */
export function openContainerLog(settings: SpeechSettings, { console, files, now }: LogPlaces): ContainerLog {
  const toConsole = thresholdOf(settings.get("logging:console:loglevel:default"));
  const toDisk = thresholdOf(settings.get("logging:disk:loglevel"));
  const write =
    settings.has("logging:disk:format") && files !== undefined ? openFiles(files, limitOf(settings)) : undefined;
  return (line, level = STANDARD) => {
    const weight = LOG_LEVELS.indexOf(level);
    if (weight >= toConsole) console(line);
    if (weight >= toDisk) write?.(JSON.stringify({ time: new Date(now()).toISOString(), level, message: line }));
  };
}

/** None is behind all levels, so nothing reaches it. */
function thresholdOf(given: string = STANDARD): number {
  return LOG_LEVELS.findIndex((level) => level.toLowerCase() === given.toLowerCase());
}

/** Bytes. */
function limitOf(settings: SpeechSettings): number {
  const megabytes = Number(settings.get("logging:disk:maxfilesize") ?? 1);
  return megabytes < 0 ? Infinity : megabytes * MEGABYTE;
}

function openFiles(folder: string, limit: number): (line: string) => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let number = 1;
  const file = (): string => join(folder, `log-${number}.json`);
  return (line) => {
    const size = statSync(file(), { throwIfNoEntry: false })?.size ?? 0;
    if (size > 0 && size + Buffer.byteLength(line) >= limit) number += 1;
    appendFileSync(file(), `${line}\n`, { mode: 0o600 });
  };
}
