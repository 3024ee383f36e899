import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const project = join(__dirname, "..", "..");

export interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

export const manifest = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as PackageJson;

export interface Tarball {
  readonly file: string;
  /** Paths inside the package. */
  readonly files: readonly string[];
}

const windows = process.platform === "win32";

/** `npm pack` of what is built; the build itself is a gate of its own and not repeated here. */
export function packed(folder: string): Tarball {
  if (!existsSync(join(project, "dist"))) throw new Error("nothing is built: npm run build");
  const options = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const answer = execFileSync("npm", options, { cwd: project, encoding: "utf8", shell: windows });
  const [pack] = JSON.parse(answer) as { filename: string; files: { path: string }[] }[];
  if (pack === undefined) throw new Error("npm pack made nothing");
  return { file: join(folder, pack.filename), files: pack.files.map(({ path }) => path) };
}

/**
 * A project with the tarball in `node_modules` and the named packages linked beside it from ours: what an
 * installation gives, without a registry. Nothing runs npm in it: npm would prune through the links.
 */
export function installed(tarball: string, packages: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "speech-package-"));
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  execFileSync("tar", ["-xzf", tarball, "-C", modules]);
  renameSync(join(modules, "package"), join(modules, "cdktf-speech-containers"));
  for (const name of packages) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(project, "node_modules", name), join(modules, name), "junction");
  }
  return folder;
}

export const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true });

export interface Result {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Node in a folder; a script with `.mjs` in its name is an ES module. */
export function node(folder: string, words: readonly string[]): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
  return { code: status, stdout, stderr };
}

/** Runs a script and returns what it prints as JSON. */
export function answerOf(folder: string, kind: "cjs" | "mjs", script: string): unknown {
  const file = join(folder, `script.${kind}`);
  writeFileSync(file, script);
  const { code, stdout, stderr } = node(folder, [file]);
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
