import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { problemCatalogue } from "../../lib/domain";

const root = join(__dirname, "../..");
const catalogueFolder = join(root, "lib/domain/problem-catalogue");

/** TypeScript sources of the product, without the catalogue itself. */
function sources(path: string): readonly string[] {
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && entry.parentPath !== catalogueFolder)
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}

const usedCodes = new Set(
  ["lib", "stacks"]
    .flatMap((room) => sources(join(root, room)))
    .concat(readFileSync(join(root, "main.ts"), "utf8"))
    .flatMap((text) => [...text.matchAll(/"(SPC\d{3})"/g)].map(([, code = ""]) => code)),
);

describe("the problem catalogue", () => {
  it("describes every code that is used, and no other", () => {
    expect([...usedCodes].toSorted()).toEqual(Object.keys(problemCatalogue).toSorted());
  });

  it.each(Object.entries(problemCatalogue))(
    "says of %s what it means and how to mend it",
    (_, { title, meaning, mend }) => {
      expect(title).toMatch(/^[a-zA-Z][^.]*$/);
      expect(meaning).toMatch(/^[^a-z].*\.$/s);
      expect(mend).toMatch(/^[^a-z].*\.$/s);
      expect(`${title} ${meaning} ${mend}`).not.toMatch(/successfully|please|oops|!/i);
    },
  );
});
