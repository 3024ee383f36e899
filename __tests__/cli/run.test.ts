import { chmodSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../lib/cli/run";
import { recordingTerminal, type RecordingTerminal } from "./recording-terminal";

const good = `
name: contoso-speech
edition: "2025-07"
eula: accept
account: { endpoint: "https://westeurope.api.cognitive.microsoft.com/" }
containers:
  captions: { function: speech-to-text, locale: en-US, port: 5000 }
  narrator: { function: neural-text-to-speech, voice: en-US-AriaNeural, port: 5001 }
`;
const bad = good.replace("en-US,", "en-UK,");

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "cli-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function outcome(words: readonly string[], more: Partial<RecordingTerminal> = {}) {
  const terminal = recordingTerminal(more);
  const code = await run(words, terminal);
  return { code, out: terminal.out(), err: terminal.err() };
}

const jsonOf = (out: string): { problems: { code: string; message: string; hint: string }[] } =>
  JSON.parse(out) as { problems: { code: string; message: string; hint: string }[] };

describe("exit codes and where the words go", () => {
  const folder = folderWith({ "speech.yaml": good, "bad.yaml": bad });

  it.each([
    ["help that was asked for", ["plan", "--help"], 0, /^Usage/, /^$/],
    ["the version", ["--version"], 0, /^\d+\.\d+\.\d+/, /^$/],
    ["no command", [], 2, /^$/, /^Usage/],
    ["an unknown command", ["pln"], 2, /^$/, /SPC620.*Nearest: plan\./s],
    ["a good configuration", ["validate"], 0, /speech\.yaml: no problems, 2 containers on 1 site/, /^$/],
    ["a bad configuration", ["validate", "bad.yaml"], 2, /^$/, /bad\.yaml: 1 problem, nothing was planned.*SPC101/s],
    ["a missing configuration", ["validate", "none.yaml"], 2, /^$/, /SPC001/],
    ["two configurations", ["validate", "a.yaml", "--config", "b.yaml"], 2, /^$/, /two configurations are named/],
    ["an explanation", ["explain", "captions"], 0, /captions · speech-to-text/, /^$/],
    ["an explanation of a code, in any case", ["explain", "spc101"], 0, /^SPC101/, /^$/],
    ["a list of containers", ["explain"], 0, /captions .*\n.*narrator/, /^$/],
    ["an unknown container", ["explain", "caption"], 2, /^$/, /SPC623.*Nearest: captions\./s],
    ["an unknown code", ["explain", "SPC999"], 2, /^$/, /SPC623.*Nearest: SPC/s],
    ["an explanation of a bad configuration", ["explain", "--config", "bad.yaml"], 2, /^$/, /SPC101/],
    ["a URL that is none", ["verify", "--url", "captions"], 2, /verify/, /SPC620.*not a URL/s],
    ["two URLs of one name", ["verify", "--url", "a=http://x:1", "--url", "a=http://y:2"], 2, /verify/, /SPC620.*"a"/s],
    ["a URL and a file", ["verify", "a.yaml", "--url", "http://x:1"], 2, /verify/, /SPC620.*"a\.yaml" and --url/s],
    ["wrong usage in a script that counts changes", ["plan", "--detailed-exitcode", "--jsn"], 1, /^$/, /SPC620/],
    ["bad input in a script that counts changes", ["plan", "--detailed-exitcode", "bad.yaml"], 1, /plan/, /SPC101/],
    ["a timeout that is none", ["verify", "--timeout", "soon"], 2, /^$/, /SPC620.*not a duration/s],
  ])("%s", async (_name, words, code, out, err) => {
    const result = await outcome(words, { workingFolder: folder });
    expect(result.code).toBe(code);
    expect(result.out).toMatch(out);
    expect(result.err).toMatch(err);
  });

  it.each([
    ["wrong usage", ["pln", "--json"], "SPC620"],
    ["a bad configuration", ["validate", "bad.yaml", "--json"], "SPC101"],
    ["an unknown container", ["explain", "caption", "--json"], "SPC623"],
    ["a bad configuration that was to be explained", ["explain", "--config", "bad.yaml", "--json"], "SPC101"],
  ])("--json tells %s as data, on standard output alone", async (_name, words, code) => {
    const { out, err } = await outcome(words, { workingFolder: folder });
    expect(jsonOf(out).problems[0]).toMatchObject({ code, message: expect.any(String) as string });
    expect(err).toBe("");
  });
});

