import { spawn } from "node:child_process";
import type { Reattach } from "../../../lib/sandbox/provider";

export interface Finished {
  readonly exitCode: number;
  /** Both streams. */
  readonly output: string;
}

/** Runs Terraform on attached providers, whatever the user's own configuration of it says. */
export function terraformIn(
  folder: string,
  reattach: Readonly<Record<string, Reattach>>,
  words: readonly string[],
): Promise<Finished> {
  const { TF_CLI_CONFIG_FILE: _, ...environment } = process.env;
  const env = { ...environment, CHECKPOINT_DISABLE: "1", TF_REATTACH_PROVIDERS: JSON.stringify(reattach) };
  return new Promise((resolve, reject) => {
    const child = spawn("terraform", [...words], { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode: exitCode ?? -1, output }));
  });
}
