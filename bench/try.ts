import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyProject } from "../scripts/copy-project";
import { interleaved, median, type Comparison } from "./compare";
import { project, runNode } from "./process";

const command = join(project, "dist", "lib", "cli", "main.js");
const config = "examples/four-functions/speech.yaml";
const terraform = process.env["TERRAFORM_BINARY_NAME"] ?? "terraform";

/** `speech-containers try` on a fresh folder, against the bare Terraform commands on its stack in a running sandbox. */
export async function compareTry(runs: number): Promise<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), "speech-bench-try-"));
  const output = join(folder, "bare.out");
  const run = (...words: string[]) => runNode([command, ...words], { folder });
  try {
    copyProject(folder);
    await runNode(["--import", "tsx", "main.ts"], { folder, env: { CDKTF_OUTDIR: output, SPEECH_CONFIG: config } });
    const stack = join(output, "stacks", "contoso-speech");
    const ours = async () => {
      await run("try", "down");
      return (await run("try")).milliseconds;
    };
    const baseline = async () => {
      await run("try", "down");
      rmSync(join(stack, ".terraform"), { recursive: true, force: true });
      await run("sandbox", "up", config);
      const env = JSON.parse((await run("sandbox", "env", "--json")).output) as Record<string, string>;
      return bareCommands(stack, env);
    };
    const samples = await interleaved(runs, ours, baseline);
    return {
      name: "try, against bare terraform",
      unit: "ms",
      ours: median(samples.ours),
      baseline: median(samples.baseline),
      goal: 1.5,
    };
  } finally {
    await run("try", "down").catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
}

function bareCommands(folder: string, env: Readonly<Record<string, string>>): number {
  const start = performance.now();
  for (const words of [["init"], ["plan", "-out=bench.tfplan"], ["apply", "bench.tfplan"], ["output", "-json"]]) {
    const options = { cwd: folder, env: { ...process.env, ...env }, encoding: "utf8" } as const;
    const { status, stdout, stderr } = spawnSync(terraform, [...words, "-no-color"], options);
    if (status !== 0) throw new Error(`terraform ${words.join(" ")} ended with ${status}\n${stdout}${stderr}`);
  }
  return performance.now() - start;
}
