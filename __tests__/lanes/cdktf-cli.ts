import { join } from "node:path";
import { npmOnce, project } from "./workplace";

const lane = join(project, "lanes", "cdktf-cli");

/** The program of the CDKTF CLI, in a folder of its own because it weighs 400 MB. */
export const cdktf = join(lane, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf");

/** The CLI's terminal addon holds prebuilt binaries up to ABI 127 (Node 22); later ones would need a compiler. */
export const cdktfLoads = Number(process.versions.modules) <= 127;

if (!cdktfLoads) {
  process.stderr.write(`cdktf-cli 0.21.0 has no terminal addon for Node ${process.versions.node}: skipped\n`);
}

export const installCdktf = (): void => npmOnce(cdktf, lane, ["ci", "--ignore-scripts"]);
