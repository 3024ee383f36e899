import { join } from "node:path";
import { samplesIn } from "../docs/samples";
import { npmOnce, project, sandboxVariables, standIns, workplace, type Workplace } from "./workplace";

/** The CDKTF CLI, in a folder of its own because it weighs 400 MB. */
const lane = join(project, "lanes", "cdktf-cli");
const cdktf = join(lane, "node_modules", "cdktf-cli", "bundle", "bin", "cdktf");

/** The CLI's terminal addon holds prebuilt binaries up to ABI 127 (Node 22); later ones would need a compiler. */
const loads = Number(process.versions.modules) <= 127;
if (!loads) process.stderr.write(`cdktf-cli 0.21.0 has no terminal addon for Node ${process.versions.node}: skipped\n`);

(loads ? describe : describe.skip)("plain cdktf in the sandbox", () => {
  let place: Workplace;
  let environment: Record<string, string>;
  let captions: string;

  const run = (...words: string[]) => place.run(process.execPath, [cdktf, ...words], environment);

  beforeAll(async () => {
    npmOnce(cdktf, lane, ["ci", "--ignore-scripts"]);
    place = await workplace();
    captions = place.onItsPorts("ws://localhost:5000");
    environment = { ...sandboxVariables(place), SPEECH_CONFIG: "examples/four-functions/speech.yaml" };
  });

  afterAll(() => place.remove());

  test("is of the version that the README names", () => {
    expect(run("--version").text.trim()).toBe("0.21.0");
  });

  test("deploys by the README's command", () => {
    const shown = samplesIn("sh", ["README.md"]).find(({ text }) => text.startsWith("npx cdktf-cli@0.21 "));
    const npx = `shift; exec node ${cdktf} "$@" --auto-approve --skip-provider-lock`;
    const PATH = standIns(place, { npx });
    const deployed = place.run("sh", ["-e", "-c", shown?.text ?? "exit 64"], { ...environment, PATH });
    expect(deployed.code === 0 ? "" : deployed.text).toBe("");
    const urls = [captions, place.onItsPorts("http://localhost:5001")].flatMap((url) => ["--url", url]);
    expect(place.speech("verify", ...urls)).toMatchObject({ code: 0 });
  });

  test("shows no difference and prints the outputs", () => {
    expect(run("diff", "--skip-provider-lock").text).toContain("No changes");
    expect(run("output", "--skip-provider-lock").text).toContain(captions);
  });

  test("destroys", () => {
    const destroyed = run("destroy", "--auto-approve", "--skip-provider-lock");
    expect(destroyed.code === 0 ? "" : destroyed.text).toBe("");
    expect(place.speech("sandbox", "status").text).toContain("no containers");
  });
});
