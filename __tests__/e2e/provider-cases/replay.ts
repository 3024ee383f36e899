import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Bindings, diagnosticDifferences, type Difference, differences, orderDifferences } from "./compare";
import type { Json, JsonObject, RecordedCase, RecordedDiagnostic, RecordedStep } from "./recorded";
import { type Finished, terraformIn } from "./terraform";
import { openWorld, type World } from "./world";

const terraform = (world: World, words: readonly string[]): Promise<Finished> =>
  terraformIn(world.folder, world.reattach, words);

interface Message {
  readonly type?: string;
  readonly diagnostic?: Omit<RecordedDiagnostic, "detail"> & { readonly detail?: string };
  readonly hook?: { readonly resource?: { readonly addr?: string }; readonly action?: string };
}

const messagesOf = (output: string): Message[] =>
  output.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as Message] : []));

const diagnosticsOf = (messages: readonly Message[]): RecordedDiagnostic[] =>
  messages.flatMap(({ diagnostic }) => {
    if (!diagnostic) return [];
    const { severity, address, summary, detail } = diagnostic;
    return [{ severity, ...(address !== undefined && address !== "" && { address }), summary, detail: detail ?? "" }];
  });

/** Every difference of one step, from the plan to the engine. */
async function replayStep(world: World, step: RecordedStep, bindings: Bindings): Promise<Difference[]> {
  writeFileSync(join(world.folder, "main.tf.json"), JSON.stringify(step.config));
  await world.act(step.outside?.do ?? []);
  const found = await plan(world, step, bindings);
  if (step.engineAfterPlan) {
    found.push(...differences(settled(step.engineAfterPlan), world.engine(), bindings, "engineAfterPlan"));
  }
  if (step.apply) found.push(...(await apply(world, step, step.apply, bindings)));
  if (step.engine) found.push(...differences(settled(step.engine), world.engine(), bindings, "engine"));
  return found;
}

/** A container in a crash loop is running or restarting, as it happens. */
const settled = (engine: JsonObject): Json =>
  JSON.parse(JSON.stringify(engine).replaceAll('"status":"restarting"', '"status":"running"')) as Json;

const PLAN_FILE = "plan.bin";

interface PlanJson {
  readonly resource_changes?: readonly { address: string; change: JsonObject; action_reason?: string }[];
  readonly resource_drift?: readonly { address: string; change: JsonObject }[];
  readonly output_changes?: JsonObject;
}

const byAddress = (changes: readonly { address: string; change: JsonObject; action_reason?: string }[]): JsonObject =>
  Object.fromEntries(
    changes.map(({ address, change, action_reason: reason }) => [
      address,
      { ...sortedPaths(change), ...(reason !== undefined && { action_reason: reason }) },
    ]),
  );

const recordedByAddress = (changes: readonly JsonObject[]): JsonObject =>
  Object.fromEntries(changes.map(({ address, ...change }) => [address as string, sortedPaths(change)]));

/** The real order of paths is random. */
function sortedPaths(change: JsonObject): JsonObject {
  const paths = change["replace_paths"];
  return Array.isArray(paths) ? { ...change, replace_paths: paths.map((path) => JSON.stringify(path)).sort() } : change;
}

