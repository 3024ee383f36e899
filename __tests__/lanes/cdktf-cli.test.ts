import { join } from "node:path";
import { command, npmOnce, project, workplace, type Workplace } from "./workplace";

const lane = join(project, "lanes", "cdktf-cli");
const cdktf = join(lane, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf");

/** The CLI's terminal addon holds prebuilt binaries up to ABI 127 (Node 22); later ones would need a compiler. */
const loads = Number(process.versions.modules) <= 127;
if (!loads) process.stderr.write(`cdktf-cli 0.21.0 has no terminal addon for Node ${process.versions.node}: skipped\n`);

(loads ? describe : describe.skip)("plain cdktf in the sandbox", () => {
  let place: Workplace;
  let environment: Record<string, string>;

  const run = (...words: string[]) => place.run(process.execPath, [cdktf, ...words], environment);

  beforeAll(() => {
    npmOnce(cdktf, lane, ["ci", "--ignore-scripts"]);
    place = workplace();
    const up = place.run(process.execPath, [command, "sandbox", "up"]);
    expect(up.code === 0 ? "" : up.text).toBe("");
    environment = variables(place.run(process.execPath, [command, "sandbox", "env"]).text);
  }, 180_000);

  afterAll(() => place.remove());

  test("deploys, shows no difference, prints the outputs, and destroys", () => {
    expect(place.run(process.execPath, [cdktf, "--version"]).text.trim()).toBe("0.21.0");

    const deployed = run("deploy", "--auto-approve", "--skip-provider-lock");
    expect(deployed.code === 0 ? "" : deployed.text).toBe("");
    const urls = ["ws://localhost:5000", "http://localhost:5001"].flatMap((url) => ["--url", url]);
    expect(place.run(process.execPath, [command, "verify", ...urls])).toMatchObject({ code: 0 });

    const difference = run("diff", "--skip-provider-lock");
    expect(difference.text).toContain("No changes");

    const outputs = run("output", "--skip-provider-lock");
    expect(outputs.text).toContain("ws://localhost:5000");

    const destroyed = run("destroy", "--auto-approve", "--skip-provider-lock");
    expect(destroyed.code === 0 ? "" : destroyed.text).toBe("");
    expect(run("output", "--skip-provider-lock").text).not.toContain("ws://localhost:5000");
  }, 180_000);
});

/** `export NAME='value'` lines as a shell reads them. */
function variables(script: string): Record<string, string> {
  const lines = script.matchAll(/^export (\w+)=(?:'((?:[^']|'\\'')*)'|(\S*))$/gm);
  return Object.fromEntries(
    [...lines].map(([, name = "", quoted, bare = ""]) => [name, quoted?.replaceAll(`'\\''`, "'") ?? bare]),
  );
}
