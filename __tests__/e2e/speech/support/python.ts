import { execFile, spawnSync } from "node:child_process";
import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const VERSION = "1.53.0";
const ENVIRONMENT = join(__dirname, "../../../../node_modules/.cache", `azure-speech-python-${VERSION}`);
const pythonOf = (environment: string): string =>
  join(environment, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");

/** Python of the virtual environment that {@link preparePython} makes. */
export const pythonProgram = pythonOf(ENVIRONMENT);
const CLIENT = join(__dirname, "client.py");

/** Why the Python SDK cannot be tried on this machine; undefined when it can. In CI its absence is a failure. */
export function pythonIsMissing(): string | undefined {
  const found = spawnSync("python3", ["-c", "import venv, sys; sys.exit(sys.version_info < (3, 8))"]);
  const reason = found.status === 0 ? undefined : "python3 (3.8 or later, with venv) is not on the PATH";
  if (reason !== undefined && process.env["CI"] !== undefined) throw new Error(reason);
  return reason;
}

/**
 * Makes the virtual environment with the SDK, unless an earlier run has made it. Test files that run at once each make
 * one, and the first that is whole is everybody's.
 */
export async function preparePython(): Promise<void> {
  if (isWhole()) return;
  const execute = promisify(execFile);
  const draft = `${ENVIRONMENT}-${process.pid}`;
  await execute("python3", ["-m", "venv", "--clear", draft]);
  await execute(pythonOf(draft), [
    "-m",
    "pip",
    "install",
    "--quiet",
    "--disable-pip-version-check",
    `azure-cognitiveservices-speech==${VERSION}`,
  ]);
  try {
    renameSync(draft, ENVIRONMENT);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!isWhole()) throw error;
  }
}

const isWhole = (): boolean =>
  existsSync(pythonProgram) && spawnSync(pythonProgram, ["-c", "import azure.cognitiveservices.speech"]).status === 0;

type Job = Readonly<Record<string, unknown>>;

/** How often the native SDK may abort in the middle of the jobs; the others are begun anew then. */
const ABORTS = 3;

/** Runs jobs of `client.py` one after the other, in one process. */
export async function runPythonJobs(jobs: readonly Job[]): Promise<readonly unknown[]> {
  const results: unknown[] = [];
  let last: Run = { output: "", tookTooLong: false };
  for (let tries = 0; tries <= ABORTS && results.length < jobs.length && !last.tookTooLong; tries++) {
    last = await run(jobs.slice(results.length));
    const lines = last.output.split("\n").filter((line) => line.startsWith("RESULT "));
    results.push(...lines.map((line): unknown => JSON.parse(line.slice("RESULT ".length))));
  }
  if (results.length < jobs.length) {
    throw new Error(`the Python client gave ${results.length} of ${jobs.length} results:\n${last.output}`);
  }
  return results;
}

export async function runPython(job: Job): Promise<unknown> {
  const [result] = await runPythonJobs([job]);
  return result;
}

interface Run {
  readonly output: string;
  readonly tookTooLong: boolean;
}

/**
 * The native SDK at times aborts while its process ends, after all work is done; so what it printed counts, not its exit code.
 */
async function run(jobs: readonly Job[]): Promise<Run> {
  const timeout = 90_000 + 500 * jobs.length;
  return new Promise((resolve) => {
    const child = execFile(pythonProgram, [CLIENT], { timeout }, (error, stdout, stderr) =>
      resolve({ output: `${stdout}\n${stderr}`, tookTooLong: error?.killed === true }),
    );
    child.stdin?.end(JSON.stringify(jobs));
  });
}
