import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectWith, speechContainers, startCommandLine, until, type Result } from "./command-line";

/**
 * Stacks of Terraform's built-in resource, made by an app of ten lines: what is shown here is how the command line
 * drives the real Terraform, whatever is in the stacks.
 */
const app = `
const fs = require("node:fs");
const stacks = JSON.parse(fs.readFileSync("stacks.json", "utf8"));
const out = process.env.CDKTF_OUTDIR;
const entries = Object.entries(stacks).map(([name, { dependencies = [], ...configuration }]) => {
  const workingDirectory = "stacks/" + name;
  fs.mkdirSync(out + "/" + workingDirectory, { recursive: true });
  const backend = { local: { path: process.cwd() + "/terraform." + name + ".tfstate" } };
  const text = JSON.stringify({ terraform: { backend }, ...configuration });
  fs.writeFileSync(out + "/" + workingDirectory + "/cdk.tf.json", text);
  return [name, { name, workingDirectory, dependencies, annotations: [] }];
});
fs.writeFileSync(out + "/manifest.json", JSON.stringify({ stacks: Object.fromEntries(entries) }));
`;

const data = (input: string, more: object = {}): object => ({
  resource: { terraform_data: { one: { input, ...more } } },
});
const failing = data("x", { provisioner: { "local-exec": { command: "echo no; exit 1" } } });
const output = (value: unknown, sensitive = false): object => ({ output: { speech_endpoint: { value, sensitive } } });

const projects: string[] = [];
function project(stacks: Readonly<Record<string, object>>): string {
  const folder = projectWith({ "app.js": app });
  projects.push(folder);
  writeFileSync(join(folder, "cdktf.json"), JSON.stringify({ app: "node app.js" }));
  setStacks(folder, stacks);
  return folder;
}
const setStacks = (folder: string, stacks: Readonly<Record<string, object>>): void =>
  writeFileSync(join(folder, "stacks.json"), JSON.stringify(stacks));
afterAll(() => projects.forEach((folder) => rmSync(folder, { recursive: true })));

const statusesOf = (result: Result): readonly string[] =>
  (JSON.parse(result.stdout) as { stacks: { stack: string; status: string }[] }).stacks.map(
    ({ stack, status }) => `${stack} ${status}`,
  );
const stateOf = (folder: string, stack: string): string => join(folder, `terraform.${stack}.tfstate`);

const deploy = (folder: string): Promise<Result> => speechContainers(folder, ["deploy", "--auto-approve", "--json"]);

describe("plan, deploy, output and destroy with real Terraform", () => {
  it("deploy in the order of dependencies, change nothing the second time, and destroy in reverse", async () => {
    const folder = project({ b: { ...data("b"), dependencies: ["a"] }, a: { ...data("a"), ...output("https://a") } });
    expect(statusesOf(await deploy(folder))).toEqual(["a applied", "b applied"]);
    expect(statusesOf(await deploy(folder))).toEqual(["a unchanged", "b unchanged"]);
    expect(JSON.parse((await speechContainers(folder, ["output", "--json"])).stdout)).toEqual({
      speech_endpoint: "https://a",
    });
    const destroyed = await speechContainers(folder, ["destroy", "--auto-approve", "--json"]);
    expect(statusesOf(destroyed)).toEqual(["b destroyed", "a destroyed"]);
    expect(statusesOf(await speechContainers(folder, ["destroy", "--json"]))).toEqual([
      "b nothing to destroy",
      "a nothing to destroy",
    ]);
  });

  it("keep a failure to the stacks that depend on it", async () => {
    const folder = project({ a: failing, b: { ...data("b"), dependencies: ["a"] }, c: data("c") });
    const result = await deploy(folder);
    expect(statusesOf(result)).toEqual(["a failed", "b skipped", "c applied"]);
    expect(result.code).toBe(2);
  });

  it("ask before anything is changed, and name the flag where nobody can be asked", async () => {
    const folder = project({ a: data("a") });
    const result = await speechContainers(folder, ["deploy"]);
    expect(result.code).toBe(2);
    expect(result.stderr).toMatch(/SPC622.*--auto-approve/s);
    expect(existsSync(stateOf(folder, "a"))).toBe(false);
    expect((await speechContainers(folder, ["destroy"])).code).toBe(0);
  });

  it.each([
    ["no changes", "a", 0],
    ["changes", "b", 2],
  ])("plan --detailed-exitcode tells %s", async (_name, input, code) => {
    const folder = project({ a: data("a") });
    await deploy(folder);
    setStacks(folder, { a: data(input) });
    expect((await speechContainers(folder, ["plan", "--detailed-exitcode"])).code).toBe(code);
    expect((await speechContainers(folder, ["plan"])).code).toBe(0);
  });

  it("plan --detailed-exitcode tells an error", async () => {
    const folder = project({ a: data("a"), b: { resource: { terraform_data: { one: { nonsense: 1 } } } } });
    const result = await speechContainers(folder, ["plan", "--detailed-exitcode"]);
    expect(result.code).toBe(1);
    expect(result.stdout).toMatch(/Unsupported argument|Extraneous JSON object property/);
    expect((await speechContainers(folder, ["plan"])).code).toBe(2);
  });

  it("print no sensitive value, be it in an output, a variable or an error of a tool", async () => {
    const key = "planted-key-0123456789abcdef";
    const shell = {
      "local-exec": { command: `echo "got $KEY"; exit 1`, environment: { KEY: "${nonsensitive(var.speech_api_key)}" } },
    };
    const variable = { speech_api_key: { sensitive: true } };
    const folder = project({
      a: { variable, ...data("${var.speech_api_key}"), ...output("${var.speech_api_key}", true) },
    });
    const environment = { TF_VAR_speech_api_key: key };
    const texts: Result[] = [];
    for (const words of [
      ["plan"],
      ["deploy", "--auto-approve"],
      ["output"],
      ["output", "--json"],
      ["plan", "--json"],
    ]) {
      texts.push(await speechContainers(folder, words, environment));
    }
    setStacks(folder, { a: { variable, ...data("y", { triggers_replace: "y", provisioner: shell }) } });
    const failed = await speechContainers(folder, ["deploy", "--auto-approve"], environment);
    expect(failed.stderr).toContain("got (sensitive value)");
    for (const { stdout, stderr } of [...texts, failed]) expect(stdout + stderr).not.toContain(key);
    // The test plants what it looks for: the state, which is Terraform's own, does hold the key.
    expect(readFileSync(`${stateOf(folder, "a")}.backup`, "utf8")).toContain(key);
  });

  it("end cleanly on Ctrl+C: Terraform writes its state, and the words say what state things are in", async () => {
    const provisioner = { "local-exec": { command: "touch started; sleep 60" } };
    const slow = { one: { input: "x" }, two: { input: "${terraform_data.one.id}", provisioner } };
    const folder = project({ a: { resource: { terraform_data: slow } } });
    const child = startCommandLine(folder, ["deploy", "--auto-approve"]);
    await until(() => existsSync(join(folder, "cdktf.out", "stacks", "a", "started")));
    child.press();
    const { code, stderr } = await child.ended;
    expect(code).toBe(130);
    expect(stderr).toMatch(/terraform apply of stack "a" was stopped after 1 of 2 changes/);
    expect(readFileSync(stateOf(folder, "a"), "utf8")).toContain('"name": "one"');
  });

  it("refuse to work on the sandbox by an environment that was left set", async () => {
    const result = await speechContainers(project({ a: data("a") }), ["plan"], { TF_REATTACH_PROVIDERS: "{}" });
    expect(result.code).toBe(2);
    expect(result.stderr).toContain("SPC624");
  });
});
