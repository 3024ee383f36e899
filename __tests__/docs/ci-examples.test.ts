import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAllDocuments } from "yaml";
import { readCommandLine } from "../../lib/cli/program";
import { project } from "./samples";

const folder = join(project, "examples", "ci");
const files = readdirSync(folder).filter((file) => file.endsWith(".yml"));

interface Parsed {
  readonly text: string;
  readonly value: unknown;
}

function read(file: string): Parsed {
  const text = readFileSync(join(folder, file), "utf8");
  const [document] = parseAllDocuments(text);
  if (document === undefined || document.errors.length > 0) throw new Error(`${file} is no YAML`);
  return { text, value: document.toJS() as unknown };
}

/** Every text in a document: scripts are among them, whatever a system calls them. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Calls of ours in a script, each up to the end of its command. */
function callsIn(script: string): readonly string[] {
  return [...script.matchAll(/npx speech-containers ((?:"(?:\$\([^)]*\)|[^"])*"|[^\n"&|;)'])*)/g)].map(
    ([, words = ""]) => words.trim(),
  );
}

/** Words as a shell splits them; what it would fill in stands for itself. */
function wordsOf(call: string): readonly string[] {
  return (call.match(/(?:"(?:\$\([^)]*\)|[^"])*"|[^\s"])+/g) ?? []).map((word) => word.replaceAll('"', ""));
}

describe.each(files)("%s", (file) => {
  const { text, value } = read(file);
  const calls = textsIn(value).flatMap(callsIn);

  it("calls only commands and options that exist", () => {
    const faults = calls.flatMap((call) => {
      const command = readCommandLine(wordsOf(call));
      return command.kind === "wrong" ? [`${call}: ${command.message}`] : [];
    });
    expect(calls.length).toBeGreaterThan(1);
    expect(faults).toEqual([]);
  });

  it("is pinned: no action, image or tool floats", () => {
    const actions = [...text.matchAll(/uses: (\S+)/g)].map(([, action = ""]) => action);
    expect(actions.filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
    expect(text).not.toMatch(/latest|ubuntu-latest|@main|@master/);
  });

  it("keeps no plan and prints none", () => {
    expect(text).not.toMatch(/terraform[^\n]* show/);
    const plans = text.split("\n").filter((line) => /terraform[^\n]* plan /.test(line));
    expect(plans.filter((line) => !/> (?:\/dev\/null|plan\.log)$/.test(line))).toEqual([]);
  });
});

describe("the three systems", () => {
  const systems = files.filter((file) => file !== "pre-commit-config.yml");

  it("are GitHub Actions, Azure Pipelines and GitLab", () => {
    expect(systems.sort()).toEqual(["azure-pipelines.yml", "github-actions.yml", "gitlab-ci.yml"]);
  });

  it.each(systems)("%s has three tiers, and says what each cannot judge", (file) => {
    const { text, value } = read(file);
    const calls = textsIn(value).flatMap(callsIn);
    expect(calls.filter((call) => call.startsWith("check --synth"))).toHaveLength(1);
    expect(calls.filter((call) => call.startsWith('check "$stack/plan"'))).toHaveLength(2);
    expect(calls).toContain("sandbox env");
    expect(text).toContain("cannot judge");
  });

  it("gives the real plan of GitHub to no fork, and write access to no other job", () => {
    const { jobs, permissions } = read("github-actions.yml").value as {
      permissions: object;
      jobs: Record<string, { if?: string; permissions?: Record<string, string> }>;
    };
    expect(permissions).toEqual({ contents: "read" });
    expect(jobs["plan"]?.if).toContain("github.event.pull_request.head.repo.full_name == github.repository");
    const writing = Object.entries(jobs).filter(([, job]) => Object.values(job.permissions ?? {}).includes("write"));
    expect(writing.map(([name]) => name)).toEqual(["plan"]);
  });
});
