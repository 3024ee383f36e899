import { servedTypes } from "../../lib/sandbox/provider";
import { unservedTypes } from "../../lib/sandbox/unserved-types";

test("everything that the stand-ins handle is served", () => {
  const stack = (types: readonly string[]) => Object.fromEntries(types.map((type) => [type, {}]));
  const all = { resource: stack(servedTypes.resources), data: stack(servedTypes.data) };
  expect(unservedTypes(JSON.stringify(all))).toEqual([]);
});

test("types that no stand-in serves are named once, data types as such, Terraform's own resources not at all", () => {
  const stack = {
    resource: {
      docker_container: { one: {}, two: {} },
      random_id: { one: {} },
      azurerm_storage_account: { one: {} },
      terraform_data: { one: {} },
    },
    data: { azurerm_cognitive_account: { one: {} }, http: { one: {} } },
  };
  expect(unservedTypes(JSON.stringify(stack))).toEqual(["azurerm_storage_account", "data.http", "random_id"]);
});

test.each([
  [{ one: { backend: "local" } }, []],
  [{ one: { backend: "local" }, two: { backend: "azurerm" } }, ["data.terraform_remote_state"]],
  [{ one: {} }, ["data.terraform_remote_state"]],
  [{ one: [{ backend: "azurerm" }] }, ["data.terraform_remote_state"]],
])("remote states %j: only local ones can be replaced", (terraform_remote_state, expected) => {
  expect(unservedTypes(JSON.stringify({ data: { terraform_remote_state } }))).toEqual(expected);
});

test("a stack without resources has none", () => {
  expect(unservedTypes("{}")).toEqual([]);
});
