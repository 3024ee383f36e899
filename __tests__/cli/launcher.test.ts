import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const launcher = join(__dirname, "..", "..", "try");
/** The tools that the launcher needs besides node and npm, wherever this machine has them. */
const tools = ["sh", "dirname", "readlink", "find", "head"];

interface Clone {
  readonly folder: string;
  /** Runs the launcher; `calls` are the argument lists of node and npm. */
  run(options?: { readonly from?: string; readonly path?: string; readonly words?: readonly string[] }): {
    readonly code: number | null;
    readonly output: string;
    readonly calls: readonly string[];
  };
  write(file: string, age: number): void;
}

/** A clone with a `node` and an `npm` that only write down how they were called. */
function clone(nodeVersion = "v20.12.0"): Clone {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "launcher-")));
  const bin = join(folder, "bin");
  const log = join(folder, "calls");
  mkdirSync(bin);
  cpSync(launcher, join(folder, "try"));
  const tool = (name: string, lines: string): void => {
    writeFileSync(
      join(bin, name),
      `#!/bin/sh\n${lines}\necho "${name} $* ($SPEECH_CONTAINERS_LAUNCHER)" >> "${log}"\n`,
    );
    chmodSync(join(bin, name), 0o755);
  };
  tool("node", `[ "$1" = --version ] && { echo ${nodeVersion}; exit; }`);
  tool("npm", "");
  for (const name of tools) symlinkSync(whereIs(name), join(bin, name));
  const write: Clone["write"] = (file, age) => {
    const path = join(folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, "");
    utimesSync(path, Date.now() / 1000 - age, Date.now() / 1000 - age);
  };
  return {
    folder,
    write,
    run: ({ from = folder, path = join(folder, "try"), words = [] } = {}) => {
      writeFileSync(log, "");
      const { status, stdout, stderr } = spawnSync(path, words, { cwd: from, env: { PATH: bin }, encoding: "utf8" });
      const calls = readFileSync(log, "utf8")
        .split("\n")
        .filter((line) => line !== "");
      return { code: status, output: stdout + stderr, calls };
    },
  };
}

const whereIs = (name: string): string =>
  spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).stdout.trim();

/** A clone that is installed and built, in this order. */
function readyClone(): Clone {
  const ready = clone();
  ready.write("package-lock.json", 400);
  ready.write("node_modules/.package-lock.json", 300);
  ready.write("node_modules/.bin/tsc", 300);
  ready.write("lib/domain/plan.ts", 200);
  ready.write("main.ts", 200);
  ready.write("dist/lib/cli/main.js", 100);
  return ready;
}

const started = (folder: string, words = ""): string =>
  `node ${folder}/dist/lib/cli/main.js try --folder ${folder}${words} (${folder}/try)`;

describe("./try", () => {
  it("only starts the command where everything is installed and built", () => {
    const { folder, run } = readyClone();
    expect(run({ words: ["down", "two words"] })).toEqual({
      code: 0,
      output: "",
      calls: [started(folder, " down two words")],
    });
  });

  it("installs and builds in a fresh clone, and says so", () => {
    const { folder, run } = clone();
    const { calls, output } = run();
    expect(calls.map((call) => call.replace(/ \(.*/, ""))).toEqual([
      "npm ci --include=dev --no-audit --no-fund --loglevel=error",
      "npm run --silent build",
      started(folder).replace(/ \(.*/, ""),
    ]);
    expect(output).toMatch(/^Installing dependencies.*\nBuilding\.\n$/);
  });

  it.each([
    ["package-lock.json", "npm ci"],
    ["lib/domain/plan.ts", "npm run --silent build"],
    ["main.ts", "npm run --silent build"],
  ])("notices a newer %s", (file, call) => {
    const { run, write } = readyClone();
    write(file, 0);
    expect(run().calls.some((line) => line.startsWith(call))).toBe(true);
  });

  it("installs again where the development dependencies were left out", () => {
    const { folder, run } = readyClone();
    rmSync(join(folder, "node_modules", ".bin"), { recursive: true });
    expect(run().calls[0]).toMatch(/^npm ci --include=dev /);
  });

  it("works from any folder and through links of links", () => {
    const { folder, run } = readyClone();
    const elsewhere = realpathSync(mkdtempSync(join(tmpdir(), "elsewhere-")));
    symlinkSync(join(folder, "try"), join(elsewhere, "one"));
    symlinkSync("one", join(elsewhere, "two"));
    const { code, calls } = run({ from: elsewhere, path: join(elsewhere, "two") });
    expect(code).toBe(0);
    expect(calls[0]).toContain(`try --folder ${folder}`);
  });

  it.each(["v20.11.1", "v18.20.0", "v9.0.0"])("refuses Node %s in words, before anything is done", (version) => {
    const { code, output, calls } = clone(version).run();
    expect(code).toBe(2);
    expect(output).toMatch(new RegExp(`node ${version} is too old.*Node 20\\.12 or later`, "s"));
    expect(calls).toEqual([]);
  });

  it.each(["v20.12.0", "v22.0.0", "v24.10.0"])("accepts Node %s", (version) => {
    expect(clone(version).run().code).toBe(0);
  });

  it("says that Node is missing", () => {
    const bare = clone();
    const { status, stderr } = spawnSync(join(bare.folder, "try"), { env: { PATH: "/nowhere" }, encoding: "utf8" });
    expect(existsSync(join(bare.folder, "dist"))).toBe(false);
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("node is not on the PATH") as string,
    });
  });
});
