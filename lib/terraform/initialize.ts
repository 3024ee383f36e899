import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SynthesizedStack } from "./manifest";
import { runTerraform, type TerraformSession } from "./session";

/**
 * Runs `terraform init` unless nothing that it depends on changed since it last went well. Answers whether it ran.
 * `-reconfigure` is for a state that only we move: the sandbox's.
 */
export async function initialize(
  session: TerraformSession,
  stack: SynthesizedStack,
  options: { readonly reconfigure?: boolean } = {},
): Promise<boolean> {
  const stampFile = join(stack.folder, ".terraform", "speech-containers.stamp");
  if (readIfThere(stampFile) === stampOf(session, stack)) return false;
  rmSync(stampFile, { force: true });
  const words = [
    "init",
    "-input=false",
    "-no-color",
    ...(options.reconfigure ? ["-reconfigure"] : []),
    ...(wantsOtherVersions(stack) ? ["-upgrade"] : []),
  ];
  await runTerraform(session, { stack, arguments: words });
  // With TF_DATA_DIR the folder is elsewhere; init then runs each time, as the cdktf CLI does.
  if (existsSync(join(stack.folder, ".terraform"))) writeFileSync(stampFile, stampOf(session, stack));
  return true;
}

/** Forgets that init went well, so that the next run does it again. */
export function forgetInitialization(stack: SynthesizedStack): void {
  rmSync(join(stack.folder, ".terraform", "speech-containers.stamp"), { force: true });
}

interface TerraformBlock {
  readonly backend?: unknown;
  readonly required_providers?: Readonly<Record<string, { readonly source?: string; readonly version?: string }>>;
}

/** All that init reads: backend, providers, modules, lock file, the tool, and which providers are attached from outside. */
function stampOf(session: TerraformSession, stack: SynthesizedStack): string {
  const configurations = ["cdk.tf.json", "zz_sandbox_override.tf.json"].map((name) => {
    const text = readIfThere(join(stack.folder, name));
    const { terraform, module } = (text === undefined ? {} : JSON.parse(text)) as Record<string, unknown>;
    return { terraform, module };
  });
  const reattached = session.environment.TF_REATTACH_PROVIDERS;
  const facts = [
    session.terraform.path,
    session.terraform.version,
    configurations,
    readIfThere(lockFileOf(stack)),
    reattached === undefined ? [] : Object.keys(JSON.parse(reattached) as object),
  ];
  return createHash("sha256").update(JSON.stringify(facts)).digest("hex");
}

/** True after an upgrade of the bindings: the lock file then holds another constraint, which plain init refuses. */
function wantsOtherVersions(stack: SynthesizedStack): boolean {
  const lock = readIfThere(lockFileOf(stack));
  if (lock === undefined) return false;
  const locked = new Map(
    [...lock.matchAll(/provider "[^"/]*\/([^"]+)" \{[^}]*?constraints\s*=\s*"([^"]*)"/g)].map(
      ([, source, constraint]) => [source, constraint],
    ),
  );
  const { terraform } = JSON.parse(readFileSync(join(stack.folder, "cdk.tf.json"), "utf8")) as {
    readonly terraform?: TerraformBlock;
  };
  return Object.values(terraform?.required_providers ?? {}).some(
    ({ source = "", version }) => locked.has(source) && locked.get(source) !== version,
  );
}

const lockFileOf = (stack: SynthesizedStack): string => join(stack.folder, ".terraform.lock.hcl");

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
