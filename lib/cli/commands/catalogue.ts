import { type CatalogueDiff, type NewImages, diffTags } from "../../domain";
import { catalogue } from "../../domain/catalogue";
import { counted } from "../../domain/words";
import { CommandFailure } from "../command-failure";
import { writeHeading } from "../heading";
import { readInput } from "../input-file";
import { writeJson, type Action } from "../invocation";
import type { Terminal } from "../terminal";
import { columns } from "../text";

export const catalogueDiff: Action = ({ options, terminal, words }) => {
  const file = words[0] ?? "-";
  const { name, tags } = readTagList(file, readInput(file, terminal));
  const diff = diffTags(name, tags);
  if (diff === undefined) {
    const known = catalogue.map((entry) => entry.name).join(", ");
    throw new CommandFailure("SPC631", `"${name}" is no repository of the catalogue`, `it knows ${known}`);
  }
  if (options.json) writeJson(terminal, diff);
  else {
    writeHeading(terminal, "catalogue diff", { sandbox: false });
    terminal.write(render(diff, terminal));
  }
  const isSame = diff.new.length + diff.gone.length + diff.renamed.length + diff.unread.length === 0;
  return Promise.resolve(isSame ? 0 : 1);
};

/** The answer of a registry's `/v2/<repository>/tags/list`. */
function readTagList(file: string, text: string): { readonly name: string; readonly tags: readonly string[] } {
  try {
    const { name, tags } = JSON.parse(text) as { readonly name?: unknown; readonly tags?: unknown };
    if (typeof name === "string" && Array.isArray(tags) && tags.every((tag) => typeof tag === "string")) {
      return { name, tags };
    }
  } catch {
    // Below: whatever is wrong with it, it is no list of tags.
  }
  const hint = "save what the registry answers at /v2/<repository>/tags/list: { name, tags }";
  throw new CommandFailure("SPC631", `"${file}" is not a registry's list of tags`, hint);
}

function render(diff: CatalogueDiff, terminal: Terminal): string {
  const { function: name, listed, gone, renamed, unread } = diff;
  const added = diff.new.flatMap(({ tags }) => tags);
  const counts = [
    `${added.length} new`,
    `${gone.length} gone`,
    `${renamed.length} renamed`,
    ...(unread.length > 0 ? [`${unread.length} unread`] : []),
  ];
  const sections = [
    `  ${name}: ${counted(listed, "tag")}, ${counts.join(", ")}\n`,
    section("new", added, terminal),
    section("gone", gone, terminal),
    section(
      "renamed",
      renamed.map(({ from, to }) => `${from} → ${to}`),
      terminal,
    ),
    section("unread", unread, terminal),
    ...(diff.new.length > 0 ? [`  to paste into lib/domain/catalogue\n\n${diff.new.map(pasted).join("")}`] : []),
  ];
  return sections.filter((text) => text !== "").join("\n");
}

function section(title: string, lines: readonly string[], terminal: Terminal): string {
  return lines.length === 0
    ? ""
    : `${columns(
        lines.map((line, index) => [index === 0 ? title : "", line]),
        terminal.width,
      )}\n`;
}

/** As the data files have it. */
function pasted({ version, isKnownVersion, names, guessed }: NewImages): string {
  const notes = [
    ...(isKnownVersion ? [`// ${version} is listed already: add these to it\n`] : []),
    ...(guessed.length > 0 ? [`// the capitals are a guess: ${guessed.join(" ")}\n`] : []),
  ];
  const rest = names.length === 0 ? "" : `, ${pastedNames(names)}`;
  return `${notes.join("")}...releases(undated("${version}"), ["<source>"]${rest}),\n`;
}

const NEURAL = /^(.+)-([^-]+)Neural$/;

function pastedNames(names: readonly string[]): string {
  const voices = new Map<string, string[]>();
  for (const name of names) {
    const [, locale, given] = NEURAL.exec(name) ?? [];
    if (locale === undefined || given === undefined) continue;
    voices.set(locale, [...(voices.get(locale) ?? []), given]);
  }
  return voices.size === 0
    ? `{ locales: "${names.join(" ")}".split(" ") }`
    : `{ voices: voicesOf({ ${[...voices].map(([locale, given]) => `"${locale}": "${given.join(" ")}"`).join(", ")} }) }`;
}
