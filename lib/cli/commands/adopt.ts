import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { Problem } from "../../domain";
import type { Adoption } from "../../render";
import { counted, sentence } from "../../domain/words";
import { CommandFailure } from "../command-failure";
import { writeJson, type Action, type Invocation } from "../invocation";
import type { Terminal } from "../terminal";
import { wrap } from "../text";

const STANDARD = "-";
const STANDARD_INPUT = 0;

/** Reads how containers are run by hand, and writes the configuration that means the same. */
export const adoptIt: Action = (invocation) => {
  const { options, terminal, words } = invocation;
  const { adopt, readFound } = require("../../render") as typeof import("../../render");
  const { containers } = readFound(readInput(words[0], invocation));
  const adoption = adopt(containers, options.name);
  if (adoption.request.sites.every((site) => site.containers.length === 0)) {
    throw new CommandFailure(
      "SPC652",
      "there is no docker run command, Compose service or inspected container of a Speech image in it",
      "copy the whole command or file; docker inspect <container> describes one that runs",
    );
  }
  const output = options.output ?? "speech.yaml";
  const file = output === STANDARD ? undefined : resolve(terminal.workingFolder, options.folder ?? ".", output);
  if (file !== undefined) writeNew(file, adoption.text);
  const { text, problems, notCarried } = adoption;
  if (options.json)
    writeJson(terminal, { file: file ?? null, configuration: text, problems: problems.map(problemJson), notCarried });
  else if (file === undefined) {
    terminal.write(text);
    terminal.complain(notesOf(adoption, terminal));
  } else {
    const shown = relative(terminal.workingFolder, file);
    terminal.write(
      `  wrote     ${shown.startsWith("..") ? file : shown}, ${counted(adoption.request.sites.flatMap((site) => site.containers).length, "container")}\n`,
    );
    terminal.write(notesOf(adoption, terminal));
  }
  return Promise.resolve(problems.length > 0 || notCarried.length > 0 ? 1 : 0);
};

function readInput(file: string | undefined, { terminal }: Invocation): string {
  if (file === undefined && terminal.interactive) {
    throw new CommandFailure("SPC620", "nothing is read", "name a file, or send the text to standard input");
  }
  try {
    const place = file === undefined || file === STANDARD ? STANDARD_INPUT : resolve(terminal.workingFolder, file);
    return readFileSync(place, "utf8");
  } catch (thrown) {
    const { code = "unknown error" } = thrown as NodeJS.ErrnoException;
    throw new CommandFailure("SPC620", `"${file ?? STANDARD}" cannot be read (${code})`, "name a file that can");
  }
}

function writeNew(file: string, text: string): void {
  if (existsSync(file)) {
    throw new CommandFailure(
      "SPC651",
      `${file} is there already; nothing was written`,
      "name another file with --output, or - for standard output",
    );
  }
  writeFileSync(file, text, { flag: "wx" });
}

function notesOf({ problems, notCarried }: Adoption, terminal: Terminal): string {
  const rows = problems.map(({ code, level, path, message, hint }) =>
    row(level, `${path}: ${message} (${code}). ${sentence(hint)}`, terminal),
  );
  const lost = notCarried.map(({ container, what, why }) => row("left out", `${container}: ${what}: ${why}`, terminal));
  return [rows, lost]
    .filter((block) => block.length > 0)
    .map((block) => `\n${block.join("\n")}\n`)
    .join("");
}

const LABEL_WIDTH = 10;

function row(label: string, text: string, terminal: Terminal): string {
  const indent = " ".repeat(2 + LABEL_WIDTH);
  const [first = "", ...rest] = wrap(text, terminal.width, indent).split("\n");
  const colour = label === "error" ? "red" : "yellow";
  return [`  ${terminal.paint(colour, label.padEnd(LABEL_WIDTH))}${first.trimStart()}`, ...rest].join("\n");
}

const problemJson = ({ code, level, path, message, hint }: Problem): object => ({ code, level, path, message, hint });
