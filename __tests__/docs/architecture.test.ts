import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const project = join(__dirname, "..", "..");
const page = readFileSync(join(project, "docs", "architecture.md"), "utf8");
const named = [...page.matchAll(/^\| `([^`]+)`/gm)].map(([, path = ""]) => path);

/** Folders that hold committed files: the top ones, and the rooms with their own rooms below `lib`. */
function folders(): string[] {
  const files = execFileSync("git", ["ls-files"], { cwd: project, encoding: "utf8" }).trim().split("\n");
  const parts = files.map((file) => file.split("/").slice(0, -1));
  const depth = (path: readonly string[]) => (path[0] === "lib" ? 3 : 1);
  const found = parts.flatMap((path) =>
    path.slice(0, depth(path)).map((_, index) => `${path.slice(0, index + 1).join("/")}/`),
  );
  return [...new Set(found)].filter((folder) => folder !== "lib/" && !folder.startsWith("."));
}

test("the page names each room of the tree", () => {
  expect(folders().filter((folder) => !named.includes(folder))).toEqual([]);
});

test("each path that the page's tables name exists", () => {
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(join(project, path)))).toEqual([]);
});

test("the page is one page", () => {
  expect(page.split("\n").length).toBeLessThanOrEqual(80);
});
