import { Testing } from "cdktf";
import type { DeploymentPlan } from "../../lib/domain/plan";
import { buildApp } from "../../main";
import { addSpeechStacks } from "../../stacks";
import { containerPlan, createdAccount, deploymentPlan, sitePlan } from "../constructs/plans";
import { Template } from "../constructs/template";
import { projectWith } from "../main/project";

const expression = "${nonsensitive(var.speech_api_key)}";

/** All texts of a stack that Terraform reads, names included; comments it does not read. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") {
    return [value];
  }
  if (typeof value !== "object" || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) => (key === "//" ? [] : [key, ...textsOf(child)]));
}

/** The texts of a plan's stacks with the expression in them. */
function suspects(plan: DeploymentPlan): string[] {
  const stacks = addSpeechStacks(Testing.app(), plan);
  const texts = stacks.flatMap((stack) => textsOf(JSON.parse(Template.of(stack).text)));
  return texts.filter((text) => text.includes("nonsensitive"));
}

const withoutEscaped = (text: string): string => text.replaceAll("$${nonsensitive", "");

describe("no text of a plan is an expression:", () => {
  const captions = containerPlan("captions");
  const withContainer = (changes: Parameters<typeof containerPlan>[1]) =>
    deploymentPlan({ sites: [sitePlan([containerPlan("captions", changes)])] });
  const withEngine = (changes: object) =>
    deploymentPlan({ sites: [sitePlan([captions], { engine: { advertise: "leeds", ...changes } })] });

  test.each<[string, DeploymentPlan, number]>([
    ["the locale", withContainer({ locale: expression }), 1],
    ["the voice", withContainer({ voice: expression }), 1],
    ["the model", withContainer({ modelId: expression }), 1],
    ["URLs", withContainer({ urls: { host: expression, ready: expression, status: expression } }), 4],
    ["a volume", withContainer({ mounts: [{ type: "volume", source: expression, target: "/m", readOnly: false }] }), 2],
    ["a label", withContainer({ labels: { [expression]: expression } }), 2],
    ["the engine's host", withEngine({ host: `unix:///${expression}` }), 1],
    ["the folder of certificates", withEngine({ host: "tcp://leeds:2376", certPath: `/${expression}` }), 1],
    ["names of tags", deploymentPlan({ account: createdAccount, tags: { [expression]: "x" } }), 2],
    ["tags", deploymentPlan({ account: createdAccount, tags: { team: expression } }), 2],
    ["a backend", deploymentPlan({ backend: { type: "s3", settings: { [expression]: [{ key: expression }] } } }), 2],
    ["a local state", deploymentPlan({ backend: { type: "local", settings: { path: `/${expression}` } } }), 1],
  ])("%s", (_, plan, times) => {
    const found = suspects(plan);
    expect(found).toHaveLength(times);
    expect(found.filter((text) => withoutEscaped(text).includes("nonsensitive"))).toEqual([]);
  });
});

test("an endpoint with an expression is refused, since it would reach outputs and containers", () => {
  const account = { kind: "endpoint", endpoint: `https://x.example/${expression}`, keySlot: "primary" } as const;
  expect(() => suspects(deploymentPlan({ account, accountStackId: undefined }))).toThrow(/ SPC309 /);
});

test("an expression in any free text of a configuration is text for Terraform", () => {
  const folder = projectWith({
    "speech.yaml": `name: contoso
edition: "2025-07"
eula: accept
account:
  name: contoso-speech
  location: westeurope
  resourceGroup: { name: speech-rg, create: true }
tags: { "${expression}": "${expression}" }
backend: { local: { path: "${expression}" } }
sites:
  leeds:
    engine: { host: "tcp://leeds:2376", tls: { certPath: "${expression}" } }
    containers:
      narrator:
        function: neural-text-to-speech
        tag: mine
        voice: "${expression}"
        address: 0.0.0.0
        exposed: "${expression}"
        size: { cores: 1, memory: 1g, belowMinimum: "${expression}" }
        healthCheck: { test: [CMD-SHELL, "${expression}"] }
  york:
    containers:
      captions:
        function: speech-to-text
        tag: mine
        locale: "${expression}"
      callcenter:
        function: custom-speech-to-text
        modelId: 1a2b3c4d-2222-3333-4444-555555555555
        mounts: { models: "/${expression}" }
        front: "${expression}"
        address: 0.0.0.0
`,
  });
  process.env["CDKTF_OUTDIR"] = `${folder}/cdktf.out`;
  const app = buildApp({ folder });
  delete process.env["CDKTF_OUTDIR"];
  const stacks = app.node.children.map(({ node }) => node.id);
  expect(stacks).toEqual(["contoso-account", "contoso-leeds", "contoso-york"]);
  app.synth();
  const texts = stacks.flatMap((id) => textsOf(JSON.parse(Template.read(app.outdir, id).text)));
  const found = texts.filter((text) => text.includes("nonsensitive"));
  // Tags of group and account by name and value; three states; certificates; voice, locale; test; models.
  expect(found).toHaveLength(4 + 3 + 1 + 2 + 1 + 1);
  expect(found.filter((text) => withoutEscaped(text).includes("nonsensitive"))).toEqual([]);
});
