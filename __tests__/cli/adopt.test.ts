import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../lib/cli/run";
import { parseConfig } from "../../lib/config";
import { recordingTerminal } from "./recording-terminal";

const KEY = "0123456789abcdef0123456789abcdef";
const command = `docker run --rm -it -p 5000:5000 --memory 16g --cpus 8 \\
  mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us \\
  Eula=accept Billing=https://westeurope.api.cognitive.microsoft.com/ ApiKey=${KEY}
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "speech-adopt-"));
  writeFileSync(join(folder, "run.sh"), command);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function adopt(...words: readonly string[]) {
  const terminal = recordingTerminal({ workingFolder: folder });
  return { code: await run(["adopt", ...words], terminal), out: terminal.out(), err: terminal.err() };
}

describe("adopt", () => {
  it("writes speech.yaml, says what is wrong and what is left out, and never the key", async () => {
    const { code, out, err } = await adopt("run.sh");
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(out).toContain("  wrote     speech.yaml, 1 container\n");
    expect(out).toMatch(/warning {3}containers\.speech-to-text: ApiKey has a key in the clear[^]*\(SPC310\)/);
    expect(out).toMatch(/left out {2}speech-to-text: --rm: a service stays/);
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
    const text = readFileSync(join(folder, "speech.yaml"), "utf8");
    expect(parseConfig(text, "speech.yaml").plan?.sites[0]?.containers).toHaveLength(1);
    expect(out + text).not.toContain(KEY);
  });

  it("prints the configuration alone on standard output, and its notes beside it", async () => {
    const { out, err } = await adopt("run.sh", "-o", "-", "--name", "contoso");
    expect(parseConfig(out, "speech.yaml").plan?.name).toBe("contoso");
    expect(err).toContain("SPC206");
    expect(existsSync(join(folder, "speech.yaml"))).toBe(false);
  });

  it("has a JSON twin", async () => {
    const answer = JSON.parse((await adopt("run.sh", "-o", "-", "--json")).out) as Record<string, unknown>;
    expect(Object.keys(answer)).toEqual(["file", "configuration", "problems", "notCarried"]);
    expect(JSON.stringify(answer)).not.toContain(KEY);
  });

  it("never writes over a file", async () => {
    writeFileSync(join(folder, "speech.yaml"), "mine");
    const { code, err } = await adopt("run.sh");
    expect(code).toBe(2);
    expect(err).toContain("SPC651");
    expect(readFileSync(join(folder, "speech.yaml"), "utf8")).toBe("mine");
  });

  it.each([
    ["docker ps\n", "SPC652"],
    ["docker run nginx\n", "SPC652"],
  ])("of %j finds nothing to adopt", async (text, problem) => {
    writeFileSync(join(folder, "run.sh"), text);
    const { code, err } = await adopt("run.sh");
    expect(code).toBe(2);
    expect(err).toContain(problem);
    expect(existsSync(join(folder, "speech.yaml"))).toBe(false);
  });

  it("of a file that is not there says so", async () => {
    const { code, err } = await adopt("other.sh");
    expect(code).toBe(2);
    expect(err).toContain('"other.sh" cannot be read (ENOENT)');
  });
});
