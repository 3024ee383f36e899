import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of this package; the sources lie two levels below it, the built files three. */
function packageFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, "package.json"))) folder = dirname(folder);
  return folder;
}

export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** The `package.json` of this package. */
export function packageManifest(): Manifest {
  return JSON.parse(readFileSync(join(packageFolder(), "package.json"), "utf8")) as Manifest;
}

export function packageVersion(): string {
  return packageManifest().version;
}

/** The text of a program in `examples/clients`. */
export function readClientProgram(file: string): string {
  return readFileSync(join(packageFolder(), "examples", "clients", file), "utf8");
}

/** The app that makes the stacks of a `speech.yaml` without a project around it. */
export function packagedApp(): { readonly command: string; readonly arguments: readonly string[] } {
  return { command: process.execPath, arguments: [join(packageFolder(), "dist", "main.js")] };
}
