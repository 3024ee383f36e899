import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { ConstructProblem, Edition, Eula, SpeechApiKey, SpeechContainer, SpeechFunction, SpeechHost } from "../../lib";
import { Template } from "./template";

function place() {
  const stack = new TerraformStack(Testing.app(), "contoso");
  new DockerProvider(stack, "docker");
  const account = (name: string) => ({
    endpoint: `https://${name}.cognitiveservices.azure.com/`,
    apiKey: SpeechApiKey.fromVariable(new TerraformVariable(stack, name, { type: "string", sensitive: true })),
  });
  return { stack, account: account("serving"), licenseAccount: account("licences") };
}

const shared = { edition: Edition.V2025_07, eula: Eula.ACCEPT };
const captions = { function: SpeechFunction.SPEECH_TO_TEXT, locale: "en-US", port: 5000, disconnected: {} };

describe("a disconnected container by code", () => {
  const { stack, account, licenseAccount } = place();
  const container = new SpeechContainer(stack, "captions", { ...shared, ...captions, account, licenseAccount });
  const template = Template.of(stack);
  const stepAddress = `docker_container.${container.licenseStep?.friendlyUniqueId}`;
  const volume = (kind: string, target: string) => ({ read_only: false, source: kind, target, type: "volume" });
  const license = volume(container.plan.licenseStep?.mounts[0]?.source ?? "", "/license");

  test("has a step that runs once, with the key of the licence account", () => {
    expect(template.arguments(stepAddress)).toEqual({
      attach: true,
      command: [
        "Eula=accept",
        "Billing=https://licences.cognitiveservices.azure.com/",
        "DownloadLicense=True",
        "Mounts:License=/license",
      ],
      env: ["ApiKey=${var.licences}"],
      image: template.arguments("docker_container.captions").image,
      labels: [
        { label: "speech-containers.fingerprint", value: expect.stringMatching(/^[0-9a-f]{16}$/) as string },
        { label: "speech-containers.function", value: "speech-to-text" },
        { label: "speech-containers.name", value: "captions" },
        { label: "speech-containers.step", value: "license" },
      ],
      log_driver: "json-file",
      log_opts: { "max-file": "3", "max-size": "10m" },
      mounts: [license],
      must_run: false,
      name: "contoso-captions-license",
      restart: "no",
    });
  });

  test("starts after its step and again after each run of it, never after one that failed, and knows no key", () => {
    expect(template.arguments("docker_container.captions")).toMatchObject({
      command: ["Eula=accept", "Mounts:License=/license", "Mounts:Output=/output"],
      lifecycle: {
        precondition: [
          {
            condition: `\${${stepAddress}.exit_code == 0}`,
            error_message: expect.stringMatching(
              /^The step that fetches the licence of captions failed: the log of contoso-captions-license /,
            ) as string,
          },
        ],
        replace_triggered_by: [`${stepAddress}.id`],
      },
      mounts: [license, volume("contoso-output-captions", "/output")],
    });
    expect(template.arguments("docker_container.captions").env).toBeUndefined();
  });
});

test("on a host, the step's address follows from the container's name", () => {
  const { stack, account, licenseAccount } = place();
  const host = new SpeechHost(stack, "host", { ...shared, account, licenseAccount, containers: { captions } });
  expect(host.container("captions").licenseStep?.friendlyUniqueId).toMatch(/^host_captions_license_[0-9A-F]{8}$/);
  expect(
    Template.of(stack)
      .addresses()
      .filter((address) => address.includes("_license")),
  ).toHaveLength(1);
});

test("without a licence account, the licence comes from the container's own account", () => {
  const { stack, account } = place();
  new SpeechHost(stack, "host", { ...shared, account, containers: { captions } });
  expect(Template.of(stack).text).toContain("ApiKey=${var.serving}");
});

test("a custom one needs two accounts", () => {
  const { stack, account } = place();
  const calls = {
    function: SpeechFunction.CUSTOM_SPEECH_TO_TEXT,
    modelId: "11111111-2222-3333-4444-555555555555",
    disconnected: {},
  };
  expect(() => new SpeechHost(stack, "host", { ...shared, account, containers: { calls } })).toThrow(ConstructProblem);
  expect(() => new SpeechHost(stack, "other", { ...shared, account, containers: { calls } })).toThrow("SPC340");
});

test("a problem of the licence folder names the prop", () => {
  const { stack, account } = place();
  const wrong = { ...captions, licenseFolder: "license" };
  expect(() => new SpeechHost(stack, "host", { ...shared, account, containers: { wrong } })).toThrow(
    "SPC231 containers.wrong.licenseFolder",
  );
});
