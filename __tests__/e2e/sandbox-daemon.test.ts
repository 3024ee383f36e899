import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openSandbox, type Sandbox } from "../../lib/sandbox";
import { claimsOf } from "../../lib/sandbox/daemon-claim";
import {
  apiStatusAt,
  apply,
  configOf,
  eventually,
  freePorts,
  get,
  isProcess,
  makeProject,
  options,
  terraform,
} from "./sandbox-support";

let folder: string;
let sandbox: Sandbox;

beforeEach(() => {
  folder = makeProject();
  sandbox = openSandbox({ projectFolder: folder });
});

afterEach(async () => {
  mkdirSync(folder, { recursive: true });
  await sandbox.down();
  rmSync(folder, { recursive: true });
});

const state = (name = ".") => join(folder, ".sandbox", name);
const living = () => claimsOf(state()).at(-1)?.claim;

async function deployNarrator(port: number, prefix = "talk", into = { sandbox, folder }) {
  const config = configOf(prefix, { narrator: { image: "narrator", port, command: options() } });
  return apply(into.sandbox, into.folder, config);
}

const valid = (port: number) =>
  eventually(
    () => apiStatusAt(port),
    (word) => word === "Valid",
  );

test("up starts one process, a second up finds it, and callers that start together share it", async () => {
  const [one, other] = await Promise.all([sandbox.up(), openSandbox({ projectFolder: folder }).up()]);
  expect(other.pid).toBe(one.pid);
  expect((await sandbox.up()).pid).toBe(one.pid);
  expect(one.engines).toEqual([{ address: "127.0.0.1" }]);
});

test("without up there is no status, and what needs the process says so", async () => {
  expect(await sandbox.status()).toBeUndefined();
  await expect(sandbox.environment()).rejects.toMatchObject({ code: "SPC701" });
  expect(existsSync(state())).toBe(false);
});

test("after kill -9, up brings all containers back on their ports and Terraform sees no change", async () => {
  const [port = 0] = await freePorts(1);
  const { pid } = await sandbox.up({ engines: ["ssh://edge"], loading: "0s" });
  expect(await deployNarrator(port)).toMatchObject({ exitCode: 0 });
  await valid(port);
  const sockets = living()?.socketFolder ?? "";

  process.kill(pid, "SIGKILL");
  await eventually(
    () => isProcess(pid),
    (lives) => !lives,
  );
  expect(await sandbox.status()).toBeUndefined();
  expect(await get(port, "/status")).toBeUndefined();

  const again = await sandbox.up();
  expect(again.pid).not.toBe(pid);
  expect(again.engines).toContainEqual(expect.objectContaining({ host: "ssh://edge" }));
  await valid(port);
  expect(await terraform(sandbox, folder, "plan", "-detailed-exitcode")).toMatchObject({ exitCode: 0 });
  expect(existsSync(sockets)).toBe(false);
});

test("down leaves no process, port or file", async () => {
  const [port = 0] = await freePorts(1);
  const { pid } = await sandbox.up({ loading: "0s" });
  await deployNarrator(port);
  await valid(port);
  const sockets = living()?.socketFolder ?? "";
  expect(existsSync(sockets)).toBe(true);

  await sandbox.down();
  expect(isProcess(pid)).toBe(false);
  expect(await get(port, "/status")).toBeUndefined();
  expect([existsSync(state()), existsSync(sockets)]).toEqual([false, false]);
  await sandbox.down();
});

test("down after kill -9 leaves no file either", async () => {
  const { pid } = await sandbox.up();
  const sockets = living()?.socketFolder ?? "";
  process.kill(pid, "SIGKILL");
  await eventually(
    () => isProcess(pid),
    (lives) => !lives,
  );
  await sandbox.down();
  expect([existsSync(state()), existsSync(sockets)]).toEqual([false, false]);
});

