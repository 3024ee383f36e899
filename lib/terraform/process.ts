import { spawn } from "node:child_process";
import type { Environment } from "./environment";
import type { Interrupts } from "./failure";

export interface ProcessRequest {
  readonly command: string;
  readonly arguments: readonly string[];
  readonly folder: string;
  readonly environment: Environment;
  readonly interrupts?: Interrupts;
  /** Hears each complete line of standard output as it comes. */
  readonly onLine?: (line: string) => void;
  /** True only for the `app` of cdktf.json, which is a shell command by its own contract. */
  readonly shell?: boolean;
}

export interface ProcessResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a child process to its end. Ctrl+C is passed on once per press and the child is waited for: Terraform writes
 * its state when it is interrupted and loses it when it is killed.
 */
export function runProcess(request: ProcessRequest): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(request.command, request.arguments, {
      cwd: request.folder,
      env: request.environment,
      stdio: ["ignore", "pipe", "pipe"],
      shell: request.shell ?? false,
      // A group of its own: a terminal sends Ctrl+C to the whole foreground group, and Terraform takes the second
      // one as "stop at once and lose the state".
      detached: process.platform !== "win32",
      windowsHide: true,
    });
    const stopListening = request.interrupts?.listen(() => interrupt(child.pid)) ?? (() => undefined);
    const stdout = collectLines(request.onLine);
    const stderr = collectLines();
    child.stdout.setEncoding("utf8").on("data", stdout.take);
    child.stderr.setEncoding("utf8").on("data", stderr.take);
    child.once("error", (error) => {
      stopListening();
      reject(error);
    });
    child.once("close", (code) => {
      stopListening();
      resolve({ exitCode: code ?? 1, stdout: stdout.end(), stderr: stderr.end() });
    });
  });
}

function interrupt(pid: number | undefined): void {
  // Windows gives Ctrl+C to every process of the console by itself; a signal sent there would kill.
  if (pid === undefined || process.platform === "win32") return;
  try {
    process.kill(-pid, "SIGINT");
  } catch {
    // The child ended between the key press and this call.
  }
}

function collectLines(onLine?: (line: string) => void): { take: (chunk: string) => void; end: () => string } {
  let text = "";
  let lineStart = 0;
  const take = (chunk: string): void => {
    text += chunk;
    if (onLine === undefined) return;
    for (let at = text.indexOf("\n", lineStart); at >= 0; at = text.indexOf("\n", lineStart)) {
      onLine(text.slice(lineStart, at));
      lineStart = at + 1;
    }
  };
  const end = (): string => {
    if (onLine !== undefined && lineStart < text.length) onLine(text.slice(lineStart));
    return text;
  };
  return { take, end };
}