async function plan(world: World, step: RecordedStep, bindings: Bindings): Promise<Difference[]> {
  rmSync(join(world.folder, PLAN_FILE), { force: true });
  const flags = [
    ...Object.entries(step.vars ?? {}).map(([name, value]) => `-var=${name}=${value}`),
    ...(step.refresh === false ? ["-refresh=false"] : []),
    ...(step.destroy === true ? ["-destroy"] : []),
  ];
  const { exitCode, output } = await terraform(world, [
    "plan",
    "-json",
    "-input=false",
    "-detailed-exitcode",
    `-out=${PLAN_FILE}`,
    ...flags,
  ]);
  const diagnostics = diagnosticsOf(messagesOf(output));
  const shown: PlanJson = existsSync(join(world.folder, PLAN_FILE))
    ? (JSON.parse((await terraform(world, ["show", "-json", PLAN_FILE])).output) as PlanJson)
    : {};
  const changes = (shown.resource_changes ?? []).filter(
    ({ change }) => JSON.stringify(change["actions"]) !== '["no-op"]',
  );
  const { plan: recorded } = step;
  return [
    ...differences(recorded.exitCode, exitCode, bindings, "plan.exitCode"),
    ...differences(recordedByAddress(recorded.changes), byAddress(changes), bindings, "plan.changes"),
    ...differences(recordedByAddress(recorded.drift), byAddress(shown.resource_drift ?? []), bindings, "plan.drift"),
    ...differences(recorded.outputs, shown.output_changes ?? {}, bindings, "plan.outputs"),
    ...diagnosticDifferences(recorded.diagnostics, diagnostics, bindings, "plan.diagnostics"),
  ];
}

interface StateFile {
  readonly resources?: readonly {
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { readonly status?: string; readonly attributes: JsonObject }[];
  }[];
}

function readState(world: World): { readonly state: JsonObject; readonly tainted: readonly string[] } {
  const file = join(world.folder, "terraform.tfstate");
  const { resources = [] } = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as StateFile) : {};
  const state: JsonObject = {};
  const tainted: string[] = [];
  for (const { mode, type, name, instances } of resources) {
    const address = `${mode === "data" ? "data." : ""}${type}.${name}`;
    for (const { status, attributes } of instances) {
      state[address] = attributes;
      if (status === "tainted") tainted.push(address);
    }
  }
  return { state, tainted };
}

function orderOf(messages: readonly Message[]): string[] {
  return messages.flatMap(({ type, hook }) => {
    const operation = `${hook?.action ?? ""} ${hook?.resource?.addr ?? ""}`;
    if (hook?.action === "read") return [];
    if (type === "apply_complete") return [operation];
    return type === "apply_errored" ? [`${operation} failed`] : [];
  });
}

/** Whether the configuration of one address speaks of the other. */
function dependencies(config: JsonObject) {
  const blocks = (config["resource"] ?? {}) as Record<string, Record<string, Json>>;
  return (address: string, other: string): boolean => {
    const [type = "", name = ""] = address.split(".");
    return JSON.stringify(blocks[type]?.[name] ?? null).includes(`\${${other}.`);
  };
}

async function apply(
  world: World,
  step: RecordedStep,
  recorded: NonNullable<RecordedStep["apply"]>,
  bindings: Bindings,
): Promise<Difference[]> {
  const { exitCode, output } = await terraform(world, ["apply", "-json", "-input=false", PLAN_FILE]);
  const messages = messagesOf(output);
  const { state, tainted } = readState(world);
  return [
    ...differences(recorded.ok, exitCode === 0, bindings, "apply.ok"),
    ...orderDifferences(recorded.order, orderOf(messages), dependencies(step.config)),
    ...differences(recorded.state, state, bindings, "apply.state"),
    ...differences([...(recorded.tainted ?? [])], [...tainted], bindings, "apply.tainted"),
    ...diagnosticDifferences(recorded.diagnostics, diagnosticsOf(messages), bindings, "apply.diagnostics"),
  ];
}

/** Replays a case on the stand-ins and tells every difference, with its step. Ends at the first step that differs. */
export async function replayCase(recorded: RecordedCase): Promise<readonly Difference[]> {
  const world = await openWorld(recorded.given);
  const bindings: Bindings = new Map();
  try {
    for (const [index, step] of recorded.steps.entries()) {
      const found = await replayStep(world, step, bindings);
      if (found.length > 0)
        return found.map((difference) => ({ ...difference, at: `step ${index}: ${difference.at}` }));
    }
    return [];
  } finally {
    await world.close();
  }
}
