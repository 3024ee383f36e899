import { readFileSync } from "node:fs";
import { join } from "node:path";
import { problemCatalogue } from "../../lib/domain";
import { problemsDocument } from "../../scripts/docs/problems";

test("docs/problems.md is what npm run docs makes", () => {
  const file = join(__dirname, "..", "..", "docs", "problems.md");
  expect(readFileSync(file, "utf8")).toBe(problemsDocument());
});

test("each code of the catalogue has one heading", () => {
  const headings = [...problemsDocument().matchAll(/^### (SPC\d{3}):/gm)].map(([, code = ""]) => code);
  expect(headings.toSorted()).toEqual(Object.keys(problemCatalogue).toSorted());
});
