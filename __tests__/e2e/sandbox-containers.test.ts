import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { openSandbox, type Sandbox } from "../../lib/sandbox";
import {
  apiStatusAt,
  apply,
  configOf,
  eventually,
  freePorts,
  get,
  logOf,
  makeProject,
  options,
  terraform,
} from "./sandbox-support";

const NAMES = ["narrator", "wrongkey", "wrongkind", "refused", "offline", "first", "second"] as const;
let folder: string;
let sandbox: Sandbox;
let ports: Readonly<Record<(typeof NAMES)[number], number>>;

const containerNamed = async (name: string) =>
  (await sandbox.status())?.containers.find((container) => container.name === `talk-${name}`);

beforeAll(async () => {
  folder = makeProject();
  sandbox = openSandbox({ projectFolder: folder });
  const free = await freePorts(NAMES.length);
  ports = Object.fromEntries(NAMES.map((name, index) => [name, free[index]])) as typeof ports;
  await sandbox.up({ loading: "0s" });
  const config = configOf("talk", {
    narrator: { image: "narrator", port: ports.narrator, command: options() },
    wrongkey: { image: "narrator", port: ports.wrongkey, command: options({ key: "planted-wrong-key" }) },
    wrongkind: {
      image: "narrator",
      port: ports.wrongkind,
      command: options({
        billing: "${azurerm_cognitive_account.other.endpoint}",
        key: "${azurerm_cognitive_account.other.primary_access_key}",
      }),
    },
    refused: { image: "narrator", port: ports.refused, command: options({ eula: "no" }) },
    offline: {
      image: "narrator",
      port: ports.offline,
      command: options({ billing: "https://nobody.cognitiveservices.azure.com/" }),
    },
    first: {
      image: "custom",
      port: ports.first,
      command: [...options(), "ModelId=model-one"],
      modelVolume: "talk-model",
    },
    second: {
      image: "custom",
      port: ports.second,
      command: [...options(), "ModelId=model-two"],
      modelVolume: "talk-model",
      after: "first",
    },
  });
  const { exitCode, text } = await apply(sandbox, folder, config);
  if (exitCode !== 0) throw new Error(text);
});

afterAll(async () => {
  await sandbox.down();
  rmSync(folder, { recursive: true });
});

test("a container with the account's endpoint and key is ready and valid on its planned port", async () => {
  expect(
    (
      await eventually(
        () => get(ports.narrator, "/ready"),
        (answer) => answer?.status === 200,
      )
    )?.body,
  ).toMatchObject({
    ready: "ready",
  });
  expect(
    await eventually(
      () => apiStatusAt(ports.narrator),
      (word) => word !== "Unknown",
    ),
  ).toBe("Valid");
  expect(await containerNamed("narrator")).toMatchObject({ state: "running", apiStatus: "Valid", ready: true });
});

test("a wrong key leaves the container running and Invalid", async () => {
  expect(
    await eventually(
      () => apiStatusAt(ports.wrongkey),
      (word) => word !== "Unknown",
    ),
  ).toBe("Invalid");
  expect(await containerNamed("wrongkey")).toMatchObject({ state: "running" });
  expect(await logOf(sandbox, "wrongkey")).toContainEqual(expect.stringContaining("failed with status 'Invalid'"));
});

test("key and endpoint of another kind of account are a Mismatch", async () => {
  expect(
    await eventually(
      () => apiStatusAt(ports.wrongkind),
      (word) => word !== "Unknown",
    ),
  ).toBe("Mismatch");
});

test("without the accepted EULA a container is in a crash loop and its log says why", async () => {
  const container = await eventually(
    () => containerNamed("refused"),
    (found) => found?.state === "restarting",
  );
  expect(container?.exitCode).toBe(1);
  expect(await logOf(sandbox, "refused")).toContainEqual(
    expect.stringMatching(/^Missing EULA=accept command line option/),
  );
  expect(await get(ports.refused, "/status")).toBeUndefined();
});

test("ModelId is ignored when the volume holds a model", async () => {
  expect(await logOf(sandbox, "first")).toContain("Model model-one was downloaded.");
  expect(await logOf(sandbox, "second")).toContain(
    "Model model-one was found in the models folder; ModelId model-two is ignored.",
  );
});

