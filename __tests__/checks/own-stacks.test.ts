import { checkSynth } from "../../lib/checks";
import { synthesize } from "../../scripts/plans/make";
import { linesOf } from "./real-plan";

/** What our own stacks say of engines and sizes beside their resources, and the rules that read it. */

const NETWORK = "docker_network.speech_network";
const CAPTIONS = "docker_container.captions";

function stackOf(engine: string, container: string): string {
  const stack = synthesize(`name: contoso
edition: "2025-07"
eula: accept
account: { name: contoso-speech, location: westeurope, resourceGroup: { name: contoso, create: true } }
engine: { ${engine} }
containers:
  captions: { function: speech-to-text, locale: en-US, port: 5000, ${container} }
`);
  return JSON.stringify(stack);
}

function linesFor(rule: string, stack: string): readonly string[] {
  const report = checkSynth(JSON.parse(stack));
  return linesOf({
    ...report,
    findings: report.findings.filter((finding) => finding.rule === rule),
    undecided: report.undecided.filter((each) => each.rule === rule),
  });
}

describe("a stack whose engine has a declared size", () => {
  const stack = stackOf(
    "cores: 10, memory: 24g, reserved: { cores: 2, memory: 4g }",
    "size: { cores: 8, memory: 16g }",
  );

  it("fits as it was planned", () => {
    expect(linesFor("CTR-19", stack)).toEqual([]);
  });

  // The planner refuses it; overrides, and code beside the planner, can still do it.
  it("is too small for a container that is made larger behind the planner", () => {
    const larger = stack
      .replace('"memory":16384', '"memory":22528')
      .replace('"cpu_quota":800000', '"cpu_quota":900000');
    expect(linesFor("CTR-19", larger)).toEqual([
      `error ${NETWORK}: the containers of this engine need 9 cores, it has 10 cores, of which 2 cores are reserved`,
      `error ${NETWORK}: the containers of this engine need 22 GB, it has 24 GB, of which 4 GB are reserved`,
    ]);
  });
});

test.each([
  ["has no AVX2", "avx2: false", [`warning ${CAPTIONS}: its engine is declared to have no AVX2`]],
  ["has AVX2", "avx2: true", []],
])("the engine of a stack that says that it %s", (_, engine, lines) => {
  expect(linesFor("CTR-20", stackOf(engine, "size: recommended"))).toEqual(lines);
});

test.each([
  ["planned from the expected use", "expect: { liveStreams: 6 }", []],
  [
    "set by hand",
    "size: { cores: 6, memory: 16g }",
    [`warning ${CAPTIONS}: 6 cores, 16 GB: recommended for speech-to-text is 8 cores, 16 GB`],
  ],
])("a size below the recommended one that is %s", (_, container, lines) => {
  expect(linesFor("CTR-4", stackOf("", container))).toEqual(lines);
});
