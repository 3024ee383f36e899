import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { type ContainerChange, type Edition, type EditionChange, compareEditions, isChanged } from "../../domain";
import { NEWEST_EDITION, editions, isEdition } from "../../domain/catalogue";
import { counted } from "../../domain/words";
import { CommandFailure } from "../command-failure";
import { tableOf } from "../config";
import { ConfigRefused } from "../config-refused";
import { writeHeading } from "../heading";
import { writeJson, type Action } from "../invocation";
import { openProject } from "../project";
import type { Terminal } from "../terminal";

export const upgrade: Action = (invocation) => {
  const { options, terminal, words } = invocation;
  const to = editionOf(options.to);
  const project = openProject(invocation, words[0]);
  const { loadConfig, lockFileOf, problemsJson } = require("../../config") as typeof import("../../config");
  const { folder, file: given, environment } = project;
  const { file, problems, request, plan } = loadConfig({ folder, file: given, env: environment, lock: false });
  if (request === undefined || plan === undefined) {
    throw new ConfigRefused(tableOf(file, problems, terminal), project);
  }
  const change = compareEditions(request, to);
  const isRefused = change.problems.some(({ level }) => level === "error");
  const isSame = request.edition === to;
  const path = resolve(folder, file);
  const isWritten = options.write === true && !isRefused && !isSame;
  if (isWritten) write(path, file, to);
  if (options.json) {
    const { from, containers } = change;
    writeJson(terminal, { file, from, to, written: isWritten, containers, ...problemsJson(change.problems) });
  } else {
    writeHeading(terminal, "upgrade", { sandbox: false });
    const hasLock = existsSync(resolve(folder, lockFileOf(file)));
    terminal.write(render(change, { file, isRefused, isSame, isWritten, hasLock, terminal }));
  }
  return Promise.resolve(isRefused ? 1 : 0);
};

function editionOf(word: string = NEWEST_EDITION): Edition {
  if (isEdition(word)) return word;
  throw new CommandFailure("SPC620", `"${word}" is not an edition`, `use ${editions.join(" or ")}`);
}

function write(path: string, file: string, edition: Edition): void {
  const { withEdition } = require("../../config") as typeof import("../../config");
  const changed = withEdition(readFileSync(path, "utf8"), edition);
  if (changed === undefined) {
    const message = `"${file}" has no line of its own for the edition; nothing was written`;
    throw new CommandFailure("SPC633", message, `write edition: "${edition}" by hand`);
  }
  writeFileSync(path, changed);
}

interface Shown {
  readonly file: string;
  readonly isRefused: boolean;
  readonly isSame: boolean;
  readonly isWritten: boolean;
  readonly hasLock: boolean;
  readonly terminal: Terminal;
}

function render(change: EditionChange, shown: Shown): string {
  const { from, to, containers, problems } = change;
  if (shown.isSame) return `  ${shown.file} is of edition ${to} already\n`;
  const parts = [
    `  edition ${from} → ${to}\n`,
    ...containers.map((container) => renderContainer(container, to, shown.terminal)),
    ...(problems.length > 0 ? [`${tableOf(shown.file, problems, shown.terminal)}\n`] : []),
    `${ending(containers, to, shown)}\n`,
  ];
  return parts.join("\n");
}

function renderContainer(change: ContainerChange, to: Edition, terminal: Terminal): string {
  const { site, name, function: functionName, before, after, replacement } = change;
  const title = `  ${terminal.paint("bold", site === "local" ? name : `${site}/${name}`)}  ${functionName}\n`;
  if (before === undefined || after === undefined) {
    const instead = replacement === undefined ? "see the problems below" : `use ${replacement}`;
    return `${title}    cannot be planned in ${to}: ${instead}\n`;
  }
  if (!isChanged(change)) return `${title}    stays as it is\n`;
  const row = (label: string, old: string, fresh: string) =>
    old === fresh ? "" : `    ${label.padEnd(7)}${old}\n         → ${fresh}\n`;
  return [
    title,
    row("image", before.image, after.image),
    row("size", before.size, after.size),
    row("port", String(before.containerPort), String(after.containerPort)),
  ].join("");
}

function ending(containers: readonly ContainerChange[], to: Edition, shown: Shown): string {
  const { file, isRefused, isWritten, hasLock } = shown;
  if (isRefused) return `  ${file} is not changed: edition ${to} cannot plan it as it is`;
  const replaced = counted(containers.filter(isChanged).length, "container");
  const lines = isWritten
    ? [`  ${file} says ${to} now; the next deploy replaces ${replaced}`]
    : [`  ${file} is not changed: --write does it, and the next deploy replaces ${replaced}`];
  return [...lines, ...(hasLock ? ["  then: speech-containers lock, since the images are others"] : [])].join("\n");
}
