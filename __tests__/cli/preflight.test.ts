import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../lib/cli/run";
import { recordingTerminal } from "./recording-terminal";

const config = `
name: contoso
edition: "2025-07"
eula: accept
account: { existing: { name: contoso-speech, resourceGroup: speech-rg } }
registry: registry.invalid
sites:
  leeds:
    engine: { host: "ssh://op@leeds.invalid", reserved: { cores: 2 } }
    containers:
      captions: { function: speech-to-text, locale: en-GB, port: 5000 }
  york:
    engine: { host: "ssh://op@york.invalid" }
    containers:
      languages: { function: language-detection, port: 5003 }
`;

const info = {
  ServerVersion: "27.1.1",
  Name: "leeds",
  OperatingSystem: "Ubuntu 24.04",
  OSType: "linux",
  Architecture: "x86_64",
  NCPU: 8,
  MemTotal: 64 * 1024 ** 3,
  DockerRootDir: "/var/lib/docker",
};

/** A docker command for an engine of 8 cores on every host. */
const docker = `#!/bin/sh
case "$*" in
  *" info "*) echo '${JSON.stringify(info)}' ;;
  *" ps "*) printf 'web\\t0.0.0.0:5003->80/tcp\\n' ;;
esac
`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "speech-preflight-"));
  writeFileSync(join(folder, "speech.yaml"), config);
  writeFileSync(join(folder, "docker"), docker);
  chmodSync(join(folder, "docker"), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function preflight(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const PATH = `${folder}:${process.env.PATH ?? ""}`;
  const terminal = recordingTerminal({ workingFolder: folder, environment: { PATH, ...environment } });
  return { code: await run(["preflight", ...words], terminal), out: terminal.out(), err: terminal.err() };
}

describe("preflight", () => {
  it("says of each engine what it has, what it lacks and what is not seen, and ends with 1", async () => {
    const { code, out } = await preflight([]);
    expect(code).toBe(1);
    expect(out).toMatch(/Docker 27.1.1 on leeds \(Ubuntu 24.04\),\s+ssh:\/\/op@leeds.invalid/);
    expect(out).toMatch(/unwell {4}cores {7}8 cores; 8 are planned and 2 reserved; .*\n.*\(SPC824\)/);
    expect(out).toMatch(/unwell {4}ports {7}5003 for languages is taken by web/);
    expect(out).toContain("  ssh op@york.invalid '\n  grep -om1 avx2 /proc/cpuinfo\n");
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("of one site looks at its engine only", async () => {
    const { out } = await preflight(["york", "--json"]);
    const { engines } = JSON.parse(out) as { engines: { sites: string[]; checks: object[]; commandThere: string }[] };
    expect(engines).toMatchObject([{ sites: ["york"], host: "ssh://op@york.invalid", verdict: "unwell" }]);
    expect(engines[0]?.checks).toContainEqual(
      expect.objectContaining({ check: "ports", verdict: "unwell", code: "SPC827" }),
    );
    expect(engines[0]?.commandThere).toMatch(/^ssh op@york.invalid /);
  });

  it("names the nearest site", async () => {
    const { code, err } = await preflight(["yorc"]);
    expect(code).toBe(2);
    expect(err).toMatch(/SPC627[^]*Nearest: york/);
  });

  it("lets no variable of the shell choose the engine", async () => {
    const { code, err } = await preflight([], { DOCKER_CONTEXT: "other" });
    expect(code).toBe(2);
    expect(err).toContain("SPC410");
  });
});
