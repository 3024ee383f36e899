import { readFileSync } from "node:fs";
import { z } from "zod";
import type { ImageLock } from "../domain";
import { isDigest } from "../domain/image";

const FORM = z.strictObject({
  version: z.literal(1),
  images: z.record(z.string(), z.string().refine(isDigest)),
});

/** The lock file of a configuration: `speech.lock.json` beside `speech.yaml`. */
export function lockFileOf(configFile: string): string {
  return `${configFile.replace(/\.ya?ml$/i, "")}.lock.json`;
}

/** What a lock file holds; `missing` if there is none, `wrong` if it is none. */
export function readLock(path: string): ImageLock | "missing" | "wrong" {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? "missing" : "wrong";
  }
  return parseLock(text) ?? "wrong";
}

/** The digests of a lock file's text; undefined if it is none. */
export function parseLock(text: string): ImageLock | undefined {
  try {
    return FORM.safeParse(JSON.parse(text)).data?.images;
  } catch {
    return undefined;
  }
}

/** The text of a lock file, the same for the same digests. */
export function renderLock(lock: ImageLock): string {
  const images = Object.fromEntries(Object.entries(lock).toSorted(([one], [other]) => (one < other ? -1 : 1)));
  return `${JSON.stringify({ version: 1, images }, null, 2)}\n`;
}
