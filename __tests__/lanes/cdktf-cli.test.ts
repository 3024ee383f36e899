import { cdktf, cdktfLoads, installCdktf } from "./cdktf-cli";
import { sandboxVariables, workplace, type Workplace } from "./workplace";

(cdktfLoads ? describe : describe.skip)("plain cdktf in the sandbox", () => {
  let place: Workplace;
  let environment: Record<string, string>;

  const run = (...words: string[]) => place.run(process.execPath, [cdktf, ...words], environment);

  beforeAll(() => {
    installCdktf();
    place = workplace();
    environment = { ...sandboxVariables(place), SPEECH_CONFIG: "examples/four-functions/speech.yaml" };
  });

  afterAll(() => place.remove());

  test("deploys, shows no difference, prints the outputs, and destroys", () => {
    expect(run("--version").text.trim()).toBe("0.21.0");

    const deployed = run("deploy", "--auto-approve", "--skip-provider-lock");
    expect(deployed.code === 0 ? "" : deployed.text).toBe("");
    const urls = ["ws://localhost:5000", "http://localhost:5001"].flatMap((url) => ["--url", url]);
    expect(place.speech("verify", ...urls)).toMatchObject({ code: 0 });

    expect(run("diff", "--skip-provider-lock").text).toContain("No changes");
    expect(run("output", "--skip-provider-lock").text).toContain("ws://localhost:5000");

    const destroyed = run("destroy", "--auto-approve", "--skip-provider-lock");
    expect(destroyed.code === 0 ? "" : destroyed.text).toBe("");
    expect(run("output", "--skip-provider-lock").text).not.toContain("ws://localhost:5000");
    expect(place.speech("sandbox", "status").text).toContain("no containers");
  });
});
