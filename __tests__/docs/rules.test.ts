import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ruleDescriptions } from "../../lib/checks";
import { withRules } from "../../scripts/docs/rules";

const page = readFileSync(join(__dirname, "..", "..", "docs", "checks.md"), "utf8");

test("docs/checks.md has the table that npm run docs makes", () => {
  expect(page).toBe(withRules(page));
});

test("each rule has one row", () => {
  const rows = [...page.matchAll(/^\| ([A-Z]{3}-\d+) /gm)].map(([, id]) => id);
  expect(rows).toEqual(ruleDescriptions.map(({ id }) => id));
});

test("what is shown of a rule is one sentence", () => {
  const faults = ruleDescriptions.filter(({ why }) => !/^\S.*\.$/s.test(why) || /\.\s+[A-Z]/.test(why));
  expect(faults.map(({ id, why }) => `${id}: ${why}`)).toEqual([]);
});
