import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Interrupted } from "../../terraform";
import type { ProjectFile, StartingAnswers } from "../../render";
import { CommandFailure } from "../command-failure";
import { tableOf } from "../config";
import { writeJson, type Action, type Invocation } from "../invocation";
import { packageManifest } from "../package";

const DEFAULT_LOCATION = "westeurope";
const DEFAULT_LOCALE = "en-US";
const CONFIG_FILES = ["speech.yaml", "speech.yml"];

/** Writes a starting configuration, and in an empty folder an app around it. Never writes over a file. */
export const init: Action = async (invocation) => {
  const { options, terminal } = invocation;
  const folder = resolve(terminal.workingFolder, options.folder ?? ".");
  const there = CONFIG_FILES.find((file) => existsSync(join(folder, file)));
  if (there !== undefined) {
    throw new CommandFailure(
      "SPC651",
      `${there} is there already; nothing was written`,
      "edit it, or name another folder with --folder",
    );
  }
  const { startingApp, startingConfig } = require("../../render") as typeof import("../../render");
  const config = startingConfig(await answersOf(folder, invocation));
  const { parseConfig, problemsJson } = require("../../config") as typeof import("../../config");
  const { plan, problems } = parseConfig(config.text, config.path);
  if (plan === undefined) {
    if (options.json) writeJson(terminal, problemsJson(problems));
    else terminal.complain(`${tableOf("what was asked for", problems, terminal)}\n`);
    return 2;
  }
  const files = [config, ...(isEmpty(folder) ? startingApp(plan.name, dependencies()) : [])];
  write(folder, files);
  if (options.json) writeJson(terminal, { folder, files: files.map(({ path }) => path) });
  else terminal.write(summaryOf(files, folder, invocation));
  return 0;
};

async function answersOf(folder: string, invocation: Invocation): Promise<StartingAnswers> {
  const { options, terminal } = invocation;
  const { locale = DEFAULT_LOCALE, voice } = options;
  if (terminal.interactive && options.json !== true) {
    const name = options.name ?? (await ask(invocation, "Name of the deployment", nameFrom(folder)));
    const location = options.location ?? (await ask(invocation, "Azure location", DEFAULT_LOCATION));
    if (options.acceptEula !== true) await askForEula(invocation);
    return { name, location, locale, ...(voice === undefined ? {} : { voice }) };
  }
  const { name, location } = options;
  const missing = [
    ...(name === undefined ? ["--name <name>"] : []),
    ...(location === undefined ? ["--location <location>"] : []),
    ...(options.acceptEula === true ? [] : ["--accept-eula"]),
  ];
  if (name === undefined || location === undefined || missing.length > 0) {
    throw new CommandFailure(
      "SPC650",
      `there is no terminal to ask on, and ${missing.join(", ")} ${missing.length === 1 ? "is" : "are"} missing`,
      `add ${missing.join(" ")}`,
    );
  }
  return { name, location, locale, ...(voice === undefined ? {} : { voice }) };
}

async function ask({ terminal }: Invocation, question: string, fallback: string): Promise<string> {
  const answer = await terminal.ask(`${question} (${fallback}): `);
  if (answer === undefined) throw new Interrupted("stopped; nothing was written");
  return answer.trim() || fallback;
}

/** Nobody's licence is accepted for them (design decision D10). */
async function askForEula(invocation: Invocation): Promise<void> {
  const question = 'Do you accept the licence terms of the containers? Only "accept" is taken as a yes';
  const answer = await ask(invocation, question, "no");
  if (answer !== "accept") {
    throw new CommandFailure(
      "SPC301",
      "the licence terms are not accepted; nothing was written",
      "read them, then say accept, or give --accept-eula",
    );
  }
}

/** A name that the folder suggests. */
function nameFrom(folder: string): string {
  const { suggestName } = require("../../domain/names") as typeof import("../../domain/names");
  return suggestName(basename(folder)) ?? "speech";
}

/** Hidden files, such as those of git, do not count. */
function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).every((name) => name.startsWith("."));
}

/** What the app needs, in the versions that this package was made for. */
function dependencies(): Readonly<Record<string, string>> {
  const { name, version, peerDependencies, devDependencies } = packageManifest();
  const needed = ["@cdktf/provider-azurerm", "@cdktf/provider-docker", "cdktf", "constructs"];
  return Object.fromEntries([
    ...needed.map((peer) => [peer, peerDependencies[peer] ?? "*"] as const),
    [name, `^${version}`],
    ["tsx", devDependencies["tsx"] ?? "*"],
  ]);
}

function write(folder: string, files: readonly ProjectFile[]): void {
  for (const { path, text } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    if (path.startsWith(".") && existsSync(file)) continue;
    writeFileSync(file, text, { flag: "wx" });
  }
}

function summaryOf(files: readonly ProjectFile[], folder: string, { terminal }: Invocation): string {
  const elsewhere = folder === terminal.workingFolder ? [] : [`cd ${folder}`];
  const install = files.some(({ path }) => path === "package.json") ? ["npm install"] : [];
  const next = [...elsewhere, ...install, "npx speech-containers plan"];
  const labelled = (label: string, lines: readonly string[]): string =>
    lines.map((line, index) => `  ${(index === 0 ? label : "").padEnd(LABEL_WIDTH)}${line}\n`).join("");
  const wrote = labelled(
    "wrote",
    files.map(({ path }) => path),
  );
  return `${wrote}\n${labelled("next", next)}\n  plan --sandbox tries it without Azure and Docker\n`;
}

const LABEL_WIDTH = 10;
