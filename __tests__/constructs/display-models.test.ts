import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import { Edition, Eula, SpeechApiKey, SpeechContainer, SpeechFunction, SpeechHost } from "../../lib";
import { Template } from "./template";

const MODEL = "11111111-2222-3333-4444-555555555555";

function place() {
  const stack = new TerraformStack(Testing.app(), "contoso");
  new DockerProvider(stack, "docker");
  const key = new TerraformVariable(stack, "serving", { type: "string", sensitive: true });
  const account = {
    endpoint: "https://serving.cognitiveservices.azure.com/",
    apiKey: SpeechApiKey.fromVariable(key),
  };
  return { stack, shared: { account, edition: Edition.V2025_07, eula: Eula.ACCEPT } };
}

const calls = { function: SpeechFunction.CUSTOM_SPEECH_TO_TEXT, modelId: MODEL, port: 5000 };

test("a step fetches the newest ones of a locale, and the container starts after it", () => {
  const { stack, shared } = place();
  const displayModels = { locale: "en-US", types: ["punct"] };
  const container = new SpeechContainer(stack, "calls", { ...shared, ...calls, displayModels });
  const [step] = container.displaySteps;
  const address = `docker_container.${step?.friendlyUniqueId}`;
  const template = Template.of(stack);
  expect(template.arguments(address)).toMatchObject({
    attach: true,
    must_run: false,
    restart: "no",
    name: "contoso-calls-display-models",
    command: ["Punct", "DisplayLocale=en-US", "Eula=accept", "Billing=https://serving.cognitiveservices.azure.com/"],
    env: ["ApiKey=${var.serving}"],
    mounts: [{ source: `contoso-model-${MODEL}`, target: "/usr/local/models" }],
  });
  expect(template.arguments("docker_container.calls")).toMatchObject({
    lifecycle: {
      replace_triggered_by: [`${address}.id`],
      precondition: [
        {
          condition: `\${${address}.exit_code == 0}`,
          error_message: expect.stringMatching(/fetches display models of calls failed/) as string,
        },
      ],
    },
  });
});

test("steps write into one folder, so they run one after the other", () => {
  const { stack, shared } = place();
  const ids = { punct: MODEL, rescore: MODEL };
  const host = new SpeechHost(stack, "host", {
    ...shared,
    containers: { calls: { ...calls, displayModels: { ids } } },
  });
  const [first, second] = host.container("calls").displaySteps.map(({ friendlyUniqueId }) => friendlyUniqueId);
  const template = Template.of(stack);
  expect(template.arguments(`docker_container.${first}`)["depends_on"]).toBeUndefined();
  expect(template.arguments(`docker_container.${second}`)).toMatchObject({ depends_on: [`docker_container.${first}`] });
});