test("ten billing calls without an answer end the service but not the container", async () => {
  expect((await get(ports.offline, "/ready"))?.status).toBe(200);
  await sandbox.up({ clock: 20_000 });
  await eventually(
    () => get(ports.offline, "/ready"),
    (answer) => answer?.status === 503,
  );
  await sandbox.up({ clock: 1 });
  expect(await apiStatusAt(ports.offline)).toBe("CouldNotConnect");
  expect(await containerNamed("offline")).toMatchObject({ state: "running" });
  expect((await get(ports.narrator, "/ready"))?.status).toBe(200);
});

test("a regenerated key is noticed with the next billing call", async () => {
  await sandbox.act({ regenerateKey: { account: "talk-speech", key: "key1" } });
  expect(await apiStatusAt(ports.narrator)).toBe("Valid");
  await sandbox.up({ clock: 20_000 });
  await eventually(
    () => apiStatusAt(ports.narrator),
    (word) => word === "Invalid",
  );
  await sandbox.up({ clock: 1 });
});

test("a container that is stopped by hand gives its port up, and started again it answers there", async () => {
  await sandbox.act({ stop: "wrongkind" });
  expect(await get(ports.wrongkind, "/status")).toBeUndefined();
  await sandbox.act({ start: "wrongkind" });
  await eventually(
    () => get(ports.wrongkind, "/status"),
    (answer) => answer?.status === 200,
  );
});

test("a log can be followed until the caller has enough", async () => {
  const enough = new AbortController();
  const lines: string[] = [];
  for await (const line of sandbox.logs("refused", { follow: true, signal: enough.signal })) {
    lines.push(line);
    if (lines.length === 3) enough.abort();
  }
  expect(lines.length).toBeGreaterThanOrEqual(3);
});

test("no log holds the key of a container", async () => {
  expect((await logOf(sandbox, "wrongkey")).join("\n")).not.toContain("planted-wrong-key");
});

test.each([
  ["an unknown container", () => sandbox.act({ stop: "nobody" }), "SPC703"],
  ["an unknown account", () => sandbox.act({ deleteAccount: "nobody" }), "SPC706"],
  ["an undeclared engine", () => sandbox.addressOf("ssh://nobody"), "SPC704"],
])("%s is refused with its code", async (_what, attempt, code) => {
  await expect(attempt()).rejects.toMatchObject({ code });
});

test("an image that is not the catalogue's is not found until it is added, and again when it is removed", async () => {
  const reference = "mirror.example/azure-cognitive-services/speechservices/language-detection:1.18.0-amd64-preview";
  const place = join(folder, "images");
  mkdirSync(place);
  const config = {
    terraform: { required_providers: { docker: { source: "kreuzwerker/docker", version: "3.6.2" } } },
    resource: { docker_image: { mirrored: { name: reference } } },
  };
  expect((await apply(sandbox, place, config)).text).toContain(reference);
  await sandbox.act({ addImage: reference });
  expect(await apply(sandbox, place, config)).toMatchObject({ exitCode: 0 });
  expect(await terraform(sandbox, place, "destroy", "-auto-approve")).toMatchObject({ exitCode: 0 });
  await sandbox.act({ removeImage: reference });
  expect((await apply(sandbox, place, config)).exitCode).toBe(1);
});

test("each declared engine has an address of its own, so that the same port can be used on both", async () => {
  const host = "ssh://user@edge";
  await sandbox.up({ engines: [host] });
  const address = await sandbox.addressOf(host);
  // macOS has one loopback address.
  const port = address === "127.0.0.1" ? ((await freePorts(1))[0] ?? 0) : ports.narrator;
  const place = join(folder, "edge");
  mkdirSync(place);
  const config = configOf("edge", { narrator: { image: "narrator", port, command: options() } });
  const provider = { azurerm: [{ features: [{}] }], docker: [{ host }] };
  expect(await apply(sandbox, place, { ...config, provider })).toMatchObject({ exitCode: 0 });
  await eventually(
    () => get(port, "/ready", address),
    (answer) => answer?.status === 200,
  );
  expect((await sandbox.status())?.containers).toContainEqual(
    expect.objectContaining({ name: "edge-narrator", engine: address, state: "running" }),
  );
});
