import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";

export const project = join(__dirname, "..");

/** What a user of the repository has and edits; `node_modules` is linked, so nothing may run npm in the copy. */
const parts = [
  "cdktf.json",
  "examples",
  "lib",
  "main.ts",
  "package.json",
  "schema",
  "stacks",
  "tsconfig.build.json",
  "tsconfig.json",
  "try",
];

export interface ProjectCopy {
  /** A text with the ports that the examples publish replaced by those of this copy, as they are in its examples. */
  onItsPorts(text: string): string;
  /** The other way round. */
  onPublishedPorts(text: string): string;
}

const publishedPorts = [5000, 5001, 5002, 5003];

/**
 * A working copy in which tests and the bench deploy, so that no state, sandbox or port of yours is touched: a `./try`
 * of your own may be running.
 */
export async function copyProject(folder: string): Promise<ProjectCopy> {
  mkdirSync(folder, { recursive: true });
  for (const part of parts.filter((name) => existsSync(join(project, name)))) {
    cpSync(join(project, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"), "junction");
  const ports = await freePorts(publishedPorts.length);
  const onItsPorts = (text: string) => replaced(text, publishedPorts, ports);
  for (const example of examplesIn(folder)) writeFileSync(example, onItsPorts(readFileSync(example, "utf8")));
  return { onItsPorts, onPublishedPorts: (text) => replaced(text, ports, publishedPorts) };
}

const replaced = (text: string, from: readonly number[], to: readonly number[]) =>
  text.replaceAll(/\b\d{4}\b/g, (word) => String(to[from.indexOf(Number(word))] ?? word));

const examplesIn = (folder: string) =>
  readdirSync(join(folder, "examples"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => join(folder, "examples", file));

/**
 * Ports of four digits, as wide as the published ones, so that columns stay where they are. Processes that run at the
 * same time look in places of their own.
 */
async function freePorts(count: number): Promise<number[]> {
  const found: number[] = [];
  for (let port = 7000 + 4 * (process.pid % 500); found.length < count; port++) {
    if (await isFree(port)) found.push(port);
  }
  return found;
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
