import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { copyProject, project, type ProjectCopy } from "../../scripts/copy-project";

export { project };

export interface Result {
  readonly code: number | null;
  readonly stdout: string;
  /** Standard output and error together. */
  readonly text: string;
}

export interface Workplace extends ProjectCopy {
  readonly folder: string;
  /** Runs a program in the folder; `environment` is added to ours. */
  run(program: string, words: readonly string[], environment?: Readonly<Record<string, string>>): Result;
  /** Runs our command. */
  speech(...words: string[]): Result;
  /** Ends the sandbox and removes the folder. */
  remove(): void;
}

export const command = join(project, "dist", "lib", "cli", "main.js");

/** A copy of the project in which `node` is the given program. */
export async function workplace(node = process.execPath): Promise<Workplace> {
  if (!existsSync(command)) throw new Error("nothing is built: npm run build");
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "speech-lane-")));
  const { onItsPorts, onPublishedPorts } = await copyProject(folder);
  const ours = {
    ...process.env,
    PATH: [dirname(node), process.env["PATH"]].join(delimiter),
    CI: "true",
    // A file that does not exist makes every call of Terraform print a warning.
    TF_CLI_CONFIG_FILE: undefined,
  };
  const run: Workplace["run"] = (program, words, environment = {}) => {
    const env = { ...ours, ...environment };
    const { status, stdout, stderr, error } = spawnSync(program, words, { cwd: folder, env, encoding: "utf8" });
    return { code: status, stdout, text: `${stdout}${stderr}${error?.message ?? ""}` };
  };
  const speech = (...words: string[]) => run(node, [command, ...words]);
  const remove = () => {
    speech("sandbox", "down");
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, onItsPorts, onPublishedPorts, run, speech, remove };
}

/** The variables with which plain Terraform works in the sandbox of a workplace. */
export function sandboxVariables({ speech }: Workplace): Record<string, string> {
  const up = speech("sandbox", "up");
  if (up.code !== 0) throw new Error(up.text);
  return JSON.parse(speech("sandbox", "env", "--json").stdout) as Record<string, string>;
}

/**
 * Programs that stand in front of the real ones in PATH, as scripts of sh: a document's commands run as they stand,
 * and the stand-ins add what turns a deployment for real into one in the sandbox.
 */
export function standIns({ folder }: Workplace, scripts: Readonly<Record<string, string>>): string {
  const bin = join(folder, ".stand-ins");
  mkdirSync(bin, { recursive: true });
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return [bin, process.env["PATH"]].join(delimiter);
}

/** What npm installs once and keeps for the next run. */
export function npmOnce(mark: string, folder: string, words: readonly string[]): void {
  if (existsSync(mark)) return;
  const shell = process.platform === "win32";
  const { status, stdout, stderr } = spawnSync("npm", words, { cwd: folder, encoding: "utf8", shell });
  if (status !== 0) throw new Error(`npm ${words.join(" ")} failed\n${stdout}${stderr}`);
}

export const versionOf = (packageFolder: string): string =>
  (JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string }).version;
