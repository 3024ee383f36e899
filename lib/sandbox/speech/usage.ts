import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Queries by month, such as `2026-11`: the sandbox's stand-in for the usage records of a disconnected container. */
type UsageRecords = Readonly<Record<string, number>>;

const FILE = "usage-records.json";

/** Counts one query. */
export function recordQuery(folder: string, at: Date): void {
  const month = at.toISOString().slice(0, 7);
  const records = recordsIn(folder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, FILE), JSON.stringify({ ...records, [month]: (records[month] ?? 0) + 1 }), {
    mode: 0o600,
  });
}

/** Queries of a month, or of all. */
export function queriesIn(folder: string, month?: string): number {
  const records = recordsIn(folder);
  return month === undefined ? Object.values(records).reduce((sum, count) => sum + count, 0) : (records[month] ?? 0);
}

function recordsIn(folder: string): UsageRecords {
  try {
    return JSON.parse(readFileSync(join(folder, FILE), "utf8")) as UsageRecords;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw error;
  }
}
