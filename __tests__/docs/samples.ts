import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const project = join(__dirname, "..", "..");

/** Documents that people read; what is made from code or written by other rooms' tests is checked there. */
export const documents: readonly string[] = [
  "README.md",
  "CHANGELOG.md",
  ...readdirSync(join(project, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
];

export interface Sample {
  readonly document: string;
  /** Of the first line inside the fence. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

export const textOf = (document: string): string => readFileSync(join(project, document), "utf8");

/** The fenced blocks of the documents in one language. */
export function samplesIn(language: string, from: readonly string[] = documents): Sample[] {
  return from.flatMap((document) => {
    const text = textOf(document);
    return [...text.matchAll(/^( *)```(\w*)\n([\s\S]*?)^\1```$/gm)]
      .filter(([, , word]) => word === language)
      .map(({ 1: indent = "", 3: body = "", index }) => ({
        document,
        language,
        text: body.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
        line: text.slice(0, index).split("\n").length + 1,
      }));
  });
}

/** Commands of a shell block, one a line; comments and lines that go on are taken care of. */
export const commandsOf = ({ text }: Sample): string[] =>
  text
    .replaceAll("\\\n", " ")
    .split("\n")
    .map((line) => line.replace(/(^|\s)#.*$/, "").trim())
    .filter((line) => line !== "");
