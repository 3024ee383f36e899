import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");
const page = readFileSync(join(root, "docs", "seed-coverage.md"), "utf8");

/** The last two cells of each row: a file below `__tests__` without its ending, and the name of a test in it. */
const rows = [...page.matchAll(/^\|.*\| `([^`|]+)` +\| (.+?) +\|$/gm)].map(
  ([, file = "", name = ""]) => [name, file] as const,
);

const textOf = (file: string): string => {
  const path = [`${file}.test.ts`, `${file}.ts`].map((name) => join(root, "__tests__", name)).find(existsSync);
  return path === undefined ? "" : readFileSync(path, "utf8");
};

test("every row of every table names a test", () => {
  const all = page.split("\n").filter((line) => line.startsWith("| ") && !/^\| (-|the page says)/.test(line));
  expect(rows.length).toBe(all.length);
  expect(rows.length).toBeGreaterThan(25);
});

test.each(rows)("%s is a test of %s", (name, file) => {
  const text = textOf(file);
  expect(['"', "'", "`"].some((mark) => text.includes(`${mark}${name}${mark}`))).toBe(true);
});
