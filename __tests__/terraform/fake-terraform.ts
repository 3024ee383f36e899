import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the stand-in for the `terraform` executable does for a command: print, and end with a code. */
export interface FakeAnswer {
  readonly stdout?: string;
  readonly stderr?: string;
  readonly exitCode?: number;
  /** Prints, then waits for Ctrl+C, then ends. */
  readonly untilInterrupted?: boolean;
}

/** By command. */
type Answers = Readonly<Record<string, FakeAnswer>>;

export interface FakeTerraform {
  readonly folder: string;
  readonly path: string;
  /** Argument lists of all calls so far. */
  calls(): readonly (readonly string[])[];
  /** Environments of all calls so far. */
  environments(): readonly Readonly<Record<string, string>>[];
}

/** An executable that answers by its first argument, and leaves a plan where it is asked for one. Only for what the real Terraform cannot be brought to do at once. */
export function fakeTerraform(
  answers: Answers,
  {
    name = "terraform",
    inFolders = {},
  }: { name?: string; /** Instead, where it runs. */ inFolders?: Readonly<Record<string, Answers>> } = {},
): FakeTerraform {
  const folder = mkdtempSync(join(tmpdir(), "fake-terraform-"));
  const path = join(folder, name);
  const log = join(folder, "calls");
  writeFileSync(log, "");
  writeFileSync(
    path,
    `#!${process.execPath}
const fs = require("node:fs");
const words = process.argv.slice(2);
const { stdout = "", stderr = "", exitCode = 0, untilInterrupted } = { show: { stdout: "{}" }, ...(${JSON.stringify(inFolders)}[fs.realpathSync(".")] ?? ${JSON.stringify(answers)}) }[words[0]] ?? {};
fs.appendFileSync(${JSON.stringify(log)}, JSON.stringify({ words, environment: process.env }) + "\\n");
if (untilInterrupted) { setInterval(() => {}, 1000); process.on("SIGINT", () => process.exit(exitCode)); }
const [, plan] = words.join("\\n").match(/^-out=(.*)$/m) ?? [];
if (plan !== undefined && exitCode !== 1) fs.writeFileSync(plan, "a plan");
process.stdout.write(stdout);
process.stderr.write(stderr);
if (!untilInterrupted) process.exitCode = exitCode;
`,
  );
  chmodSync(path, 0o755);
  const entries = (): { words: string[]; environment: Record<string, string> }[] =>
    readFileSync(log, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as { words: string[]; environment: Record<string, string> });
  return {
    folder,
    path,
    calls: () => entries().map(({ words }) => words),
    environments: () => entries().map(({ environment }) => environment),
  };
}

/** A folder as the app leaves it: one stack, ready for Terraform. */
export function synthesizedStack(configuration: object = {}): {
  readonly id: string;
  readonly folder: string;
  readonly dependencies: readonly string[];
} {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "stack-")));
  mkdirSync(join(folder, ".terraform"));
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(configuration));
  return { id: "speech", folder, dependencies: [] };
}
