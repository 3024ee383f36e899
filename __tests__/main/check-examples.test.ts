import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../lib/cli/run";
import { buildApp } from "../../main";
import { recordingTerminal } from "../cli/recording-terminal";

const examples = join(__dirname, "..", "..", "examples");
const CHECKS = "speech-checks.yaml";
const configurations = readdirSync(examples, { recursive: true, encoding: "utf8" })
  .filter((file) => /^[\w-]+\/[\w-]+\.yaml$/.test(file) && !file.startsWith("ci/") && !file.endsWith(CHECKS))
  .sort();

/** The folders of its stacks, synthesized in this process. */
function stacksOf(configuration: string): readonly string[] {
  process.env["CDKTF_OUTDIR"] = mkdtempSync(join(tmpdir(), "speech-out-"));
  try {
    const app = buildApp({ folder: examples, config: configuration });
    app.synth();
    const stacks = join(app.outdir, "stacks");
    return readdirSync(stacks).map((stack) => join(stacks, stack));
  } finally {
    delete process.env["CDKTF_OUTDIR"];
  }
}

test("there are examples", () => {
  expect(configurations).toContain("four-functions/speech.yaml");
  expect(configurations.length).toBeGreaterThan(8);
});

// The waivers of examples have a last day, which this test does not wait for.
beforeEach(() => jest.useFakeTimers({ now: new Date("2026-11-25"), doNotFake: ["nextTick", "setImmediate"] }));
afterEach(() => jest.useRealTimers());

test.each(configurations)("check finds nothing in %s", async (configuration) => {
  for (const stack of stacksOf(configuration)) {
    const terminal = recordingTerminal({ workingFolder: join(examples, dirname(configuration)) });
    const code = await run(["check", "--synth", stack, "--fail-on", "warning"], terminal);
    expect({ code, err: terminal.err(), out: code === 0 ? "" : terminal.out() }).toEqual({ code: 0, err: "", out: "" });
  }
});
