import { readPlan } from "../../lib/checks/reader/read-plan";
import { findSetting, settingsOf, type Setting } from "../../lib/checks/views/settings";
import { container, planOf, type Json, type ResourceChange } from "./plans";

function settings(after: Json, more: Partial<ResourceChange> = {}) {
  const plan = readPlan(planOf([container("captions", after, more)]));
  const [resource] = plan.resources;
  if (resource === undefined) throw new Error("the plan has a container");
  return settingsOf(plan, resource);
}
const valueOf = (setting: Setting | string) =>
  typeof setting === "string" ? setting : setting.value.state === "known" ? setting.value.value : setting.value.state;

const endpoint = { kind: "resource", address: "azurerm_cognitive_account.x", attribute: "endpoint" };

test.each<[string, Json, string, string]>([
  ["a word", { command: ["Eula=accept"], env: [] }, "Eula", "accept"],
  ["a word in another case", { command: ["EULA=accept"], env: [] }, "Eula", "accept"],
  ["a word with dashes", { command: ["--eula=accept"], env: [] }, "Eula", "accept"],
  ["a word with a slash", { command: ["/Eula=accept"], env: [] }, "Eula", "accept"],
  ["two words", { command: ["--Eula", "accept"], env: [] }, "Eula", "accept"],
  ["a part of a group", { command: ["Mounts:License=/l"], env: [] }, "mounts:license", "/l"],
  ["a variable", { command: [], env: ["Eula=accept"] }, "Eula", "accept"],
  ["a variable of a group", { command: [], env: ["MOUNTS__LICENSE=/l"] }, "Mounts:License", "/l"],
  ["a word before a variable", { command: ["Eula=accept"], env: ["Eula=no"] }, "Eula", "accept"],
  ["the last of two words", { command: ["Eula=no", "Eula=accept"], env: [] }, "Eula", "accept"],
  ["a value with signs in it", { command: ["Billing=https://x/?a=b"], env: [] }, "Billing", "https://x/?a=b"],
  ["nothing", { command: [], env: null }, "Eula", "unset"],
  ["no words at all", { command: null, env: null }, "Eula", "unset"],
  ["a word that is no setting", { command: ["bash"], env: [] }, "Eula", "unset"],
])("a setting as %s", (_name, after, name, value) => {
  expect(valueOf(findSetting(settings(after), name))).toBe(value);
});

test("words of a JSON configuration are known while the provider says that all of them are unknown", () => {
  const written = {
    command: {
      constant_value: ["Eula=accept", "Billing=${azurerm_cognitive_account.x.endpoint}", "Price=$${free}"],
      references: ["azurerm_cognitive_account.x.endpoint", "azurerm_cognitive_account.x"],
    },
  };
  const found = settings({}, { written });
  expect(valueOf(findSetting(found, "Eula"))).toBe("accept");
  expect(valueOf(findSetting(found, "Price"))).toBe("${free}");
  expect(findSetting(found, "Billing")).toMatchObject({ value: { state: "unknown" }, origins: [endpoint] });
  expect(findSetting(found, "ApiKey")).toBe("unset");
});

test("words of HCL are not known before apply, but where they come from is", () => {
  const references = ["azurerm_cognitive_account.x.endpoint", "azurerm_cognitive_account.x"];
  const found = settings({}, { written: { command: { references } } });
  expect(found).toMatchObject({ list: [], complete: false, origins: [endpoint] });
  expect(findSetting(found, "Eula")).toBe("unknown");
});

test("each word has a mark of its own", () => {
  const found = settings({ command: ["Eula=accept", "ApiKey=x"], env: [] }, { sensitive: { command: [false, true] } });
  expect(findSetting(found, "Eula")).toMatchObject({ marked: false });
  expect(findSetting(found, "ApiKey")).toMatchObject({ marked: true, value: { sensitive: true } });
});

test("a set of variables is marked as a whole", () => {
  expect(
    findSetting(settings({ command: [], env: ["ApiKey=x"] }, { sensitive: { env: true } }), "ApiKey"),
  ).toMatchObject({ marked: true });
});

test("a known value keeps where it comes from", () => {
  const written = { command: { constant_value: ["Billing=${azurerm_cognitive_account.x.endpoint}"], references: [] } };
  const found = settings({ command: ["Billing=https://x/"], env: [] }, { written });
  expect(findSetting(found, "Billing")).toMatchObject({ value: { value: "https://x/" }, origins: [endpoint] });
});
