import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { copyProject } from "../scripts/copy-project";
import { interleaved, median, type Comparison } from "./compare";
import { project, runNode } from "./process";

const command = join(project, "dist", "lib", "cli", "main.js");
const config = "examples/four-functions/speech.yaml";
const terraformProgram = process.env["TERRAFORM_BINARY_NAME"] ?? "terraform";

/**
 * `speech-containers try` on a fresh folder, against the bare Terraform commands on its stack in a running sandbox; and,
 * for information, against the same by hand: sandbox up, the app, Terraform.
 */
export async function compareTry(runs: number): Promise<Comparison[]> {
  const folder = mkdtempSync(join(tmpdir(), "speech-bench-try-"));
  const output = join(folder, "bare.out");
  const stack = join(output, "stacks", "contoso-speech");
  const run = (...words: string[]) => runNode([command, ...words], { folder });
  const app = { folder, env: { CDKTF_OUTDIR: output, SPEECH_CONFIG: config } };
  const ours = async () => {
    await run("try", "down");
    const { milliseconds } = await run("try");
    return { terraform: milliseconds, byHand: milliseconds };
  };
  const baseline = async () => {
    await run("try", "down");
    rmSync(output, { recursive: true, force: true });
    const up = await run("sandbox", "up", config);
    const synth = await runNode(["--import", "tsx", "main.ts"], app);
    const env = JSON.parse((await run("sandbox", "env", "--json")).output) as Record<string, string>;
    const terraform = bareCommands(stack, env);
    return { terraform, byHand: up.milliseconds + synth.milliseconds + terraform };
  };
  try {
    await copyProject(folder);
    const samples = await interleaved(runs, ours, baseline);
    const of = (pick: "terraform" | "byHand") => ({
      unit: "ms" as const,
      ours: median(samples.ours.map((sample) => sample[pick])),
      baseline: median(samples.baseline.map((sample) => sample[pick])),
    });
    return [
      { name: "try, against bare terraform", ...of("terraform"), goal: 1.5 },
      { name: "try, against the same by hand", ...of("byHand") },
    ];
  } finally {
    await run("try", "down").catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  }
}

function bareCommands(folder: string, env: Readonly<Record<string, string>>): number {
  const start = performance.now();
  for (const words of [["init"], ["plan", "-out=bench.tfplan"], ["apply", "bench.tfplan"], ["output", "-json"]]) {
    const options = { cwd: folder, env: { ...process.env, ...env }, encoding: "utf8" } as const;
    const { status, stdout, stderr } = spawnSync(terraformProgram, [...words, "-no-color"], options);
    if (status !== 0) throw new Error(`terraform ${words.join(" ")} ended with ${status}\n${stdout}${stderr}`);
  }
  return performance.now() - start;
}
