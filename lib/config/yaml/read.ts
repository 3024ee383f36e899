import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { ParsedNode, YAMLMap, YAMLSeq } from "yaml";
import type { Problem, SourcePlace } from "../../domain";
import { formatPath } from "../path";
import type { Content, Item, Path, ScalarContent } from "./item";
import { syntaxWords } from "./syntax-words";

/** `root` is absent when the file breaks a rule of YAML or holds nothing. */
export interface YamlReading {
  readonly root?: Item;
  readonly problems: readonly Problem[];
}

/** No deployment comes near: a guard against files that would exhaust the stack or the memory. */
const DEEPEST = 50;
const MOST_VALUES = 1_000_000;

/** Reads YAML 1.2 (core schema) with anchors, aliases and merge keys, keeping the place of everything. */
export function readYaml(text: string, file: string): YamlReading {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: "core",
    resolveKnownTags: false,
    stringKeys: true,
    uniqueKeys: false,
  });
  const place = (offset: number): SourcePlace => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  const broken = [...document.errors, ...document.warnings].map(({ code, pos }) =>
    problem(code === "MULTIPLE_DOCS" ? "SPC005" : "SPC003", [], place(pos[0]), syntaxWords[code]),
  );
  if (broken.length > 0 || document.contents === null) {
    return { problems: firstOfEachLine(broken) };
  }
  return readContents(document.contents, place);
}

/** One mistake confuses the parser several times in a line. */
function firstOfEachLine(problems: readonly Problem[]): Problem[] {
  const ordered = problems.toSorted((a, b) => (a.source?.column ?? 0) - (b.source?.column ?? 0));
  const lines = new Set<number | undefined>();
  return ordered.filter(({ source }) => !lines.has(source?.line) && lines.add(source?.line));
}

function readContents(contents: ParsedNode, place: (offset: number) => SourcePlace): YamlReading {
  const broken: Problem[] = [];
  const duplicates: Problem[] = [];
  const walk: Walk = { place, broken, duplicates, anchors: new Map() };
  const root = { place: place(contents.range[0]), content: contentOf(contents, [], walk) };
  if (broken.length === 0 && weightOf(root.content, new Map()) > MOST_VALUES) {
    broken.push(problem("SPC003", [], root.place, { message: "aliases multiply the file", hint: "use fewer aliases" }));
  }
  return broken.length > 0 ? { problems: broken } : { root, problems: duplicates };
}

interface Walk {
  readonly place: (offset: number) => SourcePlace;
  readonly broken: Problem[];
  readonly duplicates: Problem[];
  /** Anchors in the order of the file; undefined while the anchored value is being read. */
  readonly anchors: Map<string, Content | undefined>;
}

const nothing: ScalarContent = { kind: "scalar", value: null, text: "" };

function contentOf(node: ParsedNode | null, path: Path, walk: Walk): Content {
  if (node === null) {
    return nothing;
  }
  const refuse = (words: { message: string; hint: string }): Content => {
    walk.broken.push(problem("SPC003", path, walk.place(node.range[0]), words));
    return nothing;
  };
  if (isAlias(node)) {
    const content = walk.anchors.get(node.source);
    return content ?? refuse(walk.anchors.has(node.source) ? aliasOfItself : aliasOfNothing);
  }
  if (path.length > DEEPEST) {
    return refuse(syntaxWords.RESOURCE_EXHAUSTION);
  }
  if (node.anchor !== undefined) {
    walk.anchors.set(node.anchor, undefined);
  }
  const content = isMap(node)
    ? mapContent(node, path, walk)
    : isSeq(node)
      ? listContent(node, path, walk)
      : scalarContent(node.value, node.source);
  if (node.anchor !== undefined) {
    walk.anchors.set(node.anchor, content);
  }
  return content;
}

const aliasOfNothing = {
  message: "this alias has no anchor above it",
  hint: "put the text in quotes, or write the anchor with & at the value that is meant",
};
const aliasOfItself = { message: "this alias stands inside of what it stands for", hint: "write the value plainly" };

function scalarContent(value: unknown, source: string | undefined): ScalarContent {
  const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
  return { kind: "scalar", value: plain, text: source ?? "" };
}

function listContent(node: YAMLSeq.Parsed, path: Path, walk: Walk): Content {
  const entries = node.items.map((entry, index) => ({
    place: walk.place(entry.range[0]),
    content: contentOf(entry, [...path, index], walk),
  }));
  return { kind: "list", entries };
}

/** Keys that are written win over merged ones (`<<`), wherever they stand; of merged ones the first wins. */
function mapContent(node: YAMLMap.Parsed, path: Path, walk: Walk): Content {
  const entries = new Map<string, Item>();
  const merged: Item[] = [];
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? key.source : "";
    const keyPlace = walk.place(key.range[0]);
    const content = contentOf(value, [...path, name], walk);
    if (name === "<<" && isScalar(key) && key.type === "PLAIN") {
      merged.push(...mergeSources(content, keyPlace, path, walk));
      continue;
    }
    const earlier = entries.get(name);
    if (earlier) {
      const message = `this key is already written in line ${earlier.keyPlace?.line}`;
      walk.duplicates.push(
        problem("SPC004", [...path, name], keyPlace, { message, hint: "delete one of the two lines" }),
      );
      continue;
    }
    entries.set(name, { place: walk.place((value ?? key).range[0]), keyPlace, content });
  }
  for (const { content } of merged) {
    for (const [name, item] of content.kind === "map" ? content.entries : []) {
      entries.set(name, entries.get(name) ?? item);
    }
  }
  return { kind: "map", entries };
}

function mergeSources(content: Content, keyPlace: SourcePlace, path: Path, walk: Walk): readonly Item[] {
  const sources = content.kind === "list" ? content.entries : [{ place: keyPlace, content }];
  if (sources.some((source) => source.content.kind !== "map")) {
    const words = { message: "only maps can be merged", hint: "write an alias of a map after <<, such as <<: *base" };
    walk.broken.push(problem("SPC003", path, keyPlace, words));
  }
  return sources;
}

/** How many values a value stands for, aliases written out. */
function weightOf(content: Content, known: Map<Content, number>): number {
  if (content.kind === "scalar") {
    return 1;
  }
  const weight = known.get(content);
  if (weight !== undefined) {
    return weight;
  }
  let sum = 1;
  for (const item of content.entries.values()) {
    sum += weightOf(item.content, known);
  }
  known.set(content, sum);
  return sum;
}

function problem(
  code: "SPC003" | "SPC004" | "SPC005",
  path: Path,
  source: SourcePlace,
  words: { readonly message: string; readonly hint: string },
): Problem {
  return { code, level: "error", path: formatPath(path), message: words.message, hint: words.hint, source };
}
