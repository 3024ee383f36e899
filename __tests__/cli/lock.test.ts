import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lock } from "../../lib/cli/commands/lock";
import { CommandFailure } from "../../lib/cli/command-failure";
import type { Options } from "../../lib/cli/invocation";
import { parseLock } from "../../lib/config";
import { recordingTerminal } from "./recording-terminal";

const DIGEST = `sha256:${"0f".repeat(32)}`;
const REPOSITORY = "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text";
const IMAGE = `${REPOSITORY}:4.12.0-amd64-en-us`;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
  write("speech.yaml", [
    "name: contoso",
    'edition: "2025-07"',
    "eula: accept",
    "account: { existing: { name: contoso, resourceGroup: rg } }",
    "containers: { captions: { function: speech-to-text, locale: en-US } }",
  ]);
  write("images.json", [JSON.stringify([{ RepoTags: [IMAGE], RepoDigests: [`${REPOSITORY}@${DIGEST}`] }])]);
});

afterEach(() => rmSync(folder, { recursive: true }));

const write = (file: string, lines: readonly string[]) => writeFileSync(join(folder, file), `${lines.join("\n")}\n`);

async function run(options: Options) {
  const terminal = recordingTerminal({ workingFolder: folder });
  const code = await lock({ words: [undefined], options: { ...options }, terminal });
  return { code, out: terminal.out() };
}

describe("lock", () => {
  it("writes what an engine knows beside the configuration, and says what has changed", async () => {
    const first = await run({ from: "images.json" });
    expect([first.code, parseLock(readFileSync(join(folder, "speech.lock.json"), "utf8"))]).toEqual([
      0,
      { [IMAGE]: DIGEST },
    ]);
    expect(first.out).toContain(`  new      ${IMAGE}\n           ${DIGEST}\n`);
    expect(first.out).toContain("speech.lock.json: 1 digest; plans use them from now on");
    expect((await run({ from: "images.json" })).out).toContain(`  same     ${IMAGE}`);
  });

  it("has a twin in JSON", async () => {
    const { out } = await run({ from: "images.json", json: true });
    expect(JSON.parse(out)).toEqual({
      file: "speech.lock.json",
      written: true,
      images: [{ image: IMAGE, digest: DIGEST, change: "new" }],
    });
  });

  it("writes nothing when a digest is missing, and keeps what was there", async () => {
    write("images.json", ["[]"]);
    await expect(run({ from: "images.json" })).rejects.toMatchObject({
      code: "SPC632",
      message: "no digest of 1 of 1 image; nothing was written",
      details: [`${IMAGE}: "images.json" has no digest of it`],
    });
    expect(existsSync(join(folder, "speech.lock.json"))).toBe(false);
  });

  it.each(["speech.yaml", "absent.json"])("refuses %s as an answer of docker", async (from) => {
    const failure = await run({ from }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CommandFailure);
    expect(failure).toMatchObject({ code: "SPC631" });
  });

  it("writes over a lock file that is none", async () => {
    write("speech.lock.json", ["{"]);
    expect((await run({ from: "images.json" })).code).toBe(0);
  });
});
