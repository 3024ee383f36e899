import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const project = join(__dirname, "..", "..");

/** The rules that the linter names on a tree of files, as `file: rule`. */
async function findings(files: Record<string, string>): Promise<string[]> {
  const tree = mkdtempSync(join(tmpdir(), "lint-"));
  try {
    symlinkSync(join(project, "node_modules"), join(tree, "node_modules"), "junction");
    for (const file of ["tsconfig.json", ".oxlintrc.json"]) copyFileSync(join(project, file), join(tree, file));
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), text);
    }
    const program = join(project, "node_modules", "oxlint", "bin", "oxlint");
    const options = ["--type-aware", "--format", "json", ...Object.keys(files)];
    const stdout = await new Promise<string>((resolve) => {
      execFile(process.execPath, [program, ...options], { cwd: tree }, (_, output) => resolve(output));
    });
    const report = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
    return report.diagnostics.map(({ filename, code }) => `${filename}: ${code.replace(/.*\((.*)\)/, "$1")}`).sort();
  } finally {
    rmSync(tree, { recursive: true });
  }
}

const wrong: Record<string, string> = {
  "no-explicit-any": "export const value = (input: any): number => Number(input);\n",
  "no-floating-promises": "export function start(): void {\n  void Promise.resolve();\n}\n",
  "no-non-null-assertion": "export const first = (words: string[]): string => words[0]!;\n",
  "switch-exhaustiveness-check":
    'export function count(word: "small" | "large"): number {\n  let size = 0;\n' +
    '  switch (word) {\n    case "small":\n      size = 1;\n  }\n  return size;\n}\n',
  "no-console": 'export const say = (): void => console.log("here");\n',
  "ban-ts-comment": "// @ts-ignore\nexport const value = 1;\n",
  "no-abusive-eslint-disable": "/* eslint-disable */\nexport const value = 1;\n",
  "no-restricted-imports":
    'import * as docker from "@cdktf/provider-docker";\nexport const provider = docker.provider;\n',
  "no-unnecessary-condition": "export const size = (words: string[]): number => words?.length;\n",
  "max-lines": "export const value = 1;\n".padEnd(400, "\n"),
};

test("the linter finds each fault that the house forbids, in any room", async () => {
  const files = Object.entries(wrong).map(([rule, text]): [string, string] => [`lib/domain/${rule}.ts`, text]);
  const expected = Object.keys(wrong).map((rule) => `lib/domain/${rule}.ts: ${rule}`);
  expect(await findings(Object.fromEntries(files))).toEqual(expected.sort());
});

test("the command line, main and the bench may write to the console", async () => {
  const text = wrong["no-console"] ?? "";
  expect(await findings({ "lib/cli/it.ts": text, "main.ts": text, "bench/it.ts": text })).toEqual([]);
});

test("a test that is skipped or run alone is found", async () => {
  const text = 'test.only("one", () => expect(1).toBe(1));\ntest.skip("two", () => expect(1).toBe(1));\n';
  const found = await findings({ "__tests__/it.test.ts": text });
  expect(found).toEqual(["__tests__/it.test.ts: no-disabled-tests", "__tests__/it.test.ts: no-focused-tests"]);
});
