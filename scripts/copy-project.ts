import { cpSync, existsSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";

export const project = join(__dirname, "..");

/** What a user of the repository has and edits; `node_modules` is linked, so nothing may run npm in the copy. */
const parts = [
  "cdktf.json",
  "examples",
  "lib",
  "main.ts",
  "package.json",
  "schema",
  "stacks",
  "tsconfig.build.json",
  "tsconfig.json",
  "try",
];

/** A working copy in which tests and the bench deploy, so that no state or sandbox of yours is touched. */
export function copyProject(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const part of parts.filter((name) => existsSync(join(project, name)))) {
    cpSync(join(project, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"), "junction");
}
