import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where custom containers keep their model; the same for all (containers.md 3). */
export const MODELS_TARGET = "/usr/local/models";

const MARKER = "model.json";

/** The model that a folder holds. */
export function modelIn(folder: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(join(folder, MARKER), "utf8")) as { readonly modelId: string }).modelId;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Stands for the download of gigabytes: a marker file. */
export function downloadModel(folder: string, modelId: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, MARKER), JSON.stringify({ modelId }), { mode: 0o600 });
}

const DISPLAY_MARKER = "display-models.json";

/** Display models beside the model: another marker, which is no model of its own. */
export function downloadDisplayModels(folder: string, models: readonly string[]): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(join(folder, DISPLAY_MARKER), JSON.stringify({ models }), { mode: 0o600 });
}
