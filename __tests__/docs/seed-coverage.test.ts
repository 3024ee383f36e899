import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
const page = readFileSync(join(root, "docs", "seed-coverage.md"), "utf8");

/** Files of tests that are named after sentences, below `__tests__` and without their ending. */
const files = [
  ...readdirSync(join(root, "__tests__", "seed"))
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => `seed/${name.replace(".test.ts", "")}`),
  "e2e/speech/seed",
];
/** Before the name of a test that holds what is different here. */
const DIFFERENT = "not here: ";

const row = (sentence: string, file: string) => `${file}: ${sentence}`;

/** First and last cell of each row of each table. */
const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && !/^\| (?:-|the page says)/.test(line))
  .map((line) => line.slice(2, -2).split(" | "))
  .map((cells) => row((cells[0] ?? "").trim(), (cells.at(-1) ?? "").trim().replaceAll("`", "")));

/** The tests of a file by name; every test of these files has its name written out. */
function testsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, "__tests__", `${file}.test.ts`), "utf8");
  const tests = [...text.matchAll(/^\s*(?:test|it)\b.*$/gm)].map(([line]) => {
    const [, mark = "", written = ""] = /^\s*test\((["'])((?:\\.|(?!\1).)*)\1, /.exec(line) ?? [];
    return mark === "" ? line.trim() : written.replaceAll(/\\(.)/g, "$1");
  });
  return tests.map((name) => row(name.replace(DIFFERENT, ""), file));
}

test("each sentence of the page has a test of its name, and each of these tests stands on the page", () => {
  expect(files.flatMap(testsOf).toSorted()).toEqual(rows.toSorted());
});

test("no sentence is there twice", () => {
  expect(new Set(rows).size).toBe(rows.length);
  expect(rows.length).toBeGreaterThan(90);
});
