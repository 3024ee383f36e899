import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { copyProject, project } from "../../scripts/copy-project";

export { project };

export interface Result {
  readonly code: number | null;
  /** Standard output and error together. */
  readonly text: string;
}

export interface Workplace {
  readonly folder: string;
  /** Runs a program in the folder; `environment` is added to ours. */
  run(program: string, words: readonly string[], environment?: Readonly<Record<string, string>>): Result;
  /** Ends the sandbox and removes the folder. */
  remove(): void;
}

const exampleConfig = "examples/four-functions/speech.yaml";
export const command = join(project, "dist", "lib", "cli", "main.js");

/** A copy of the project in which `node` is the given program and the configuration is the example's. */
export function workplace(node = process.execPath): Workplace {
  if (!existsSync(command)) throw new Error("nothing is built: npm run build");
  const folder = mkdtempSync(join(tmpdir(), "speech-lane-"));
  copyProject(folder);
  const ours = {
    ...process.env,
    PATH: [dirname(node), process.env["PATH"]].join(delimiter),
    SPEECH_CONFIG: exampleConfig,
    CI: "true",
  };
  const run = (program: string, words: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
    const env = { ...ours, ...environment };
    const { status, stdout, stderr, error } = spawnSync(program, words, { cwd: folder, env, encoding: "utf8" });
    return { code: status, text: `${stdout}${stderr}${error?.message ?? ""}` };
  };
  const remove = () => {
    run(node, [command, "sandbox", "down"]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, run, remove };
}

/** Installs a folder's or a named package once and keeps it for the next run. */
export function npmOnce(mark: string, folder: string, words: readonly string[]): void {
  if (existsSync(mark)) return;
  const shell = process.platform === "win32";
  const { status, stdout, stderr } = spawnSync("npm", words, { cwd: folder, encoding: "utf8", shell });
  if (status !== 0) throw new Error(`npm ${words.join(" ")} failed\n${stdout}${stderr}`);
}

export const versionOf = (packageFolder: string): string =>
  (JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string }).version;
