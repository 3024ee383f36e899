import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { App, Aspects, TerraformStack, TerraformVariable, Testing } from "cdktf";
import {
  ConstructProblem,
  ContainerSize,
  Edition,
  Eula,
  SpeechApiKey,
  type SpeechContainerOptions,
  SpeechFunction,
  SpeechHost,
  SpeechPolicy,
  type SpeechPolicyProps,
} from "../../../lib";
import { readSynth } from "../../../lib/checks/reader/read-synth";
import { Template } from "../template";

const captions = { function: SpeechFunction.SPEECH_TO_TEXT, locale: "en-US", port: 5000 };

function hostWith(options: Partial<SpeechContainerOptions> = {}, props: SpeechPolicyProps = {}) {
  const app = new App({ stackTraces: false, outdir: Testing.app().outdir });
  const stack = new TerraformStack(app, "contoso");
  new DockerProvider(stack, "docker");
  const variable = new TerraformVariable(stack, "speech_api_key", { type: "string", sensitive: true });
  const host = new SpeechHost(stack, "gpu", {
    account: {
      endpoint: "https://westeurope.api.cognitive.microsoft.com/",
      apiKey: SpeechApiKey.fromVariable(variable),
    },
    edition: Edition.V2025_07,
    eula: Eula.ACCEPT,
    containers: { captions: { ...captions, ...options } },
  });
  Aspects.of(stack).add(new SpeechPolicy(props));
  return { app, stack, host, container: host.container("captions").resource };
}

const minimum = { size: ContainerSize.of({ cores: 4, memory: "8g" }) };

type Policed = ReturnType<typeof hostWith>;

/** What the rules put on constructs; what the planner put there is left out. */
function annotationsOf({ app, stack }: Policed): readonly string[] {
  app.synth();
  return stack.node
    .findAll()
    .flatMap(({ node }) => node.metadata.map(({ type, data }) => `${type} ${node.path}: ${String(data)}`))
    .filter((line) => /^@cdktf\/\w+ [^:]*: [A-Z]{3}-/.test(line));
}

describe("SpeechPolicy", () => {
  it("has nothing to say of what the constructs make by themselves", () => {
    expect(annotationsOf(hostWith())).toEqual([]);
  });

  it("puts a warning on the construct, with the fix", () => {
    expect(annotationsOf(hostWith(minimum))).toEqual([
      "@cdktf/warn contoso/gpu/captions: CTR-4 docker_container.gpu_captions_1D5DC1EE: 4 cores, 8 GB: recommended for " +
        "speech-to-text is 8 cores, 16 GB. Set memory, memory_swap and cpu_quota to the recommended size.",
    ]);
  });

  it("leaves warnings out where only errors count", () => {
    expect(annotationsOf(hostWith(minimum, { level: "error" }))).toEqual([]);
  });

  it("stops the synth at an error of somebody's own override", () => {
    const { app, container } = hostWith();
    container.addOverride("privileged", true);
    expect(() => app.synth()).toThrow(/\[contoso\/gpu\/captions\] CTR-17 .*privileged is true/);
  });

  it("takes the profile and the settings of rules", () => {
    const { app } = hostWith({}, { profile: "production", options: { "IMG-6": { registries: ["mirror.example"] } } });
    expect(() => app.synth()).toThrow(/IMG-6 .*allowed is mirror\.example/);
  });

  it("knows the guard of an open port, and the reason for a small size", () => {
    const policed = hostWith({
      address: "0.0.0.0",
      front: "envoy on the same host",
      size: ContainerSize.of({ cores: 2, memory: "4g", belowMinimum: "one short file a day" }),
    });
    expect(annotationsOf(policed)).toEqual([]);
  });
});

describe("acknowledge", () => {
  it("accepts a finding with its reason, which stands in the stack for check to read", () => {
    const policed = hostWith();
    policed.container.addOverride("privileged", true);
    SpeechPolicy.acknowledge(policed.container, "CTR-17", "the driver of the box needs it until May");
    expect(annotationsOf(policed)).toEqual([]);
    const { text } = Template.read(policed.app.outdir, "contoso");
    const [resource] = readSynth(JSON.parse(text)).resources.filter(({ type }) => type === "docker_container");
    expect(resource?.facts.acknowledged).toEqual({ "CTR-17": "the driver of the box needs it until May" });
  });

  it("holds for all resources below a construct, and for this rule only", () => {
    const policed = hostWith();
    policed.container.addOverride("privileged", true);
    policed.container.addOverride("restart", "no");
    SpeechPolicy.acknowledge(policed.host, "CTR-17", "see the runbook");
    expect(annotationsOf(policed)).toEqual([expect.stringContaining("CTR-8")]);
  });

  it.each([
    ["CTR-99", "why not", 'rule: "CTR-99" is no rule of the plan checks. Write a rule such as CTR-9.'],
    ["CTR-17", " ", "reason: the reason why CTR-17 may be broken is empty."],
  ])("refuses %s because of %j", (rule, reason, message) => {
    const { container } = hostWith();
    const acknowledge = () => SpeechPolicy.acknowledge(container, rule, reason);
    expect(acknowledge).toThrow(ConstructProblem);
    expect(acknowledge).toThrow(message);
  });
});
