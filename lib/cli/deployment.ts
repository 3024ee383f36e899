import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Sandbox } from "../sandbox";
import {
  AppFailure,
  findTerraform,
  locateTerraform,
  synthesize,
  terraformEnvironment,
  type Environment,
  type Synthesized,
  type SynthesizedStack,
  type TerraformBinary,
  type TerraformSession,
} from "../terraform";
import { counted } from "../domain/words";
import { CommandFailure } from "./command-failure";
import { planOf } from "./config";
import { ConfigRefused } from "./config-refused";
import type { Invocation } from "./invocation";
import { packagedApp } from "./package";
import { writeNotes } from "./notes";
import { hasConfig, refuseEmptyFolder, type Project } from "./project";
import { sandboxOverrides } from "./sandbox-override";
import type { Step } from "./steps";

/** A project that is synthesized and ready for Terraform, for real or in its sandbox. */
export interface Deployment {
  readonly project: Project;
  readonly session: TerraformSession;
  readonly stacks: readonly SynthesizedStack[];
  /** Warnings that the app attached to its constructs. */
  readonly notes: readonly string[];
  readonly sandbox?: Sandbox;
}

/** Files of sandbox runs, below the sandbox's folder, which `down` removes whole. */
export const SANDBOX_OUTPUT = join(".sandbox", "cdktf.out");
const SANDBOX_STATES = join(".sandbox", "state");

export interface PrepareOptions {
  readonly transcript?: (text: string) => void;
  readonly onEvent?: TerraformSession["onEvent"];
  /** True: shows what the app warns about. Default: false. */
  readonly notes?: boolean;
  /** False: a sandbox that does not run is not started, since there is nothing in it to look at. Default: true. */
  readonly startSandbox?: boolean;
}

/**
 * Tools, sandbox and synth. They do not need each other, so they start together; the steps only show when each is done.
 * A configuration is judged before: wrong input starts and writes nothing.
 *
 * @throws ConfigRefused and SPC601 before anything is started; SPC603-SPC605 of the app, SPC7xx of the sandbox
 */
export async function prepare(
  { options, terminal }: Pick<Invocation, "options" | "terminal">,
  project: Project,
  step: Step,
  hooks: PrepareOptions = {},
): Promise<Deployment> {
  refuseEmptyFolder(project);
  refuseHalfSandbox(options.sandbox === true, project.environment);
  if (hasConfig(project)) planOf(project, terminal);
  locateTerraform(project.environment, project.folder);
  const sandbox = options.sandbox ? openProjectSandbox(project) : undefined;
  if (hooks.startSandbox === false) await refuseAbsentSandbox(sandbox);
  // The app takes longest, so it starts first.
  const synth = quiet(
    synthesize({
      folder: project.folder,
      environment: project.environment,
      interrupts: terminal.interrupts,
      packagedApp: packagedApp(),
      ...(options.sandbox ? { outputFolder: SANDBOX_OUTPUT } : {}),
    }),
  );
  const up = sandbox === undefined ? undefined : quiet(sandbox.up());
  const tools = quiet(findTerraform(project.environment, project.folder));
  const terraform = await step("tools", async () => {
    const value = await tools;
    return { value, text: `node ${process.versions.node}, ${value.product} ${value.version}` };
  });
  if (up !== undefined) {
    await step("sandbox", async () => {
      await up;
      return { value: undefined, text: "stand-ins for azurerm and docker" };
    });
  }
  const deployment = await step("synth", async () => {
    const synthesized = await synth.catch((error: unknown) => refuseConfig(error, project));
    const text = counted(synthesized.stacks.length, "stack") + `: ${synthesized.stacks.map(({ id }) => id).join(", ")}`;
    return { value: await attach(project, terraform, synthesized, sandbox, { terminal, hooks }), text };
  });
  if (hooks.notes) writeNotes(terminal, deployment.notes);
  return deployment;
}

async function attach(
  project: Project,
  terraform: TerraformBinary,
  { stacks, notes }: Synthesized,
  sandbox: Sandbox | undefined,
  { terminal, hooks }: { terminal: Invocation["terminal"]; hooks: PrepareOptions },
): Promise<Deployment> {
  const environment =
    sandbox === undefined
      ? terraformEnvironment(project.environment)
      : terraformEnvironment(project.environment, await enterSandbox(project, stacks, sandbox));
  const { transcript, onEvent } = hooks;
  const session = { terraform, environment, interrupts: terminal.interrupts, transcript, onEvent };
  return { project, session, stacks, notes, ...(sandbox === undefined ? {} : { sandbox }) };
}

