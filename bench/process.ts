import { spawn } from "node:child_process";
import { join } from "node:path";

export const project = join(__dirname, "..");
const reportUsage = join(__dirname, "apps", "report-usage.cjs");

export interface ProcessSample {
  /** From start to end of the process. */
  readonly milliseconds: number;
  /** Peak resident memory. */
  readonly megabytes: number;
  readonly output: string;
}

export interface ProcessOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

/** Runs Node with these words; a process that fails ends the bench with what it said. */
export function runNode(words: readonly string[], options: ProcessOptions = {}): Promise<ProcessSample> {
  const start = performance.now();
  const child = spawn(process.execPath, ["--require", reportUsage, ...words], {
    cwd: options.folder ?? project,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const texts = child.stdio.slice(1).map(() => "");
  child.stdio
    .slice(1)
    .forEach((stream, index) => stream?.on("data", (chunk: Buffer) => (texts[index] += String(chunk))));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      const milliseconds = performance.now() - start;
      const [output = "", errors = "", usage = ""] = texts;
      if (code !== 0) reject(new Error(`node ${words.join(" ")} ended with ${code}\n${output}${errors}`));
      else resolve({ milliseconds, megabytes: Number(usage) / 1024, output });
    });
  });
}
