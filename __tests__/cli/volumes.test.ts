import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { run } from "../../lib/cli/run";
import { recordingTerminal, type RecordingTerminal } from "./recording-terminal";

const USED = "contoso-speech-model-11111111-2222-3333-4444-555555555555";
const LEFT = "contoso-speech-model-99999999-2222-3333-4444-555555555555";

const config = `
name: contoso-speech
edition: "2025-07"
eula: accept
account: { endpoint: "https://westeurope.api.cognitive.microsoft.com/" }
engine: { host: "ssh://operator@speech-1.contoso.com" }
containers:
  callcenter: { function: custom-speech-to-text, modelId: 11111111-2222-3333-4444-555555555555, port: 5000 }
`;

/** A project, and a `docker` on the PATH that answers as an engine with two volumes does and keeps its calls. */
function workplace() {
  const folder = mkdtempSync(join(tmpdir(), "cli-volumes-"));
  const calls = join(folder, "calls");
  writeFileSync(join(folder, "speech.yaml"), config);
  const docker = join(folder, "docker");
  const script = `#!/bin/sh
echo "$@" >> "${calls}"
case "$*" in
  *"volume ls"*) printf '%s\\n' database ${USED} ${LEFT} ;;
  *" ps "*) printf 'contoso-speech-callcenter\\t${USED}\\n' ;;
esac`;
  writeFileSync(docker, script);
  chmodSync(docker, 0o755);
  const environment = { PATH: [folder, dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter) };
  return {
    folder,
    calls: () => (existsSync(calls) ? readFileSync(calls, "utf8").trim().split("\n") : []),
    async outcome(words: readonly string[], more: Partial<RecordingTerminal> = {}) {
      const terminal = recordingTerminal({ workingFolder: folder, environment, ...more });
      const code = await run(words, terminal);
      return { code, out: terminal.out(), err: terminal.err() };
    },
  };
}

describe("volumes", () => {
  it("lists what is used and what is left, asking the configured engine by the docker command", async () => {
    const { outcome, calls } = workplace();
    const { code, out } = await outcome(["volumes"]);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`used {2}${USED}\\s+callcenter\\n`));
    expect(out).toMatch(new RegExp(`left {2}${LEFT}\\n`));
    expect(out).not.toContain("database");
    expect(calls()[0]).toMatch(/^--host ssh:\/\/operator@speech-1\.contoso\.com /);
  });

  it("tells the same as data", async () => {
    const { out } = await workplace().outcome(["volumes", "list", "--json"]);
    expect(JSON.parse(out)).toMatchObject({
      sandbox: false,
      volumes: [
        { name: USED, state: "used", purpose: "model", heldBy: ["contoso-speech-callcenter"] },
        { name: LEFT, state: "left", containers: [], heldBy: [] },
      ],
    });
  });

  it("says what is needed where there is no docker command", async () => {
    const { code, err } = await workplace().outcome(["volumes"], { environment: { PATH: "/nowhere" } });
    expect(code).toBe(2);
    expect(err).toMatch(/SPC640/);
  });
});

describe("volumes rm", () => {
  it("removes a volume that is left, once that is approved", async () => {
    const { outcome, calls } = workplace();
    expect(await outcome(["volumes", "rm", LEFT, "--yes"])).toMatchObject({ code: 0, err: "" });
    expect(calls().at(-1)).toMatch(new RegExp(`volume rm -- ${LEFT}$`));
  });

  it.each([
    ["held by a container", USED, /SPC642.*contoso-speech-callcenter/s],
    ["of somebody else", "database", /SPC643/],
    ["with a typing error", LEFT.replace("9999-", "999-"), new RegExp(`SPC643.*Nearest:\\s+${LEFT}`, "s")],
  ])("refuses a volume %s", async (_what, name, said) => {
    const { outcome, calls } = workplace();
    const { code, err } = await outcome(["volumes", "rm", name, "--yes"]);
    expect(code).toBe(2);
    expect(err).toMatch(said);
    expect(calls().join("\n")).not.toContain("volume rm");
  });

  it("asks on a terminal, and removes nothing without a yes", async () => {
    const { outcome, calls } = workplace();
    const asked = await outcome(["volumes", "rm", LEFT], { interactive: true, ask: async () => "no" });
    expect(asked).toMatchObject({ code: 2, out: expect.stringContaining("nothing was removed") as string });
    const alone = await outcome(["volumes", "rm", LEFT]);
    expect(alone).toMatchObject({ code: 2, err: expect.stringContaining("--yes") as string });
    expect(calls().join("\n")).not.toContain("volume rm");
  });
});
