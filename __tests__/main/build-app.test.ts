import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { type AppOptions, buildApp, ConfigProblems } from "../../main";
import { Template } from "../constructs/template";
import { filesBelow, projectWith } from "./project";

/** Synthesizes in this process; gives the written files. */
function synthesized(options: AppOptions): Record<string, string> {
  process.env["CDKTF_OUTDIR"] = mkdtempSync(join(tmpdir(), "speech-out-"));
  try {
    const app = buildApp(options);
    app.synth();
    return filesBelow(app.outdir);
  } finally {
    delete process.env["CDKTF_OUTDIR"];
  }
}

describe("every example", () => {
  const examples = join(__dirname, "..", "..", "examples");
  const addressesOf = (config: string): Record<string, string[]> =>
    Object.fromEntries(
      Object.entries(synthesized({ folder: examples, config }))
        .filter(([file]) => file.endsWith("cdk.tf.json"))
        .map(([file, text]) => [file.split("/")[1] ?? "", new Template(text).addresses().map(withoutTag)]),
    );
  const withoutTag = (address: string) => address.replace(/(docker_image\.[a-z0-9-]+)_.*/, "$1");

  test.each<[string, Record<string, string[]>]>([
    [
      "four-functions/speech.yaml",
      {
        "contoso-speech": [
          "azurerm_cognitive_account.speech",
          "azurerm_resource_group.group",
          "docker_container.callcenter",
          "docker_container.captions",
          "docker_container.languages",
          "docker_container.narrator",
          "docker_image.custom-speech-to-text",
          "docker_image.language-detection",
          "docker_image.neural-text-to-speech",
          "docker_image.speech-to-text",
          "docker_network.speech_network",
        ],
      },
    ],
    [
      "seed-2020/speech.yaml",
      {
        "contoso-speech-2020": [
          "azurerm_cognitive_account.speech",
          "azurerm_resource_group.group",
          "docker_container.custom-speech-to-text",
          "docker_container.custom-text-to-speech",
          "docker_container.speech-to-text",
          "docker_container.text-to-speech",
          "docker_image.cognitive-services-custom-speech-to-text",
          "docker_image.cognitive-services-custom-text-to-speech",
          "docker_image.cognitive-services-speech-to-text",
          "docker_image.cognitive-services-text-to-speech",
          "docker_network.speech_network",
        ],
      },
    ],
    [
      "two-sites/speech.yaml",
      {
        "contoso-stores-account": ["azurerm_cognitive_account.speech", "azurerm_resource_group.group"],
        "contoso-stores-leeds": [
          "data.azurerm_cognitive_account.speech",
          "docker_container.captions",
          "docker_container.narrator",
          "docker_image.neural-text-to-speech",
          "docker_image.speech-to-text",
          "docker_network.speech_network",
        ],
        "contoso-stores-york": [
          "data.azurerm_cognitive_account.speech",
          "docker_container.captions",
          "docker_image.speech-to-text",
          "docker_network.speech_network",
        ],
      },
    ],
    [
      "sentiment/speech.yaml",
      {
        "contoso-feedback": [
          "azurerm_cognitive_account.speech",
          "azurerm_cognitive_account.text_analytics",
          "azurerm_resource_group.group",
          "docker_container.captions",
          "docker_container.live",
          "docker_container.tone",
          "docker_image.sentiment",
          "docker_image.speech-to-text",
          "docker_network.speech_network",
        ],
      },
    ],
    [
      "existing-account/speech.yaml",
      {
        "contoso-lab": [
          "data.azurerm_cognitive_account.speech",
          "docker_container.captions",
          "docker_image.speech-to-text",
          "docker_network.speech_network",
        ],
      },
    ],
    [
      "existing-account/endpoint.yaml",
      { "contoso-edge": ["docker_container.captions", "docker_image.speech-to-text", "docker_network.speech_network"] },
    ],
  ])("%s has the stacks and resources that it says", (config, expected) => {
    expect(addressesOf(config)).toEqual(expected);
  });

  test.each(["four-functions/speech.yaml", "seed-2020/speech.yaml", "two-sites/speech.yaml"])(
    "%s is the same each time",
    (config) => {
      expect(synthesized({ folder: examples, config })).toEqual(synthesized({ folder: examples, config }));
    },
  );
});

describe("a configuration in another order", () => {
  const captions = "  captions: { function: speech-to-text, locale: en-US }\n";
  const narrator = "  narrator: { function: neural-text-to-speech, voice: en-US-AriaNeural }\n";
  const account = "account: { endpoint: 'https://westeurope.api.cognitive.microsoft.com/' }\n";
  const head = 'name: contoso\nedition: "2025-07"\neula: accept\n';

  test("is the same stack but for the lines that it names", () => {
    const [one, other] = [
      `${head}${account}containers:\n${captions}${narrator}`,
      `containers:\n${narrator}${captions}${account}${head}`,
    ].map((text) => synthesized({ folder: projectWith({ "speech.yaml": text }) })["stacks/contoso/cdk.tf.json"] ?? "");
    const withoutLines = (text = "") => text.replaceAll(/"source": "speech.yaml:\d+:\d+"/g, "");
    expect(other).not.toBe(one);
    expect(withoutLines(other)).toBe(withoutLines(one));
  });
});

test("warnings stand on the first stack, where the CDKTF CLI shows them", () => {
  const text = `name: contoso
eula: accept
account: { endpoint: 'https://westeurope.api.cognitive.microsoft.com/' }
containers: { captions: { function: speech-to-text, locale: en-US } }
`;
  const { "manifest.json": manifest = "" } = synthesized({ folder: projectWith({ "speech.yaml": text }) });
  const { stacks } = JSON.parse(manifest) as { stacks: Record<string, { annotations: Record<string, string>[] }> };
  const annotations = stacks["contoso"]?.annotations ?? [];
  expect(annotations.map(({ level, constructPath }) => ({ level, constructPath }))).toEqual([
    { level: "@cdktf/warn", constructPath: "contoso" },
  ]);
  expect(annotations[0]?.["message"]).toMatch(/^SPC104 edition: /);
});

test("the app of a wrong configuration is never begun", () => {
  const folder = projectWith({ "speech.yaml": "name: contoso\n" });
  expect(() => buildApp({ folder })).toThrow(ConfigProblems);
});

test("a configuration can be named, and the app is the caller's to synthesize", () => {
  const folder = projectWith({
    "other.yaml": `name: other
edition: "2025-07"
eula: accept
account: { endpoint: 'https://westeurope.api.cognitive.microsoft.com/' }
containers: { captions: { function: speech-to-text, locale: en-US } }
`,
  });
  process.env["CDKTF_OUTDIR"] = join(folder, "out");
  const app = buildApp({ folder, config: "other.yaml" });
  delete process.env["CDKTF_OUTDIR"];
  expect(App.isApp(app)).toBe(true);
  expect(app.node.children.map(({ node }) => node.id)).toEqual(["other"]);
  expect(filesBelow(join(folder, "out"))).toEqual({});
});
