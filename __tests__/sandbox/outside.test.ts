import { type Cloud, openCloud } from "../../lib/sandbox/azure";
import { outside, type OutsideAction } from "../../lib/sandbox/outside";
import { enginesOn, temporaryStore } from "./sandbox-world";

let cloud: Cloud;
let act: (action: OutsideAction) => Promise<void>;
let remove: () => void;

beforeEach(() => {
  const temporary = temporaryStore();
  remove = temporary.remove;
  cloud = openCloud(temporary.store);
  const engines = enginesOn(temporary.store);
  act = (action) => outside({ engines, cloud }, action);
});

afterEach(() => remove());

const one = { addAccount: { name: "one", group: "rg", location: "North Europe", kind: "TextAnalytics" } };

test("an account is made with two keys, and its group where there is none", async () => {
  await act(one);
  expect(cloud.groups()).toMatchObject([{ name: "rg", location: "northeurope" }]);
  const [account] = cloud.accounts();
  expect(account).toMatchObject({
    name: "one",
    group: "rg",
    location: "northeurope",
    kind: "TextAnalytics",
    sku: { name: "S" },
  });
  expect(account?.keys.key1).not.toBe(account?.keys.key2);
});

test("a group that is there stays as it is", async () => {
  await act({ addGroup: "rg", location: "westus" });
  await act(one);
  expect(cloud.groups()).toMatchObject([{ name: "rg", location: "westus" }]);
});

test("a purged name is free again", async () => {
  await act(one);
  await act({ deleteAccount: "one" });
  await expect(act(one)).rejects.toThrow("soft-deleted");
  await act({ purgeAccount: "one" });
  await act(one);
  expect(cloud.accounts()).toHaveLength(1);
});

test.each<[string, OutsideAction, string]>([
  ["an account that is there", one, 'there is an account "one" in "rg" already'],
  ["a group that is there", { addGroup: "RG" }, 'there is a resource group "RG" already'],
  ["purging what lives", { purgeAccount: "one" }, 'there is no deleted account "one"'],
  ["purging what never was", { purgeAccount: "two" }, 'there is no deleted account "two"'],
])("%s is refused", async (_, action, reason) => {
  await act(one);
  const { keys } = cloud.accounts()[0] ?? {};
  await expect(act(action)).rejects.toThrow(reason);
  expect(cloud.accounts()).toMatchObject([{ name: "one", keys }]);
});
