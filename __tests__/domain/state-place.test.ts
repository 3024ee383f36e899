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
  ["local", {}, {}],
  ["remote", { workspaces: { name: "speech" } }, { workspaces: { name: "speech-contoso-leeds" } }],
  ["remote", {}, { workspaces: { name: "contoso-leeds" } }],
])("each stack of several sites has a place of its own: %s %j", (type, settings, expected) => {
  expect(ofSites(type, settings)).toEqual(expected);
});

test("the lock of an http backend goes with its state", () => {
  const address = "https://contoso.example/state/speech";
  const settings = {
    address,
    lock_address: `${address}/lock`,
    unlock_address: "https://locks.example",
    lock_method: "POST",
  };
  expect(ofSites("http", settings)).toEqual({
    ...settings,
    address: `${address}-contoso-leeds`,
    lock_address: `${address}-contoso-leeds/lock`,
  });
});

test("two stacks never share a place", () => {
  const [leeds, york] = ["contoso-leeds", "contoso-york"].map((id) => ofSites("s3", { key: "speech.tfstate" }, id));
  expect(leeds).not.toEqual(york);
});
