import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export const repository = join(__dirname, "..", "..");

const loader = join(repository, "node_modules", "tsx", "dist", "loader.mjs");

/** Built files start in a third of the time; they are used when nothing was edited since they were built. */
const built = isBuilt();
const script = (path: string): readonly string[] =>
  built ? [join(repository, "dist", path.replace(/\.ts$/, ".js"))] : ["--import", loader, join(repository, path)];

/** The `app` of a project outside of this repository. */
export const appOfRepository = ["node", ...script("main.ts")].join(" ");

function isBuilt(): boolean {
  const cli = join(repository, "dist", "lib", "cli", "main.js");
  if (!existsSync(cli)) return false;
  const sources = ["lib", "stacks"].flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  );
  const builtAt = statSync(cli).mtimeMs;
  return [...sources, "main.ts"].every((path) => statSync(join(repository, path)).mtimeMs < builtAt);
}

export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `speech-containers` of this repository, in a project. */
export function speechContainers(
  folder: string,
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<Result> {
  return runFile(process.execPath, [...script("lib/cli/main.ts"), ...words], folder, environment);
}

/** Starts `speech-containers` and lets Ctrl+C be pressed. */
export function startCommandLine(
  folder: string,
  words: readonly string[],
): { readonly press: () => void; readonly ended: Promise<Result> } {
  const child = spawn(process.execPath, [...script("lib/cli/main.ts"), ...words], { cwd: folder });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = new Promise<Result>((resolve) => {
    child.once("close", (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });
  return { press: () => void child.kill("SIGINT"), ended };
}

/** Waits until something is the case, for half a minute. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await pause(50)) {
    if (await isSo()) return;
  }
  throw new Error("it did not come so");
}

/** Runs any program to its end; its exit code is part of the answer. */
export function runFile(
  command: string,
  words: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<Result> {
  return new Promise((resolve) => {
    const options = { cwd: folder, env: { ...process.env, ...environment }, maxBuffer: 1 << 28 };
    const child = execFile(command, [...words], options, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : (child.exitCode ?? 1), stdout, stderr });
    });
    child.stdin?.end();
  });
}

/** A temporary project with our app and these files. */
export function projectWith(files: Readonly<Record<string, string>>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "speech-e2e-")));
  writeFileSync(join(folder, "cdktf.json"), JSON.stringify({ language: "typescript", app: appOfRepository }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** An example's configuration with other host ports, so that tests do not meet on one. */
export function exampleOnPorts(path: string, firstPort: number): string {
  let next = firstPort;
  return readFileSync(join(repository, "examples", path), "utf8").replace(/\bport: \d+/g, () => `port: ${next++}`);
}

/** All text below a folder, by path; what is not text is read as Latin letters. */
export function allFilesBelow(folder: string): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, text: readFileSync(path, "latin1") }));
}
