import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCloud } from "../../lib/sandbox/azure";
import { openEngines, smallProgram } from "../../lib/sandbox/engine";
import { type OutsideAction, outside } from "../../lib/sandbox/outside";
import { serveProviders } from "../../lib/sandbox/provider";
import { openStore } from "../../lib/sandbox/store";

/** A sandbox of its own in this process, in which containers listen nowhere, and a folder for Terraform. */
export interface World {
  readonly folder: string;
  /** Runs Terraform and gives what it printed; rejects when it fails, unless it may. */
  terraform(words: readonly string[], may?: "fail"): Promise<string>;
  act(actions: readonly OutsideAction[]): Promise<void>;
  close(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "plans-"));
  const store = openStore(join(folder, "store"));
  const cloud = openCloud(store);
  const engines = openEngines({ store, runtime: smallProgram(), registries: { isPublished: () => true } });
  const providers = await serveProviders({ store, cloud, engines, socketFolder: folder });
  const { TF_CLI_CONFIG_FILE: _, ...environment } = process.env;
  const env = { ...environment, CHECKPOINT_DISABLE: "1", TF_REATTACH_PROVIDERS: JSON.stringify(providers.reattach) };
  return {
    folder,
    terraform: (words, may) => run(folder, env, words, may === "fail"),
    act: async (actions) => {
      for (const action of actions) await outside({ engines, cloud }, action);
    },
    close: async () => {
      await providers.close();
      await engines.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function run(cwd: string, env: NodeJS.ProcessEnv, words: readonly string[], mayFail: boolean): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn("terraform", [...words], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => errors.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      const text = Buffer.concat(output).toString();
      if (code === 0 || mayFail) resolve(text);
      else reject(new Error(`terraform ${words.join(" ")}: ${text}${Buffer.concat(errors).toString()}`));
    });
  });
}
