import { existsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { terraformEnvironment } from "../../lib/terraform/environment";
import { Interrupted, ToolFailure, type Interrupts } from "../../lib/terraform/failure";
import { initialize } from "../../lib/terraform/initialize";
import type { TerraformSession } from "../../lib/terraform/session";
import { applyPlan, discardPlan, planStack as planOnly, readOutputs, type StackPlan } from "../../lib/terraform/stack";
import { fakeTerraform, synthesizedStack, type FakeAnswer, type FakeTerraform } from "./fake-terraform";

const key = "0123456789abcdef0123456789abcdef";

const line = (message: object): string => `${JSON.stringify(message)}\n`;
const errorLine = (summary: string): string =>
  line({ type: "diagnostic", diagnostic: { severity: "error", summary, address: "docker_container.captions" } });
const summaryLine = line({ type: "change_summary", changes: { add: 2, change: 0, remove: 1 } });
const stateWithKey = JSON.stringify({ values: { outputs: { k: { sensitive: true, value: key } } } });

function sessionOf(answers: Readonly<Record<string, FakeAnswer>>, more: Partial<TerraformSession> = {}) {
  const fake = fakeTerraform(answers);
  const log: string[] = [];
  const session: TerraformSession = {
    terraform: { path: fake.path, product: "terraform", version: "1.11.4" },
    environment: terraformEnvironment({ PATH: process.env.PATH }),
    transcript: (text) => log.push(text),
    ...more,
  };
  return { fake, session, log: () => log.join("") };
}

const plans: StackPlan[] = [];
afterEach(() => plans.splice(0).forEach(discardPlan));

async function planStack(...words: Parameters<typeof planOnly>): Promise<StackPlan> {
  const plan = await planOnly(...words);
  plans.push(plan);
  return plan;
}

async function failureOf(work: Promise<unknown>): Promise<ToolFailure> {
  const error: unknown = await work.catch((thrown: unknown) => thrown);
  if (!(error instanceof ToolFailure)) throw new Error(`a ToolFailure was expected, not ${String(error)}`);
  return error;
}

const planFileOf = (fake: FakeTerraform): string => {
  const word = fake
    .calls()
    .flat()
    .find((argument) => argument.startsWith("-out="));
  return word?.slice("-out=".length) ?? "";
};

describe("planning a stack", () => {
  it("asks nothing, saves the plan and counts the changes", async () => {
    const { fake, session } = sessionOf({ plan: { stdout: summaryLine, exitCode: 2 } });
    const plan = await planStack(session, synthesizedStack());
    expect(plan).toMatchObject({ changed: true, counts: { add: 2, change: 0, destroy: 1 } });
    expect(fake.calls()).toEqual([["plan", "-json", "-input=false", "-detailed-exitcode", `-out=${plan.file}`]]);
  });

  it("keeps the saved plan to its owner", async () => {
    const { session } = sessionOf({ plan: { exitCode: 2 } });
    const { file } = await planStack(session, synthesizedStack());
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
  });

  it("says that nothing changes when Terraform ends with 0", async () => {
    const { session } = sessionOf({ plan: { exitCode: 0 } });
    expect((await planStack(session, synthesizedStack())).changed).toBe(false);
  });

  it("leaves no plan behind when it fails, and does init again the next time", async () => {
    const { fake, session } = sessionOf({ plan: { stdout: errorLine("no"), exitCode: 1 } });
    const stack = synthesizedStack();
    await initialize(session, stack);
    await failureOf(planStack(session, stack));
    expect(existsSync(dirname(planFileOf(fake)))).toBe(false);
    expect(await initialize(session, stack)).toBe(true);
  });
});

describe("what a failing run says", () => {
  it.each([
    ["the state", { show: { stdout: stateWithKey } }, {}, {}],
    ["a sensitive variable", {}, { TF_VAR_speech_api_key: key }, { variable: { speech_api_key: { sensitive: true } } }],
  ])(
    "hides a key that only %s knows, in the error and in the log",
    async (_name, answers, environment, configuration) => {
      const { session, log } = sessionOf({ ...answers, plan: { stdout: errorLine(`refused ${key}`), exitCode: 1 } });
      const more = { ...session, environment: { ...session.environment, ...environment } };
      const failure = await failureOf(planStack(more, synthesizedStack(configuration)));
      expect(failure.details).toEqual(["Error: refused (sensitive value)\n\n  with docker_container.captions"]);
      expect(log()).toContain("refused (sensitive value)");
      expect(log()).not.toContain(key);
    },
  );

  it("hides a key of the saved plan when applying fails", async () => {
    const shownPlan = JSON.stringify({
      variables: { k: { value: key } },
      configuration: { root_module: { variables: { k: { sensitive: true } } } },
    });
    const { session } = sessionOf({
      plan: { exitCode: 2 },
      show: { stdout: shownPlan },
      apply: { stdout: errorLine(`bad ${key}`), exitCode: 1 },
    });
    const failure = await failureOf(applyPlan(session, await planStack(session, synthesizedStack())));
    expect(failure.details.join("")).not.toContain(key);
  });

  it.each([
    ["Bind for 127.0.0.1:5000 failed: port is already allocated", "SPC607"],
    ["Error pinging Docker server, please make sure that tcp://10.0.0.9:2376 is reachable", "SPC608"],
    ["unable to pull image localhost:1/speech-sim:absent", "SPC609"],
    ['invalid mount config for type "bind": bind source path does not exist: /srv/absent', "SPC610"],
    ['Conflict. The container name "/speech-captions" is already in use by container "0a"', "SPC618"],
    ["Unable to create network: network with name speech already exists", "SPC618"],
    ["No value for required variable", "SPC619"],
    ['a resource with the ID "/subscriptions/x" already exists - to be managed', "SPC612"],
    ["the file already exists", "SPC606"],
    ["FlagMustBeSetForRestore: An existing resource with ID", "SPC612"],
    ["Error acquiring the state lock", "SPC613"],
    ["Plugin did not respond", "SPC614"],
    ["Backend configuration changed", "SPC615"],
    ['Account (Subscription: "x"\nResource Group Name: "rg"\nAccount Name: "a") was not found', "SPC616"],
    ["something new", "SPC606"],
  ])("means of %j is %s", async (summary, code) => {
    const { session } = sessionOf({ plan: { stdout: errorLine(summary), exitCode: 1 } });
    const failure = await failureOf(planStack(session, synthesizedStack()));
    expect(failure.code).toBe(code);
    expect(failure.details.join("\n")).toContain(summary);
  });

  it("tells how the sandbox gets to know an image, only where the sandbox says that it is missing", async () => {
    const plan = { stdout: errorLine("unable to pull image mirror.example/a:1"), exitCode: 1 };
    const { session } = sessionOf({ plan });
    const simulated = { ...session, environment: { ...session.environment, TF_REATTACH_PROVIDERS: "{}" } };
    const hints = [session, simulated].map(async (each) => (await failureOf(planStack(each, synthesizedStack()))).hint);
    const [real, sandbox] = await Promise.all(hints);
    expect(real).not.toContain("sandbox");
    expect(sandbox).toContain("sandbox image add <reference>");
  });

  it("passes on what is not JSON, such as an early stop", async () => {
    const { session } = sessionOf({ plan: { stderr: "Error: Unsupported argument", exitCode: 1 } });
    expect((await failureOf(planStack(session, synthesizedStack()))).details).toEqual(["Error: Unsupported argument"]);
  });
});

describe("applying a saved plan", () => {
  it("removes the plan, whether it goes well or not", async () => {
    for (const exitCode of [0, 1]) {
      const { fake, session } = sessionOf({ plan: { exitCode: 2 }, apply: { exitCode } });
      await applyPlan(session, await planStack(session, synthesizedStack())).catch(() => undefined);
      expect(existsSync(dirname(planFileOf(fake)))).toBe(false);
    }
  });

  it("takes the outputs from the run itself, so that no further process is needed", async () => {
    const outputs = { host_urls: { sensitive: false, value: { a: "ws://localhost:5000" } } };
    const { fake, session } = sessionOf({
      plan: { exitCode: 2 },
      apply: { stdout: line({ type: "outputs", outputs }) },
    });
    const applied = await applyPlan(session, await planStack(session, synthesizedStack()));
    expect(applied.outputs).toEqual(outputs);
    expect(fake.calls().map(([command]) => command)).toEqual(["plan", "apply"]);
  });

  it("passes Ctrl+C on, waits, and says how far it came", async () => {
    const started = (address: string, type: string): string => line({ type, hook: { resource: { addr: address } } });
    const planned = (address: string): string =>
      line({ type: "planned_change", change: { resource: { addr: address } } });
    const stdout = planned("a") + planned("b") + started("a", "apply_complete");
    const press = pressable();
    const { session } = sessionOf(
      { plan: { exitCode: 2 }, apply: { stdout, exitCode: 1, untilInterrupted: true } },
      { interrupts: press, onEvent: (_stack, { kind }) => (kind === "finished" ? press.now() : undefined) },
    );
    const plan = await planStack(session, synthesizedStack());
    const error: unknown = await applyPlan(session, plan).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Interrupted);
    expect((error as Error).message).toMatch(/stopped after 1 of 2 changes; the state holds what was made/);
  });
});

