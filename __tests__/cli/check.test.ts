import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../lib/cli/run";
import { container, planOf } from "../checks/plans";
import { recordingTerminal } from "./recording-terminal";

const good = planOf([]);
const bad = planOf([container("captions", { restart: "no", must_run: false })]);
const stack = {
  terraform: {},
  resource: { docker_container: { captions: { "//": { source: "speech.yaml:11:3" } } } },
};
const waivers = `waivers:
  - { rule: CTR-8, address: docker_container.captions, reason: one night, expires: 2999-12-31 }
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "check-"));
  mkdirSync(join(folder, "stack"));
  const files: Record<string, string> = {
    "good.json": JSON.stringify(good),
    "bad.json": JSON.stringify(bad),
    "partial.json": JSON.stringify({ ...good, complete: false }),
    "next.json": JSON.stringify({ ...good, format_version: "2.0" }),
    "cut.json": JSON.stringify(bad).slice(0, -20),
    "stack/cdk.tf.json": JSON.stringify(stack),
    "some.yaml": waivers,
    "wrong.yaml": "waivers: nothing\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});

async function check(...words: string[]) {
  const terminal = recordingTerminal({ workingFolder: folder });
  const code = await run(["check", ...words], terminal);
  return { code, out: terminal.out(), err: terminal.err() };
}

test.each<[string, string[], number, RegExp, RegExp]>([
  ["a clean plan", ["good.json"], 0, /^good\.json: 0 errors.*\nexit 0 \(--fail-on error\)\n$/s, /^$/],
  ["warnings when errors count", ["bad.json", "--fail-on", "never"], 0, /warning {2}CTR-8/, /^$/],
  ["warnings when they count", ["bad.json", "--fail-on", "warning"], 1, /exit 1 \(--fail-on warning\)/, /^$/],
  ["a partial plan", ["partial.json"], 0, /partial: the plan leaves a part/, /^$/],
  ["a partial plan, strictly", ["partial.json", "--strict"], 2, /exit 2 \(--fail-on error --strict\)/, /^$/],
  ["the next format", ["next.json"], 2, /^$/, /SPC903/],
  ["a plan that is cut off", ["cut.json"], 2, /^$/, /SPC902/],
  ["a plan that is not there", ["none.json"], 2, /^$/, /SPC901 {2}"none\.json" does not exist/],
  ["a folder without a plan", ["stack"], 2, /^$/, /SPC901.*holds no saved plan/],
  ["nothing, in a folder without a plan", [], 2, /^$/, /SPC901/],
  ["a stack", ["--synth", "stack"], 0, /judged without a plan/, /^$/],
  ["a folder that is no stack", ["--synth", "."], 2, /^$/, /SPC906/],
  ["a plan and a stack", ["good.json", "--synth", "stack"], 2, /^$/, /SPC620/],
  ["a report of no format", ["good.json", "--out", "pdf=x.pdf"], 2, /^$/, /SPC620.*formats are text, json, sarif/s],
  ["a report that cannot be written", ["good.json", "--out", "json=no/such/x.json"], 2, /^$/, /SPC908/],
  ["a checks file that is not there", ["good.json", "--checks", "none.yaml"], 2, /^$/, /SPC907/],
  [
    "a checks file with a mistake",
    ["good.json", "--checks", "wrong.yaml"],
    2,
    /^$/,
    /nothing was judged.*SPC012 {2}1:/s,
  ],
])("%s", async (_name, words, code, out, err) => {
  const result = await check(...words);
  expect(result.code).toBe(code);
  expect(result.out).toMatch(out);
  expect(result.err).toMatch(err);
});

test("names the user's line when the stack is named, or lies beside the plan", async () => {
  expect((await check("bad.json")).out).not.toContain("speech.yaml:11");
  expect((await check("bad.json", "--stack", "stack")).out).toContain("docker_container.captions  speech.yaml:11");
  writeFileSync(join(folder, "stack", "bad.json"), JSON.stringify(bad));
  expect((await check("stack/bad.json")).out).toContain("docker_container.captions  speech.yaml:11");
});

test("takes waivers from the named file, else from speech-checks.yaml of the project", async () => {
  expect((await check("bad.json", "--checks", "some.yaml")).out).toMatch(
    /waived {3}CTR-8 .*\n *Accepted until 2999-12-31: one night/,
  );
  writeFileSync(join(folder, "speech-checks.yaml"), waivers);
  expect((await check("bad.json")).out).toContain("1 waived");
});

test("writes several reports at once, beside the screen", async () => {
  const reports = { text: "a.txt", json: "a.json", sarif: "a.sarif", junit: "a.xml", markdown: "a.md" };
  const words = Object.entries(reports).flatMap(([format, file]) => ["--out", `${format}=${file}`]);
  const { out } = await check("bad.json", ...words);
  const texts = Object.values(reports).map((file) => readFileSync(join(folder, file), "utf8"));
  expect(out).toContain("CTR-8");
  expect(texts.filter((text) => text.includes("CTR-8"))).toHaveLength(5);
  expect(JSON.parse(texts[1] ?? "")).toEqual(JSON.parse((await check("bad.json", "--json")).out));
});

test("with --json problems of the checks file are data too", async () => {
  const { out, code } = await check("good.json", "--checks", "wrong.yaml", "--json");
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject({ problems: [{ code: "SPC012", file: "wrong.yaml", line: 1 }] });
});

test.each([
  ["checkov", '"failed_checks"'],
  ["conftest", "package main"],
  ["sarif", '"2.1.0"'],
])("prints exceptions for %s instead of a report", async (scanner, words) => {
  const { code, out } = await check("bad.json", "--emit-waivers", scanner);
  expect(code).toBe(0);
  expect(out).toContain(words);
});

test.each(["CTR-8", "ctr-8", "WVR-2"])("explain %s says why, and what to do", async (rule) => {
  const terminal = recordingTerminal({ workingFolder: folder });
  expect(await run(["explain", rule], terminal)).toBe(0);
  expect(terminal.out()).toMatch(new RegExp(`^${rule.toUpperCase()} · .*\n\n.*\n  Fix: `, "s"));
});

test("explain of a rule that there is not names the nearest", async () => {
  const terminal = recordingTerminal({ workingFolder: folder });
  expect(await run(["explain", "CTR-88"], terminal)).toBe(2);
  expect(terminal.err()).toMatch(/"CTR-88" is not a rule of check.*CTR-8/s);
});
