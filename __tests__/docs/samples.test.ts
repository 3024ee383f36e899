import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseDocument } from "yaml";
import { readCommandLine } from "../../lib/cli/program";
import { parseConfig } from "../../lib/config";
import { commandsOf, documents, project, samplesIn, textOf, type Sample } from "./samples";

const placeOf = ({ document, line }: Sample) => `${document}:${line}`;
const named = (samples: readonly Sample[]) => samples.map((sample) => [placeOf(sample), sample] as const);

describe("configurations", () => {
  const samples = samplesIn("yaml");
  const isWhole = ({ text }: Sample) => text.startsWith("name:");

  /** A part is shown for itself and stands for the first whole configuration of its document with these keys. */
  function complete(sample: Sample): string {
    if (isWhole(sample)) return sample.text;
    const base = samples.find((other) => other.document === sample.document && isWhole(other));
    const document = parseDocument(base?.text ?? "");
    const part = parseDocument(sample.text).toJS() as Record<string, unknown>;
    if ("sites" in part) document.delete("containers");
    for (const [key, value] of Object.entries(part)) document.set(key, value);
    return String(document);
  }

  test.each(named(samples))("%s can be planned without a problem", (place, sample) => {
    const { plan, problems } = parseConfig(complete(sample), place);
    expect(problems).toEqual([]);
    expect(plan).toBeDefined();
  });
});

describe("commands", () => {
  const { scripts } = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const launcherWords = ["", "down", "logs", "status"];

  /** What is wrong with a command line of ours or of npm; other programs are not judged here. */
  function faultOf(line: string): string {
    const inner = /"\$\((.*)\)"/.exec(line)?.[1];
    if (inner !== undefined) return faultOf(inner);
    const words = (line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map((word) =>
      word.replace(/^(["'])(.*)\1$/, "$2"),
    );
    const [first = "", second = "", third = ""] = words;
    if (first === "npx" && second === "speech-containers") return faultOf(line.replace(/^npx\s+/, ""));
    if (first === "speech-containers") {
      const call = readCommandLine(words.slice(1));
      return call.kind === "wrong" ? `${line}: ${call.message}` : "";
    }
    if (first === "./try") return launcherWords.includes(second) ? "" : `./try knows no ${second}`;
    if (first === "npm" && second === "run") return third in scripts ? "" : `there is no script ${third}`;
    return "";
  }

  test.each(named(samplesIn("sh")))("%s holds commands that exist", (_, sample) => {
    expect(commandsOf(sample).map(faultOf).filter(Boolean)).toEqual([]);
  });

  test.each(documents)("%s names commands and scripts that exist in its sentences", (document) => {
    const inline = [
      ...textOf(document).matchAll(/`((?:npx )?speech-containers [^`…<]+|npm run [^`…<]+|\.\/try[^`]*)`/g),
    ];
    const faults = inline
      .map(([, line = ""]) => faultOf(line))
      .filter((fault) => !/missing required argument/.test(fault));
    expect(faults.filter(Boolean)).toEqual([]);
  });

  test("a command that does not exist would be found", () => {
    const wrong = [
      "npx speech-containers deplyo",
      'speech-containers say one "two three" four',
      "speech-containers plan --sandbx",
      "npm run nothing",
      "./try later",
    ];
    expect(wrong.map(faultOf).filter(Boolean)).toHaveLength(wrong.length);
  });
});

describe("links", () => {
  const links = documents.flatMap((document) =>
    [...textOf(document).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, target = ""]) => [document, target] as const),
  );
  const anchorsOf = (file: string) =>
    [...readFileSync(file, "utf8").matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\w\- ]/g, "")
        .replaceAll(" ", "-"),
    );

  test.each(links)("%s links to %s, which exists", (document, target) => {
    const [path = "", anchor] = target.split("#");
    const file = path === "" ? join(project, document) : join(project, dirname(document), path);
    expect(existsSync(file)).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(file)).toContain(anchor);
  });
});

test("each fence says its language, so that nothing escapes these tests", () => {
  const languages = documents.flatMap((document) => [...textOf(document).matchAll(/^( *)```(.*)\n[\s\S]*?^\1```$/gm)]);
  const known = ["yaml", "sh", "ts", "text"];
  expect(languages.map(([, , word = ""]) => word).filter((word) => !known.includes(word))).toEqual([]);
});
