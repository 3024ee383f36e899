import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { upgrade } from "../../lib/cli/commands/upgrade";
import type { Options } from "../../lib/cli/invocation";
import { recordingTerminal } from "./recording-terminal";

const config = (edition: string, ...containers: readonly string[]) =>
  [
    "# What we run",
    "name: contoso",
    `edition: "${edition}" # since May`,
    "eula: accept",
    "account: { existing: { name: contoso, resourceGroup: rg } }",
    "containers:",
    ...containers,
    "",
  ].join("\n");
const captions = "  captions: { function: speech-to-text, locale: en-US, allowRetired: true } # live";
const voice = "  voice: { function: text-to-speech, voice: en-US-AriaRUS, allowRetired: true }";
let folder: string;

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "upgrade-"))));
afterEach(() => rmSync(folder, { recursive: true }));

async function run(text: string, options: Options = {}) {
  const file = join(folder, "speech.yaml");
  writeFileSync(file, text);
  const terminal = recordingTerminal({ workingFolder: folder });
  const code = await upgrade({ words: [undefined], options, terminal });
  return { code, out: terminal.out(), after: readFileSync(file, "utf8") };
}

describe("upgrade", () => {
  it("shows what each container becomes, and changes nothing", async () => {
    const { code, out, after } = await run(config("2020-05", captions));
    expect([code, after]).toEqual([0, config("2020-05", captions)]);
    expect(out).toContain("  edition 2020-05 → 2025-07\n");
    expect(out).toMatch(/ {4}image {2}\S+:2\.2\.0-amd64-en-us-preview\n {9}→ \S+:4\.12\.0-amd64-en-us\n/);
    expect(out).toContain("    size   4 cores, 4 GB\n         → 8 cores, 16 GB\n");
    expect(out).toContain("is not changed: --write does it, and the next deploy replaces 1 container\n");
  });

  it("writes the line with --write, and keeps every comment", async () => {
    writeFileSync(join(folder, "speech.lock.json"), "{}");
    const { code, out, after } = await run(config("2020-05", captions), { write: true, to: "2025-07" });
    expect([code, after]).toEqual([0, config("2025-07", captions)]);
    expect(out).toContain("speech.yaml says 2025-07 now; the next deploy replaces 1 container\n");
    expect(out).toContain("then: speech-containers lock");
  });

  it("writes nothing when the edition cannot plan it, names what to use instead and ends with 1", async () => {
    const { code, out, after } = await run(config("2020-05", captions, voice), { write: true });
    expect([code, after]).toEqual([1, config("2020-05", captions, voice)]);
    expect(out).toContain("cannot be planned in 2025-07: use neural-text-to-speech\n");
    expect(out).toContain("SPC105");
  });

  it("says so when the edition is there already", async () => {
    expect(await run(config("2025-07", captions), { write: true })).toMatchObject({
      code: 0,
      out: expect.stringContaining("speech.yaml is of edition 2025-07 already") as string,
    });
  });

  it("has a twin in JSON", async () => {
    const { out } = await run(config("2020-05", captions), { json: true });
    expect(JSON.parse(out)).toMatchObject({
      file: "speech.yaml",
      from: "2020-05",
      to: "2025-07",
      written: false,
      containers: [{ name: "captions", before: { containerPort: 5000 }, after: { size: "8 cores, 16 GB" } }],
      problems: [],
    });
  });

  it("refuses an edition that there is not, and a line that it cannot change", async () => {
    await expect(async () => run(config("2020-05", captions), { to: "2019" })).rejects.toMatchObject({
      code: "SPC620",
    });
    const braces = `{ name: contoso, edition: "2020-05", eula: accept, account: { existing: { name: contoso, resourceGroup: rg } },
      containers: { captions: { function: speech-to-text, locale: en-US, allowRetired: true } } }`;
    await expect(run(braces, { write: true })).rejects.toMatchObject({ code: "SPC633" });
  });
});