describe("init", () => {
  const provider = (version: string): object => ({
    terraform: { required_providers: { docker: { source: "kreuzwerker/docker", version } } },
  });

  it("runs once, and again when a provider version changes", async () => {
    const { fake, session } = sessionOf({});
    const stack = synthesizedStack(provider("3.6.2"));
    expect([await initialize(session, stack), await initialize(session, stack)]).toEqual([true, false]);
    const moved = { ...synthesizedStack(provider("3.7.0")) };
    expect(await initialize(session, moved)).toBe(true);
    expect(fake.calls()[0]).toEqual(["init", "-input=false", "-no-color"]);
  });

  it("runs again when the backend, the attached providers or Terraform itself change", async () => {
    const { session } = sessionOf({});
    const stack = synthesizedStack(provider("3.6.2"));
    await initialize(session, stack);
    const attached = {
      ...session.environment,
      TF_REATTACH_PROVIDERS: '{"registry.terraform.io/kreuzwerker/docker":{}}',
    };
    expect(await initialize({ ...session, environment: attached }, stack)).toBe(true);
    const newer = { ...session.terraform, version: "1.12.0" };
    expect(await initialize({ ...session, terraform: newer }, stack)).toBe(true);
  });
});

describe("outputs", () => {
  it("come without the value of a sensitive one", async () => {
    const stdout = JSON.stringify({ a: { sensitive: true, value: key }, b: { sensitive: false, value: "shown" } });
    const { session } = sessionOf({ output: { stdout } });
    expect(await readOutputs(session, synthesizedStack())).toEqual({
      a: { sensitive: true },
      b: { sensitive: false, value: "shown" },
    });
  });
});

describe("the environment of a run", () => {
  it("loses a TF_CLI_CONFIG_FILE that does not exist, and keeps one that does", () => {
    expect(terraformEnvironment({ TF_CLI_CONFIG_FILE: "/nowhere/rc" })).not.toHaveProperty("TF_CLI_CONFIG_FILE");
    expect(terraformEnvironment({ TF_CLI_CONFIG_FILE: __filename })).toHaveProperty("TF_CLI_CONFIG_FILE", __filename);
  });

  it("never phones home and never asks", () => {
    expect(terraformEnvironment({})).toMatchObject({ CHECKPOINT_DISABLE: "1", TF_INPUT: "0" });
  });
});

function pressable(): Interrupts & { now(): void } {
  const listeners = new Set<() => void>();
  let requested = false;
  return {
    get requested() {
      return requested;
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    now: () => {
      requested = true;
      listeners.forEach((listener) => listener());
    },
  };
}
