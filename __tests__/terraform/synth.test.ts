import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppFailure, synthesize } from "../../lib/terraform/synth";

/** An app that writes down its environment and one stack. */
const goodApp = `
const fs = require("node:fs");
const out = process.env.CDKTF_OUTDIR;
fs.mkdirSync(out, { recursive: true });
fs.writeFileSync(out + "/environment.json", JSON.stringify(process.env));
const stack = { name: "speech", workingDirectory: "stacks/speech", dependencies: [], annotations: [] };
fs.writeFileSync(out + "/manifest.json", JSON.stringify({ version: "0.21.0", stacks: { speech: stack } }));
`;

const packagedApp = { command: process.execPath, arguments: ["packaged.js"] };

function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "project-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const cdktfJson = (more: object = {}): string => JSON.stringify({ app: `"${process.execPath}" app.js`, ...more });

const synth = (folder: string, environment: Record<string, string> = {}, outputFolder?: string) =>
  synthesize({ folder, outputFolder, packagedApp, environment: { PATH: process.env.PATH, ...environment } });

const seenBy = (outputFolder: string): Record<string, string> =>
  JSON.parse(readFileSync(join(outputFolder, "environment.json"), "utf8")) as Record<string, string>;

describe("synth", () => {
  it("runs the app of cdktf.json and reads its stacks", async () => {
    const folder = project({ "cdktf.json": cdktfJson(), "app.js": goodApp });
    const { stacks } = await synth(folder);
    expect(stacks).toEqual([{ id: "speech", folder: join(folder, "cdktf.out/stacks/speech"), dependencies: [] }]);
  });

  it("runs the packaged app where there is no cdktf.json", async () => {
    const { stacks } = await synth(project({ "packaged.js": goodApp }));
    expect(stacks).toHaveLength(1);
  });

  it.each([
    ["output of cdktf.json", { output: "elsewhere" }, undefined, "elsewhere"],
    ["the caller", { output: "elsewhere" }, ".sandbox/cdktf.out", ".sandbox/cdktf.out"],
  ])("writes to the folder that %s names", async (_name, settings, outputFolder, expected) => {
    const folder = project({ "cdktf.json": cdktfJson(settings), "app.js": goodApp });
    await synth(folder, {}, outputFolder);
    expect(existsSync(join(folder, expected, "manifest.json"))).toBe(true);
  });

  it("shows what a failed app printed without the credentials of the environment", async () => {
    const app = "console.error(process.env.ARM_CLIENT_ID, process.env.ARM_CLIENT_SECRET); process.exit(3);";
    const folder = project({ "cdktf.json": cdktfJson(), "app.js": app });
    const failed = synth(folder, { ARM_CLIENT_ID: "the-client", ARM_CLIENT_SECRET: "a-planted-value" });
    await expect(failed).rejects.toMatchObject({ exitCode: 3, stderr: "the-client (sensitive value)\n" });
  });

  it("hands on the context of cdktf.json and the chosen configuration, never a Terraform variable", async () => {
    const folder = project({ "cdktf.json": cdktfJson({ context: { a: 1 } }), "app.js": goodApp });
    await synth(folder, { SPEECH_CONFIG: "other.yaml", TF_VAR_speech_api_key: "secret" });
    const seen = seenBy(join(folder, "cdktf.out"));
    expect(seen).toMatchObject({ CDKTF_CONTEXT_JSON: '{"a":1}', SPEECH_CONFIG: "other.yaml" });
    expect(seen).not.toHaveProperty("TF_VAR_speech_api_key");
  });

  it("passes on what a failing app prints, with its exit code", async () => {
    const app = `console.error("speech.yaml: 3 problems, nothing was planned"); process.exit(2);`;
    const failure: unknown = await synth(project({ "cdktf.json": cdktfJson(), "app.js": app })).catch(
      (e: unknown) => e,
    );
    expect(failure).toBeInstanceOf(AppFailure);
    expect(failure).toMatchObject({
      code: "SPC603",
      exitCode: 2,
      stderr: expect.stringContaining("3 problems") as string,
    });
  });

  it("never takes the stacks of an earlier run for the answer", async () => {
    const folder = project({ "cdktf.json": cdktfJson(), "app.js": "" });
    mkdirSync(join(folder, "cdktf.out"));
    writeFileSync(join(folder, "cdktf.out", "manifest.json"), '{"stacks":{}}');
    await expect(synth(folder)).rejects.toMatchObject({ code: "SPC604" });
  });

  it.each(["{", "{}", '{"app":""}'])("refuses a cdktf.json that reads %j", async (text) => {
    await expect(synth(project({ "cdktf.json": text }))).rejects.toMatchObject({ code: "SPC603" });
  });
});
