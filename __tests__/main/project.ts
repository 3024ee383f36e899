import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";

const repository = join(__dirname, "..", "..");

/** A folder with these files, away from the repository. */
export function projectWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "speech-project-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the app as `cdktf.json` does, in another folder. */
export function runApp(folder: string, environment: Readonly<Record<string, string>> = {}): Promise<Finished> {
  const tsx = pathToFileURL(require.resolve("tsx")).href;
  const { DOCKER_HOST: _host, DOCKER_CONTEXT: _context, SPEECH_CONFIG: _config, ...shell } = process.env;
  const options = { cwd: folder, env: { ...shell, ...environment } };
  return new Promise((resolve) => {
    execFile(process.execPath, ["--import", tsx, join(repository, "main.ts")], options, (error, stdout, stderr) => {
      resolve({ exitCode: typeof error?.code === "number" ? error.code : error === null ? 0 : 1, stdout, stderr });
    });
  });
}

/** Every file below a folder, by relative path. */
export function filesBelow(folder: string): Record<string, string> {
  if (!existsSync(folder)) {
    return {};
  }
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path));
  const files = paths.filter((path) => statSync(path).isFile());
  return Object.fromEntries(files.map((path) => [relative(folder, path), readFileSync(path, "utf8")]));
}
