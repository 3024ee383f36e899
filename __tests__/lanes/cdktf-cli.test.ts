import { cdktf, cdktfLoads, installCdktf } from "./cdktf-cli";
import { sandboxVariables, workplace, type Workplace } from "./workplace";

(cdktfLoads ? describe : describe.skip)("plain cdktf in the sandbox", () => {
  let place: Workplace;
  let environment: Record<string, string>;

  let captions: string;
  let narrator: string;

  const run = (...words: string[]) => place.run(process.execPath, [cdktf, ...words], environment);

  beforeAll(async () => {
    installCdktf();
    place = await workplace();
    captions = place.onItsPorts("ws://localhost:5000");
    narrator = place.onItsPorts("http://localhost:5001");
    environment = { ...sandboxVariables(place), SPEECH_CONFIG: "examples/four-functions/speech.yaml" };
  });

  afterAll(() => place.remove());

  test("deploys, shows no difference, prints the outputs, and destroys", () => {
    expect(run("--version").text.trim()).toBe("0.21.0");

    const deployed = run("deploy", "--auto-approve", "--skip-provider-lock");
    expect(deployed.code === 0 ? "" : deployed.text).toBe("");
    const urls = [captions, narrator].flatMap((url) => ["--url", url]);
    expect(place.speech("verify", ...urls)).toMatchObject({ code: 0 });

    expect(run("diff", "--skip-provider-lock").text).toContain("No changes");
    expect(run("output", "--skip-provider-lock").text).toContain(captions);

    const destroyed = run("destroy", "--auto-approve", "--skip-provider-lock");
    expect(destroyed.code === 0 ? "" : destroyed.text).toBe("");
    expect(run("output", "--skip-provider-lock").text).not.toContain(captions);
    expect(place.speech("sandbox", "status").text).toContain("no containers");
  });
});
