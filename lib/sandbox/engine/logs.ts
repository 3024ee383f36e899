import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** A log that is fuller becomes the older half of what is kept of it, so twice as much is kept at most. */
const HALF_BYTES = 1_000_000;

/** The logs of containers, by container id. */
export interface Logs {
  write(id: string, line: string): void;
  /** The newest lines, up to 2 MB of them. */
  read(id: string): readonly string[];
  /** Gives what ends it. */
  follow(id: string, listener: (line: string) => void): () => void;
  forget(id: string): void;
}

function linesOf(file: string): readonly string[] {
  try {
    return readFileSync(file, "utf8").split("\n").slice(0, -1);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

export function openLogs(folder: string, halfBytes = HALF_BYTES): Logs {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const listeners = new Map<string, Set<(line: string) => void>>();
  const newer = (id: string): string => join(folder, `${id}.log`);
  const older = (id: string): string => join(folder, `${id}.older.log`);
  return {
    write(id, line) {
      appendFileSync(newer(id), `${line}\n`, { mode: 0o600 });
      if (statSync(newer(id)).size > halfBytes) renameSync(newer(id), older(id));
      for (const listener of listeners.get(id) ?? []) listener(line);
    },
    read: (id) => [...linesOf(older(id)), ...linesOf(newer(id))],
    follow(id, listener) {
      const all = listeners.get(id) ?? new Set();
      listeners.set(id, all.add(listener));
      return () => all.delete(listener);
    },
    forget(id) {
      rmSync(newer(id), { force: true });
      rmSync(older(id), { force: true });
      listeners.delete(id);
    },
  };
}
