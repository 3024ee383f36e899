import type { Engine, Engines } from "../../../lib/sandbox/engine";
import type { ContainerRuntime } from "../../../lib/sandbox/runtime";
import { openStore, type Store } from "../../../lib/sandbox/store";
import { enginesOn, settings, started, temporaryStore } from "../sandbox-world";

const MEBIBYTE = 1024 * 1024;
const port = (host: number, address = "127.0.0.1") => ({ container: 5000, protocol: "tcp", address, host });

let store: Store;
let remove: () => void;
let engines: Engines;
let engine: Engine;

beforeEach(() => {
  ({ store, remove } = temporaryStore());
  engines = enginesOn(store);
  engine = engines.declare("");
  engine.tagImage("sim:1", "one");
});

afterEach(async () => {
  await engines.close();
  remove();
});

test.each([
  ["the same address", "127.0.0.1", "127.0.0.1", "Bind for 127.0.0.1:9000 failed: port is already allocated"],
  ["any address", "0.0.0.0", "127.0.0.1", "listen tcp4 127.0.0.1:9000: bind: address already in use"],
  ["another address", "127.0.0.1", "192.0.2.1", undefined],
])("a host port that a running container has on %s", async (_, first, second, reason) => {
  await started(engine, { ports: [port(9000, first)] });
  const other = started(engine, { name: "two", ports: [port(9000, second)] });
  if (reason === undefined) await expect(other).resolves.toBeDefined();
  else await expect(other).rejects.toThrow(reason);
});

test("names and ports clash on one engine only, and each engine has an address of its own", async () => {
  const remote = engines.declare("ssh://operator@host");
  remote.tagImage("sim:1", "one");
  await started(engine, { ports: [port(9000)] });
  await started(remote, { ports: [port(9000)] });
  expect(remote.address).not.toBe(engine.address);
  expect(() => engine.createContainer(settings())).toThrow('The container name "/one" is already in use');
});

test("a port that another program of this machine holds is told like one of the engine", async () => {
  const busy: ContainerRuntime = {
    start: async () => Promise.reject(Object.assign(new Error("listen"), { code: "EADDRINUSE" })),
    removeVolume: async () => undefined,
  };
  const other = enginesOn(openStore(`${store.folder}-busy`), busy).declare("");
  other.tagImage("sim:1", "one");
  await expect(started(other, { ports: [port(9000)] })).rejects.toThrow("port is already allocated");
  expect(other.containers()).toMatchObject([{ status: "created", ports: [] }]);
});

test("a port without a number gets a free one while the container runs", async () => {
  await started(engine, { ports: [port(0)] });
  const second = await started(engine, { name: "two", ports: [port(0)] });
  const hosts = engine.containers().flatMap(({ ports }) => ports.map(({ host }) => host));
  expect(new Set(hosts).size).toBe(2);
  await engine.stopContainer(second);
  expect(engine.inspectContainer(second).ports).toEqual([]);
});

test.each([
  ["no", "exited"],
  ["on-failure", "restarting"],
  ["unless-stopped", "restarting"],
  ["always", "restarting"],
])("under restart policy %s a program that fails is %s", async (name, status) => {
  const id = await started(engine, { command: ["Eula=no"], restart: { name, maximumRetryCount: 0 } });
  expect(engine.inspectContainer(id)).toMatchObject({ status, exitCode: 1 });
});

test("a container stopped by hand stays stopped, and its network is free", async () => {
  const network = engine.createNetwork({ ...networkSettings, name: "n" });
  const id = await started(engine, { networkMode: "n", restart: { name: "always", maximumRetryCount: 0 } });
  expect(() => engine.removeNetwork("n")).toThrow(`network n id ${network.id} has active endpoints`);
  await engine.stopContainer(id);
  expect(engine.inspectContainer(id).status).toBe("exited");
  engine.removeNetwork("n");
});

const networkSettings = {
  name: "",
  driver: "",
  internal: false,
  attachable: false,
  ingress: false,
  ipv6: false,
  labels: {},
  options: {},
  ipamDriver: "default",
  ipamOptions: {},
  ranges: [],
};

describe("an update in place", () => {
  const change = { memory: 0, memorySwap: 0, cpuShares: 0, cpuSet: "", restart: { name: "", maximumRetryCount: 0 } };
  const update = (values: Partial<typeof change>) => {
    const { id } = engine.createContainer(settings({ memory: 64 * MEBIBYTE, memorySwap: 64 * MEBIBYTE }));
    engine.updateContainer(id, { ...change, ...values });
    return engine.inspectContainer(id).settings;
  };

  test("raises memory only together with swap", () => {
    expect(() => update({ memory: 128 * MEBIBYTE })).toThrow("update the memoryswap at the same time");
  });

  test("takes both", () => {
    const size = 128 * MEBIBYTE;
    expect(update({ memory: size, memorySwap: size })).toMatchObject({ memory: size, memorySwap: size });
  });

  test("changes nothing for zeros", () => {
    expect(update({})).toMatchObject({ memory: 64 * MEBIBYTE, restart: { name: "no" } });
  });
});

test("memory without swap gets twice as much swap", () => {
  const { settings: made } = engine.createContainer(settings({ memory: 64 * MEBIBYTE }));
  expect(made.memorySwap).toBe(128 * MEBIBYTE);
});

test("a volume of a mount is made with the container, held by it, and left when it goes", async () => {
  const mount = { type: "volume", source: "models", target: "/m", readOnly: false };
  const id = await started(engine, { mounts: [mount, { ...mount, source: "", target: "/anonymous" }] });
  expect(Object.keys(engine.record.volumes)).toHaveLength(2);
  expect(engine.volumes()).toContainEqual({ name: "models", heldBy: ["one"] });
  await expect(engine.removeVolume("models")).rejects.toThrow("volume is in use");
  await engine.removeContainer(id);
  expect(Object.keys(engine.record.volumes)).toEqual(["models"]);
});

test("what ran runs again after the process ended, what was stopped does not", async () => {
  await started(engine, { ports: [port(9000)] });
  await engine.stopContainer(await started(engine, { name: "two" }));
  await engines.close();
  const later = enginesOn(openStore(store.folder));
  await later.resume();
  const summaries = later.engineFor()?.containers() ?? [];
  expect(summaries.map(({ name, status, ports }) => [name, status, ports.map(({ host }) => host)])).toEqual([
    ["one", "running", [9000]],
    ["two", "exited", []],
  ]);
  await later.close();
});

test("log lines are kept and told to who follows", async () => {
  const id = await started(engine, { command: [], restart: { name: "no", maximumRetryCount: 0 } });
  const heard: string[] = [];
  const stop = engine.follow("one", (line) => heard.push(line));
  await engine.startContainer(id);
  stop();
  await engine.startContainer(id);
  expect(heard).toEqual(["Eula=accept is missing"]);
  expect(engine.logs("one")).toHaveLength(3);
});
