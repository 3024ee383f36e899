import { existsSync, openSync, readFileSync, readSync, readdirSync, closeSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { PlanRefused } from "../checks";
import { CommandFailure } from "./command-failure";
import { openProjectSandbox } from "./deployment";
import type { Invocation } from "./invocation";
import type { Project } from "./project";

/** What is judged: a document, and the synthesized stack that it was made of, if it is at hand. */
export interface CheckInput {
  /** As people named it. */
  readonly name: string;
  readonly kind: "plan" | "synth";
  readonly document: unknown;
  readonly stack?: unknown;
}

const STACK = "cdk.tf.json";

/** A zip archive, which a saved plan is. */
const SAVED_PLAN = "PK\u0003\u0004";

/**
 * Reads what a command line names.
 *
 * @throws SPC901 no plan, SPC902 no JSON, SPC906 no stack; SPC6xx of Terraform for a saved plan
 */
export async function readCheckInput(invocation: Invocation, project: Project): Promise<CheckInput> {
  const { options, words, terminal } = invocation;
  const [given] = words;
  if (options.synth !== undefined) {
    if (given !== undefined) throw new CommandFailure("SPC620", "a plan and --synth are named", "name one of them");
    const folder = resolve(terminal.workingFolder, options.synth);
    return { name: options.synth, kind: "synth", document: readStack(folder, options.synth) };
  }
  const path = given === undefined ? project.folder : resolve(terminal.workingFolder, given);
  const file = isFolder(path) ? savedPlanIn(path) : path;
  const name = given ?? (relative(project.folder, file) || basename(file));
  const beside = dirname(file);
  const stackFolder =
    options.stack === undefined
      ? existsSync(join(beside, STACK)) && beside
      : resolve(terminal.workingFolder, options.stack);
  const stack = stackFolder === false ? {} : { stack: readStack(stackFolder, options.stack ?? given ?? ".") };
  const text = startOf(file, name) === SAVED_PLAN ? await showPlan(invocation, project, file) : readText(file, name);
  return { name, kind: "plan", document: parse(text, "SPC902"), ...stack };
}

function readStack(folder: string, named: string): unknown {
  const file = isFolder(folder) ? join(folder, STACK) : folder;
  if (!existsSync(file)) {
    throw new CommandFailure(
      "SPC906",
      `${named} has no ${STACK}`,
      "synthesize first, then name the folder of a stack, such as cdktf.out/stacks/contoso-speech",
    );
  }
  return parse(readText(file, named), "SPC906");
}

function parse(text: string, code: PlanRefused["code"] & ("SPC902" | "SPC906")): unknown {
  const { parseJson } = require("../checks") as typeof import("../checks");
  return parseJson(text, code);
}

function savedPlanIn(folder: string): string {
  const found = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && startOf(join(folder, entry.name), entry.name) === SAVED_PLAN)
    .filter(({ name }) => !name.endsWith(".zip") && !name.endsWith(".jar"))
    .map(({ name }) => name);
  const [only] = found;
  if (only !== undefined && found.length === 1) return join(folder, only);
  throw new CommandFailure(
    "SPC901",
    found.length === 0 ? `${folder} holds no saved plan` : `${folder} holds several saved plans: ${found.join(", ")}`,
    "name the file of the plan, such as plan.json",
  );
}

/** Terraform reads what it saved; the folder of the plan is the one that it was made in. */
async function showPlan({ options, terminal }: Invocation, project: Project, file: string): Promise<string> {
  const { findTerraform, showSavedPlan, terraformEnvironment } =
    require("../terraform") as typeof import("../terraform");
  const sandbox = options.sandbox === true ? await openProjectSandbox(project).environment({ ownBackend: true }) : {};
  const session = {
    terraform: await findTerraform(project.environment, project.folder),
    environment: terraformEnvironment(project.environment, sandbox),
    interrupts: terminal.interrupts,
  };
  return showSavedPlan(session, dirname(file), file);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function readText(file: string, name: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (thrown) {
    throw unreadable(name, thrown);
  }
}

/** The first bytes of a file. */
function startOf(file: string, name: string): string {
  try {
    const descriptor = openSync(file, "r");
    try {
      const bytes = Buffer.alloc(SAVED_PLAN.length);
      readSync(descriptor, bytes);
      return bytes.toString("latin1");
    } finally {
      closeSync(descriptor);
    }
  } catch (thrown) {
    throw unreadable(name, thrown);
  }
}

function unreadable(name: string, thrown: unknown): CommandFailure {
  const { code = "unknown error" } = thrown as NodeJS.ErrnoException;
  const why = code === "ENOENT" ? "does not exist" : `cannot be read (${code})`;
  return new CommandFailure("SPC901", `"${name}" ${why}`, "name the plan: terraform show -json plan > plan.json");
}
