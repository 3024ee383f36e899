import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { interleaved, median, type Comparison } from "./compare";
import { project, runNode } from "./process";
import { assertSame } from "./same";

const app = (name: string) => join(project, "bench", "apps", `${name}.ts`);

/** Construct and synth of `containers` containers, without loading the code, against cdktf by hand. */
export async function compareSynth(containers: number, runs: number): Promise<Comparison> {
  return inFolder(async (folder) => {
    const side = (name: string) => async () => {
      const words = ["--import", "tsx", app(name), String(containers)];
      const { output } = await runNode(words, { env: { CDKTF_OUTDIR: join(folder, name) } });
      return (JSON.parse(output) as { milliseconds: number }).milliseconds;
    };
    const { ours, baseline } = await interleaved(runs, side("ours"), side("raw"));
    assertSame(join(folder, "ours"), join(folder, "raw"));
    return {
      name: `synth of ${containers.toLocaleString("en")} containers`,
      unit: "ms",
      ours: median(ours),
      baseline: median(baseline),
      ...(containers >= 1000 ? { goal: 1.15 } : {}),
    };
  });
}

/** The whole process of the example's app, YAML and all, against a raw app that makes as many containers. */
export async function compareExample(runs: number): Promise<Comparison[]> {
  return inFolder(async (folder) => {
    const side = (name: string, words: readonly string[]) => () =>
      runNode(["--import", "tsx", ...words], {
        env: { CDKTF_OUTDIR: join(folder, name), SPEECH_CONFIG: "examples/four-functions/speech.yaml" },
      });
    const { ours, baseline } = await interleaved(runs, side("ours", ["main.ts"]), side("raw", [app("raw"), "4"]));
    const of = (pick: "milliseconds" | "megabytes") => ({
      ours: median(ours.map((sample) => sample[pick])),
      baseline: median(baseline.map((sample) => sample[pick])),
      goal: 1.3,
    });
    return [
      { name: "example's app, whole process", unit: "ms", ...of("milliseconds") },
      { name: "example's app, peak memory", unit: "MB", ...of("megabytes") },
    ];
  });
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "speech-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