/** Declares the engines of the stacks, puts their state below `.sandbox/`, and answers with the stand-ins' environment. */
async function enterSandbox(
  project: Project,
  stacks: readonly SynthesizedStack[],
  sandbox: Sandbox,
): Promise<Environment> {
  const states = join(project.folder, SANDBOX_STATES);
  const sandboxed = stacks.map(({ id, folder }) => ({
    id,
    folder,
    configuration: readFileSync(join(folder, "cdk.tf.json"), "utf8"),
    stateFile: join(states, `${id}.tfstate`),
  }));
  const { overrides, foreign } = sandboxOverrides(sandboxed);
  const unserved = new Set([
    ...sandboxed.flatMap(({ configuration }) => sandbox.unservedTypes(configuration)),
    ...foreign,
  ]);
  if (unserved.size > 0) {
    throw new CommandFailure(
      "SPC709",
      `the sandbox does not serve ${[...unserved].sort().join(", ")}; nothing was planned`,
      "leave these resources out of a sandbox run, or deploy for real, without --sandbox",
    );
  }
  const engines = stacks.flatMap((stack) => engineHostOf(stack) ?? []);
  if (engines.length > 0) await sandbox.up({ engines });
  mkdirSync(states, { recursive: true, mode: 0o700 });
  for (const { id, folder } of stacks) {
    writeFileSync(join(folder, "zz_sandbox_override.tf.json"), JSON.stringify(overrides[id]));
  }
  return {
    // What `sandbox env` gives to plain Terraform is for a state of its own; ours is in the override.
    TF_WORKSPACE: undefined,
    TF_DATA_DIR: undefined,
    TF_CLI_ARGS_init: undefined,
    ...(await sandbox.environment({ ownBackend: true })),
  };
}

/** The host of the engine that a stack's containers run on; undefined: the default engine. */
export function engineHostOf(stack: SynthesizedStack): string | undefined {
  const { provider } = JSON.parse(readFileSync(join(stack.folder, "cdk.tf.json"), "utf8")) as {
    readonly provider?: { readonly docker?: readonly { readonly host?: string }[] };
  };
  return provider?.docker?.[0]?.host;
}

/** The sandbox room is loaded only where it is used: it brings gRPC. */
export function openProjectSandbox({ folder }: Project): Sandbox {
  const { openSandbox } = require("../sandbox") as typeof import("../sandbox");
  return openSandbox({ projectFolder: folder });
}

/** True: the sandbox does not run, and nothing was deployed into it that it could bring back. */
export async function isSandboxEmpty(project: Project): Promise<boolean> {
  return (
    !existsSync(join(project.folder, SANDBOX_STATES)) && (await openProjectSandbox(project).status()) === undefined
  );
}

/** Our app ends with 2 when the configuration has problems; its table is then the whole answer. */
function refuseConfig(error: unknown, project: Project): never {
  if (error instanceof AppFailure && error.exitCode === 2) throw new ConfigRefused(error.stderr, project);
  throw error;
}

async function refuseAbsentSandbox(sandbox: Sandbox | undefined): Promise<void> {
  if (sandbox === undefined || (await sandbox.status()) !== undefined) return;
  throw new CommandFailure(
    "SPC701",
    "the sandbox is not running",
    "run deploy --sandbox first; sandbox up brings back what was deployed before",
  );
}

function refuseHalfSandbox(sandbox: boolean, environment: Environment): void {
  if (sandbox || !environment.TF_REATTACH_PROVIDERS) return;
  throw new CommandFailure(
    "SPC624",
    "TF_REATTACH_PROVIDERS is set: Terraform would work on the sandbox, with the state of the real deployment",
    "add --sandbox, or unset TF_REATTACH_PROVIDERS",
  );
}

/** Work that is waited for later must not end the process when it fails before that. */
function quiet<Value>(work: Promise<Value>): Promise<Value> {
  work.catch(() => undefined);
  return work;
}
