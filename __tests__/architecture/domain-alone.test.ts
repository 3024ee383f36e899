import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const project = join(__dirname, "..", "..");
const domain = join(project, "lib", "domain");
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));

/** Loads modules where every `require` that comes from the domain is refused unless it leads into the domain. */
function loadAlone(modules: readonly string[]): string {
  const script = `
    const Module = require("node:module");
    const { sep } = require("node:path");
    const domain = ${JSON.stringify(domain)} + sep;
    const load = Module._load;
    Module._load = function (request, parent, ...rest) {
      const outside = !Module._resolveFilename(request, parent).startsWith(domain);
      if (parent?.filename?.startsWith(domain) && outside) throw new Error("refused: " + request);
      return load.call(this, request, parent, ...rest);
    };
    const modules = ${JSON.stringify(modules)};
    for (const file of modules) require(file);
    console.log(modules.filter((file) => require.cache[file] !== undefined).length + " loaded");
  `;
  return execFileSync(process.execPath, ["--import", "tsx", "-e", script], {
    cwd: project,
    encoding: "utf8",
    stdio: "pipe",
  }).trim();
}

test("every file of the domain loads where nothing but the domain can be loaded", () => {
  const modules = filesBelow(domain);
  expect(modules.length).toBeGreaterThan(100);
  expect(loadAlone(modules)).toBe(`${modules.length} loaded`);
});

/** What tests of the domain may load beside it: tools of tests, and Node to read fixtures. */
const tools = ["fast-check", "fastest-levenshtein", "node:fs", "node:path"];

/** What a test loads outside of the domain, other files of the tests followed. */
function loadedBy(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  const targets = [...text.matchAll(/(?:\bfrom |\brequire\()"([^"]+)"\)?/g)].map(([, target = ""]) =>
    target.startsWith(".") ? join(file, "..", target) : target,
  );
  return targets
    .filter((target) => !`${target}/`.startsWith(`${domain}/`))
    .flatMap((target) => (target.startsWith(join(project, "__tests__")) ? loadedBy(`${target}.ts`) : [target]));
}

test("tests of the domain load the domain and tools of tests alone", () => {
  const loaded = filesBelow(join(project, "__tests__", "domain")).flatMap(loadedBy);
  expect([...new Set(loaded)].toSorted()).toEqual(tools);
});