test("a process whose folder was removed ends by itself", async () => {
  const { pid } = await sandbox.up();
  const sockets = living()?.socketFolder ?? "";
  rmSync(state(), { recursive: true });
  await eventually(
    () => isProcess(pid),
    (lives) => !lives,
  );
  expect(existsSync(sockets)).toBe(false);
});

test("two projects run side by side, and a port that one has is refused to the other by name", async () => {
  const [first = 0, second = 0] = await freePorts(2);
  const otherFolder = makeProject();
  const other = openSandbox({ projectFolder: otherFolder });
  try {
    const [one, two] = await Promise.all([sandbox.up(), other.up()]);
    expect(one.pid).not.toBe(two.pid);
    await deployNarrator(first);
    const taken = await deployNarrator(first, "other", { sandbox: other, folder: otherFolder });
    expect(taken.exitCode).toBe(1);
    expect(taken.text).toContain(`127.0.0.1:${first}`);
    expect(await deployNarrator(second, "other", { sandbox: other, folder: otherFolder })).toMatchObject({
      exitCode: 0,
    });
    await Promise.all([valid(first), valid(second)]);
  } finally {
    await other.down();
    rmSync(otherFolder, { recursive: true });
  }
});

test("folders, files and sockets are private to the user and out of version control", async () => {
  const [port = 0] = await freePorts(1);
  await sandbox.up();
  await deployNarrator(port);
  const modes = [state(), living()?.socketFolder ?? ""].flatMap((root) =>
    ["", ...readdirSync(root, { recursive: true, encoding: "utf8" })].map((name) => statSync(join(root, name))),
  );
  expect(modes.length).toBeGreaterThan(6);
  expect(modes.filter(({ mode }) => (mode & 0o077) !== 0)).toEqual([]);
  expect(readFileSync(state(".gitignore"), "utf8")).toBe("*\n");
});

test("state that cannot be read is told by up, and down clears it", async () => {
  mkdirSync(state("store"), { recursive: true });
  writeFileSync(state("store/state.json"), '{"version":0}');
  await expect(sandbox.up()).rejects.toMatchObject({
    code: "SPC708",
    message: expect.stringContaining("another version") as unknown,
  });
  await sandbox.down();
  expect((await sandbox.up()).containers).toEqual([]);
});

test("plain Terraform in the sandbox leaves the state of a real deployment in the same folder as it is", async () => {
  const [port = 0] = await freePorts(1);
  const realState = join(folder, "terraform.stack.tfstate");
  const implicitState = join(folder, "terraform.tfstate");
  const real = JSON.stringify({
    version: 4,
    terraform_version: "1.11.4",
    serial: 7,
    lineage: "real",
    outputs: {},
    resources: [],
  });
  for (const file of [realState, implicitState]) writeFileSync(file, real);
  await sandbox.up();
  const config = configOf("talk", { narrator: { image: "narrator", port, command: options() } });
  const deep = join(folder, "stack");
  mkdirSync(deep);

  for (const [place, backend] of [
    [folder, {}],
    [deep, { backend: { local: { path: realState } } }],
  ] as const) {
    const { terraform: block } = config as { readonly terraform: object };
    expect(await apply(sandbox, place, { ...config, terraform: { ...block, ...backend } })).toMatchObject({
      exitCode: 0,
    });
    expect(await terraform(sandbox, place, "destroy", "-auto-approve")).toMatchObject({ exitCode: 0 });
  }
  expect([realState, implicitState].map((file) => readFileSync(file, "utf8"))).toEqual([real, real]);
});

test("a backend that is not local is refused before anything is read", async () => {
  await sandbox.up();
  const backend = { http: { address: "http://127.0.0.1:1/state" } };
  const { exitCode, text } = await apply(sandbox, folder, { terraform: { backend } });
  expect(exitCode).toBe(1);
  expect(text).toContain("workspace_dir");
});

test("the process leads a group of its own, so that it outlives the caller's terminal", async () => {
  const { pid } = await sandbox.up();
  expect(() => process.kill(-pid, 0)).not.toThrow();
});
