import { copyFileSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { answerOf, installed, manifest, node, packed, project, remove, type Tarball } from "./installed";

const optionalPeer = "@cdktf/provider-azurerm";
const dependencies = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
const entries = Object.keys(manifest.exports).filter((entry) => entry !== "./package.json");
const importName = (entry: string) => manifest.name + entry.slice(1);

let folder: string;
let tarball: Tarball;
let complete: string;
let withoutAzure: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "speech-pack-"));
  tarball = packed(folder);
  complete = installed(tarball.file, dependencies);
  withoutAzure = installed(
    tarball.file,
    dependencies.filter((name) => name !== optionalPeer),
  );
});

afterAll(() => [folder, complete, withoutAzure].forEach(remove));

describe("the tarball", () => {
  const sources = ["lib", "stacks"]
    .flatMap((room) => readdirSync(join(project, room), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(project.length + 1)
        .split(sep)
        .join("/"),
    );
  /** Types of a package that brings none are used by the compiler alone. */
  const isDeclaration = (source: string) => source.endsWith(".d.ts");
  const built = (source: string) =>
    source.endsWith(".ts") ? [".js", ".d.ts"].map((end) => source.replace(/\.ts$/, end)) : [source];

  test("holds what the sources become, the clients, the schema and the documents, and nothing else", () => {
    const code = ["main.ts", ...sources.filter((source) => !isDeclaration(source))]
      .flatMap(built)
      .map((file) => `dist/${file}`);
    const clients = readdirSync(join(project, "examples", "clients")).map((file) => `examples/clients/${file}`);
    const documents = ["CHANGELOG.md", "LICENSE", "README.md", "package.json"];
    const schemas = readdirSync(join(project, "schema")).map((file) => `schema/${file}`);
    expect(tarball.files.toSorted()).toEqual([...code, ...clients, ...documents, ...schemas].toSorted());
  });

  test("stays small", () => {
    expect(tarball.files.length).toBeGreaterThan(20);
    expect(readFileSync(tarball.file).length).toBeLessThan(1_000_000);
  });

  test.each([
    ["publint", ["publint/src/cli.js", "--strict"]],
    ["attw", ["@arethetypeswrong/cli/dist/index.js", "--no-emoji", "--no-color"]],
  ])("has no fault that %s knows", (_, [program = "", ...options]) => {
    const { code, stdout, stderr } = node(project, [join("node_modules", program), ...options, tarball.file]);
    expect(code === 0 ? "" : stdout + stderr).toBe("");
  });
});

describe("imports", () => {
  const script = { cjs: "require(name)", mjs: "await import(name)" } as const;

  test.each(entries.flatMap((entry) => [[entry, "cjs"] as const, [entry, "mjs"] as const]))(
    "%s gives its names as %s",
    (entry, kind) => {
      const names = answerOf(
        complete,
        kind,
        `const name = ${JSON.stringify(importName(entry))};\nconsole.log(JSON.stringify(Object.keys(${script[kind]})));`,
      );
      const known: Record<string, string> = {
        ".": "SpeechContainer",
        "./azure": "SpeechAccount",
        "./checks": "checkPlan",
        "./config": "loadConfig",
        "./domain": "planDeployment",
        "./stacks": "addSpeechStacks",
      };
      expect(names).toContain(known[entry]);
    },
  );

  test("the entry works without the optional peer", () => {
    const names = `console.log(JSON.stringify(Object.keys(require("${manifest.name}"))));`;
    expect(answerOf(withoutAzure, "cjs", names)).toContain("SpeechContainer");
  });

  test("the other peers are needed by what they are for, and by nothing else", () => {
    const domain = `console.log(JSON.stringify(typeof require("${importName("./domain")}").planDeployment));`;
    // Rules judge plans of anybody: nothing of a framework, and no package at all, is loaded for them.
    const checks = `const { checkSynth } = require("${importName("./checks")}");
console.log(JSON.stringify(checkSynth({ terraform: {} }).findings.map(({ rule }) => rule)));`;
    const bare = installed(tarball.file, []);
    try {
      expect(answerOf(bare, "cjs", domain)).toBe("function");
      expect(answerOf(bare, "cjs", checks)).toEqual(["PLN-1"]);
    } finally {
      remove(bare);
    }
  });

  test("the entry loads nothing that only the command line or the sandbox needs", () => {
    const loaded = answerOf(
      complete,
      "cjs",
      `require("${manifest.name}");\nconsole.log(JSON.stringify(Object.keys(require.cache)));`,
    ) as string[];
    const packages = Object.keys(manifest.dependencies).filter((name) =>
      loaded.some((file) => file.split(sep).join("/").includes(`node_modules/${name}/`)),
    );
    expect(packages).toEqual([]);
    const rooms = ["checks", "cli", "config", "operate", "render", "sandbox", "terraform"];
    expect(loaded.filter((file) => rooms.some((room) => file.includes(join("dist", "lib", room))))).toEqual([]);
  });
});

describe("the command", () => {
  const [command = ""] = Object.values(manifest.bin);
  const program = join("node_modules", manifest.name, command);

  test("starts with the line that makes it executable", () => {
    expect(readFileSync(join(complete, program), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test("prints the version of the package", () => {
    expect(node(complete, [program, "--version"])).toMatchObject({ code: 0, stdout: `${manifest.version}\n` });
  });

  test("validates the example, also without any framework installed", () => {
    const example = join(project, "examples", "four-functions", "speech.yaml");
    const bare = installed(tarball.file, Object.keys(manifest.dependencies));
    try {
      expect(node(bare, [program, "validate", example])).toMatchObject({ code: 0, stderr: "" });
    } finally {
      remove(bare);
    }
  });

  test("plans a speech.yaml in a folder without an app, as after npm install", () => {
    copyFileSync(join(project, "examples", "four-functions", "speech.yaml"), join(complete, "speech.yaml"));
    try {
      const planned = node(complete, [program, "plan", "--sandbox"]);
      expect(planned).toMatchObject({ code: 0, stderr: "" });
      expect(planned.stdout).toContain("11 to add");
    } finally {
      node(complete, [program, "sandbox", "down"]);
    }
  });
});

describe("the manifest", () => {
  test("asks for at most ten packages to run", () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(10);
  });

  test.each(["package-lock.json", "lanes/cdktf-cli/package-lock.json"])("%s holds no download addresses", (lock) => {
    expect(readFileSync(join(project, lock), "utf8")).not.toContain('"resolved"');
  });
});
