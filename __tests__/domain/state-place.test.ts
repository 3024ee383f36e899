import { backendOfStack } from "../../lib/domain/state-place";

type Settings = Record<string, unknown>;

const ofSites = (type: string, settings: Settings, stackId = "contoso-leeds") =>
  backendOfStack({ layout: "sites", backend: { type, settings } }, stackId)?.settings;

test("a deployment without a backend has none", () => {
  expect(backendOfStack({ layout: "sites" }, "contoso-leeds")).toBeUndefined();
});

test("one stack has the backend as it is written", () => {
  const backend = { type: "s3", settings: { bucket: "tf", key: "speech.tfstate" } };
  expect(backendOfStack({ layout: "containers", backend }, "contoso")).toBe(backend);
});

test.each<[string, Settings, Settings]>([
  [
    "azurerm",
    { container_name: "state", key: "a/speech.tfstate" },
    { container_name: "state", key: "a/speech-contoso-leeds.tfstate" },
  ],
  ["s3", { bucket: "tf", key: "v1.2/speech" }, { bucket: "tf", key: "v1.2/speech-contoso-leeds" }],
  ["gcs", { bucket: "tf", prefix: "speech" }, { bucket: "tf", prefix: "speech-contoso-leeds" }],
  ["gcs", { bucket: "tf" }, { bucket: "tf", prefix: "contoso-leeds" }],
  ["cos", { key: "speech.tfstate" }, { key: "speech-contoso-leeds.tfstate" }],
  ["oci", { key: "speech.tfstate" }, { key: "speech-contoso-leeds.tfstate" }],
  ["oss", { prefix: "speech", key: "v.tfstate" }, { prefix: "speech", key: "v-contoso-leeds.tfstate" }],
  ["consul", { path: "speech/state" }, { path: "speech/state-contoso-leeds" }],
  ["kubernetes", { secret_suffix: "state" }, { secret_suffix: "state-contoso-leeds" }],
  ["pg", { schema_name: "speech" }, { schema_name: "speech-contoso-leeds" }],
  ["local", { path: "state/speech.tfstate" }, { path: "state/speech-contoso-leeds.tfstate" }],
  ["local", { path: "states/" }, { path: "states/contoso-leeds" }],
  ["local", { path: ".tfstate" }, { path: "contoso-leeds.tfstate" }],
  ["local", { path: "states/.tfstate" }, { path: "states/contoso-leeds.tfstate" }],
  ["local", { path: "" }, { path: "contoso-leeds" }],
  ["local", { workspace_dir: "states" }, { workspace_dir: "states-contoso-leeds" }],
  ["local", {}, {}],
  ["remote", { workspaces: { name: "speech" } }, { workspaces: { name: "speech-contoso-leeds" } }],
  ["remote", {}, { workspaces: { name: "contoso-leeds" } }],
  ["remote", { workspaces: { prefix: "speech-" } }, { workspaces: { prefix: "speech-contoso-leeds-" } }],
  ["remote", { workspaces: { prefix: "" } }, { workspaces: { prefix: "contoso-leeds-" } }],
  ["constructor", { key: "speech" }, { key: "speech" }],
])("each stack of several sites has a place of its own: %s %j", (type, settings, expected) => {
  expect(ofSites(type, settings)).toEqual(expected);
});

test.each([
  ["https://states.example", "https://states.example/contoso-leeds"],
  ["https://states.example/", "https://states.example/contoso-leeds"],
  ["https://states.example:8443/speech", "https://states.example:8443/speech-contoso-leeds"],
  ["https://states.example/a.b/speech.tfstate", "https://states.example/a.b/speech-contoso-leeds.tfstate"],
  ["https://states.example/states/", "https://states.example/states/contoso-leeds"],
  ["https://states.example?ref=v1.2", "https://states.example/contoso-leeds?ref=v1.2"],
  ["https://states.example/speech?ref=a/b.c#d", "https://states.example/speech-contoso-leeds?ref=a/b.c#d"],
])("of an http address only the path changes: %s", (address, own) => {
  expect(ofSites("http", { address })).toEqual({ address: own });
});

test("the lock of an http backend goes with its state", () => {
  const address = "https://contoso.example/state/speech";
  const settings = { address, lock_address: `${address}/lock`, lock_method: "POST" };
  expect(ofSites("http", settings)).toEqual({
    ...settings,
    address: `${address}-contoso-leeds`,
    lock_address: `${address}-contoso-leeds/lock`,
  });
});

test("an http backend without an address does not take one that all stacks share from the environment", () => {
  expect(ofSites("http", {})).toEqual({ address: "contoso-leeds" });
});

test("a lock elsewhere is each stack's own too", () => {
  const settings = {
    address: "https://contoso.example/speech",
    lock_address: "https://locks.example",
    unlock_address: "https://contoso.example/speech-lock?force=1",
  };
  expect(ofSites("http", settings)).toEqual({
    address: "https://contoso.example/speech-contoso-leeds",
    lock_address: "https://locks.example/contoso-leeds",
    unlock_address: "https://contoso.example/speech-lock-contoso-leeds?force=1",
  });
});

test("two stacks never share a place", () => {
  const [leeds, york] = ["contoso-leeds", "contoso-york"].map((id) => ofSites("s3", { key: "speech.tfstate" }, id));
  expect(leeds).not.toEqual(york);
});