describe("where a command works", () => {
  it("is the working folder, or the one that --folder names", async () => {
    const folder = folderWith({ "speech.yaml": good });
    expect((await outcome(["validate", "-C", folder])).code).toBe(0);
    expect((await outcome(["validate"], { workingFolder: folder })).code).toBe(0);
  });

  it("takes a path from where it was typed, not from --folder", async () => {
    const [here, there] = [folderWith({ "mine.yaml": bad }), folderWith({})];
    const { err } = await outcome(["validate", "mine.yaml", "-C", there], { workingFolder: here });
    expect(err).toContain("SPC101");
  });

  it("takes SPEECH_CONFIG, which an argument overrides", async () => {
    const at = {
      workingFolder: folderWith({ "bad.yaml": bad, "good.yaml": good }),
      environment: { SPEECH_CONFIG: "bad.yaml" },
    };
    expect((await outcome(["validate"], at)).code).toBe(2);
    expect((await outcome(["validate", "good.yaml"], at)).code).toBe(0);
  });

  it("refuses a folder with nothing in it before it looks for Terraform", async () => {
    const { code, err } = await outcome(["plan"], { workingFolder: folderWith({}) });
    expect(code).toBe(2);
    expect(err).toContain("SPC621");
  });

  it.each([
    ["a configuration that does not exist", ["try", "none.yaml"], /SPC001 .*"none\.yaml" does not exist/s],
    ["a bad configuration", ["deploy", "bad.yaml", "--sandbox"], /SPC101/],
    ["a bad configuration to try", ["try", "bad.yaml"], /SPC101/],
    ["a sandbox to look into that does not run", ["output", "--sandbox"], /SPC701.*deploy --sandbox/s],
    ["a sandbox to verify that does not run", ["verify", "--sandbox"], /SPC701.*deploy --sandbox/s],
  ])("starts and writes nothing for %s", async (_name, words, err) => {
    const folder = folderWith({ "speech.yaml": good, "bad.yaml": bad, terraform: "" });
    chmodSync(join(folder, "terraform"), 0o755);
    const environment = { TERRAFORM_BINARY_NAME: join(folder, "terraform") };
    const result = await outcome(words, { workingFolder: folder, environment });
    expect(result.code).toBe(2);
    expect(result.err).toMatch(err);
    expect(result.err).not.toContain("named by SPEECH_CONFIG");
    expect(readdirSync(folder).sort()).toEqual(["bad.yaml", "speech.yaml", "terraform"]);
  });

  it.each([["validate"], ["try"], ["sandbox", "up"]])("refuses a --folder that is none (%s)", async (...words) => {
    const { code, err } = await outcome([...words, "--folder", "/nowhere/at/all"]);
    expect(code).toBe(2);
    expect(err).toMatch(/SPC621.*"\/nowhere\/at\/all" is not a folder/s);
  });

  it("says that Terraform is missing before anything is started", async () => {
    const at = { workingFolder: folderWith({ "speech.yaml": good }), environment: { PATH: "/nowhere" } };
    for (const words of [["plan"], ["try"], ["deploy", "--sandbox"]]) {
      const { code, err } = await outcome(words, at);
      expect(code).toBe(2);
      expect(err).toMatch(/SPC601.*TERRAFORM_BINARY_NAME/s);
      expect(readdirSync(at.workingFolder)).toEqual(["speech.yaml"]);
    }
  });
});
