import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseConfig } from "../../lib/config";
import { containerSettings } from "../../lib/domain";
import { SETTINGS_TABLE, withSettingsTable } from "../../scripts/docs/settings";
import { project } from "./samples";

const read = (...path: readonly string[]) => readFileSync(join(project, ...path), "utf8");
const document = read("docs", "settings.md");

test("the table of docs/settings.md is what npm run docs makes", () => {
  expect(document).toBe(withSettingsTable(document));
});

test("the table has a row for each setting of the catalogue, and no other", () => {
  const [, table = ""] = document.split(SETTINGS_TABLE.start);
  const keys = [...table.matchAll(/^\| `([\w.]+)` /gm)].map(([, key]) => key);
  expect(keys).toEqual(containerSettings.map(({ value }) => value.key));
});

test("the example of settings can be planned without a problem", () => {
  const { plan, problems } = parseConfig(read("examples", "settings", "speech.yaml"), "speech.yaml");
  expect([problems, plan?.sites[0]?.containers.map(({ name }) => name)]).toEqual([[], ["captions", "narrator"]]);
});
