import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { credentialsOf, type Environment } from "./environment";
import { Interrupted, ToolFailure, type Interrupts } from "./failure";
import { readSynthesized, type Synthesized } from "./manifest";
import { runProcess } from "./process";
import { scrubber } from "../domain/scrub";

export interface SynthRequest {
  /** The project: where `cdktf.json` or `speech.yaml` is. */
  readonly folder: string;
  /** Where the app writes; default: `output` of cdktf.json, else `cdktf.out`. */
  readonly outputFolder?: string;
  /** The user's environment, with `SPEECH_CONFIG` for another configuration. */
  readonly environment: Environment;
  readonly interrupts?: Interrupts;
  /** Run when the folder has no cdktf.json: the app of this package. */
  readonly packagedApp: { readonly command: string; readonly arguments: readonly string[] };
}

/** The app said no: what it printed is the answer, so it is passed on as it is, without credentials. */
export class AppFailure extends ToolFailure {
  constructor(
    readonly exitCode: number,
    readonly stderr: string,
  ) {
    super(
      "SPC603",
      `the app ended with exit code ${exitCode}, nothing was planned`,
      "mend what it prints above; the app is the command `app` of cdktf.json",
      [stderr.trimEnd()],
    );
  }
}

/**
 * Runs the `app` of cdktf.json, never through npx (it doubles the time), and reads what it wrote.
 *
 * @throws {AppFailure} the app failed; {ToolFailure} SPC603-SPC605
 */
export async function synthesize(request: SynthRequest): Promise<Synthesized> {
  const project = readProject(request);
  // What an earlier run left must not be taken for the answer of an app that never calls synth.
  rmSync(join(project.outputFolder, "manifest.json"), { force: true });
  const result = await runProcess({
    ...project.app,
    folder: request.folder,
    environment: {
      ...withoutTerraformVariables(request.environment),
      CDKTF_OUTDIR: project.outputFolder,
      // The manifest then names every error with its construct; cdktf stops at the first stack otherwise.
      CDKTF_CONTINUE_SYNTH_ON_ERROR_ANNOTATIONS: "true",
      ...(project.context === undefined ? {} : { CDKTF_CONTEXT_JSON: JSON.stringify(project.context) }),
    },
    interrupts: request.interrupts,
  });
  if (request.interrupts?.requested) throw new Interrupted("the app was stopped; nothing was planned or changed");
  if (result.exitCode !== 0) {
    const scrub = scrubber(credentialsOf(request.environment));
    throw new AppFailure(result.exitCode, scrub(result.stderr || result.stdout));
  }
  return readSynthesized(project.outputFolder);
}

interface Project {
  readonly app: { readonly command: string; readonly arguments: readonly string[]; readonly shell: boolean };
  readonly outputFolder: string;
  readonly context?: unknown;
}

interface CdktfJson {
  readonly app?: string;
  readonly output?: string;
  readonly context?: unknown;
}

function readProject(request: SynthRequest): Project {
  const path = join(request.folder, "cdktf.json");
  const settings = existsSync(path) ? readCdktfJson(path) : undefined;
  const outputFolder = resolve(request.folder, request.outputFolder ?? settings?.output ?? "cdktf.out");
  if (settings === undefined) return { app: { ...request.packagedApp, shell: false }, outputFolder };
  if (!settings.app) {
    throw new ToolFailure(
      "SPC603",
      `${path} has no "app"`,
      'add the command that makes the stacks: "app": "node main.js"',
    );
  }
  return { app: { command: settings.app, arguments: [], shell: true }, outputFolder, context: settings.context };
}

function readCdktfJson(path: string): CdktfJson {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as CdktfJson;
  } catch (error) {
    throw new ToolFailure("SPC603", `${path} is not JSON: ${(error as Error).message}`, "mend the file");
  }
}

/** As the cdktf CLI does: an app that never sees a secret cannot write it into a file. */
function withoutTerraformVariables(environment: Environment): Environment {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("TF_VAR_")));
}
