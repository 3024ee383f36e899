import { readFileSync } from "node:fs";
import { join } from "node:path";

const project = join(__dirname, "..", "..");
const text = (file: string) => readFileSync(join(project, file), "utf8");

test("the newest entry of the changelog is the version of the package", () => {
  const newest = /^## (\S+)/m.exec(text("CHANGELOG.md"))?.[1];
  const { version } = JSON.parse(text("package.json")) as { version: string };
  expect(newest).toBe(version);
});
