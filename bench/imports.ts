import { join } from "node:path";
import { interleaved, median, type Comparison } from "./compare";
import { project, runNode } from "./process";

/** Importing the built public entry against importing `cdktf` alone. */
export async function compareImport(runs: number): Promise<Comparison> {
  const side = (name: string) => async () => {
    const script = `const start = performance.now(); require(${JSON.stringify(name)}); console.log(performance.now() - start);`;
    return Number((await runNode(["-e", script])).output);
  };
  const entry = join(project, "dist", "lib", "index.js");
  const { ours, baseline } = await interleaved(runs, side(entry), side("cdktf"));
  return { name: "import of the public entry", unit: "ms", ours: median(ours), baseline: median(baseline), goal: 1.2 };
}
