import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const VERSION = "1.53.0";
const ENVIRONMENT = join(__dirname, "../../../../node_modules/.cache", `azure-speech-python-${VERSION}`);
/** Python of the virtual environment that {@link preparePython} makes. */
export const pythonProgram = join(ENVIRONMENT, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
const CLIENT = join(__dirname, "client.py");

/** Why the Python SDK cannot be tried on this machine; undefined when it can. In CI its absence is a failure. */
export function pythonIsMissing(): string | undefined {
  const found = spawnSync("python3", ["-c", "import venv, sys; sys.exit(sys.version_info < (3, 8))"]);
  const reason = found.status === 0 ? undefined : "python3 (3.8 or later, with venv) is not on the PATH";
  if (reason !== undefined && process.env["CI"] !== undefined) throw new Error(reason);
  return reason;
}

/** Makes the virtual environment with the SDK, unless an earlier run has made it. */
export async function preparePython(): Promise<void> {
  const run = promisify(execFile);
  const isReady =
    existsSync(pythonProgram) && spawnSync(pythonProgram, ["-c", "import azure.cognitiveservices.speech"]).status === 0;
  if (isReady) return;
  await run("python3", ["-m", "venv", "--clear", ENVIRONMENT]);
  await run(pythonProgram, [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    `azure-cognitiveservices-speech==${VERSION}`,
  ]);
}

/**
 * Runs one job of `client.py` in a process of its own. The native SDK at times aborts while its process ends, after all work is
 * done; so what it printed counts, not its exit code.
 */
export async function runPython(job: Readonly<Record<string, unknown>>): Promise<unknown> {
  const output = await new Promise<string>((resolve) => {
    execFile(pythonProgram, [CLIENT, JSON.stringify(job)], { timeout: 90_000 }, (_, stdout, stderr) =>
      resolve(`${stdout}\n${stderr}`),
    );
  });
  const line = output.split("\n").find((candidate) => candidate.startsWith("RESULT "));
  if (line === undefined) throw new Error(`the Python client printed no result:\n${output}`);
  return JSON.parse(line.slice("RESULT ".length));
}
