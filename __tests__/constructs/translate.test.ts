import { DefaultTokenResolver, StringConcat, TerraformStack, TerraformVariable, Testing, Tokenization } from "cdktf";
import { SpeechApiKey } from "../../lib/constructs";
import { translateContainer, translateImage, translateNetwork } from "../../lib/constructs/docker/translate";
import type { ContainerPlan } from "../../lib/domain/plan";
import { containerPlan } from "./plans";

const stack = new TerraformStack(Testing.app(), "stack");
const variable = new TerraformVariable(stack, "speech_api_key", { type: "string", sensitive: true });
const account = {
  endpoint: "https://westeurope.api.cognitive.microsoft.com/",
  apiKey: SpeechApiKey.fromVariable(variable),
};

const resolver = new DefaultTokenResolver(new StringConcat());
const translate = (changes: Partial<ContainerPlan> = {}) =>
  Tokenization.resolve(
    translateContainer(containerPlan("captions", changes), {
      imageId: "sha256:1",
      networkName: "contoso",
      account,
    }),
    { scope: stack, resolver, preparing: false },
  ) as Record<string, unknown>;

describe("a plan as arguments of docker_container", () => {
  test("holds everything that keeps a second plan empty, and nothing else", () => {
    expect(translate()).toEqual({
      name: "contoso-captions",
      image: "sha256:1",
      command: ["Eula=accept", "Billing=https://westeurope.api.cognitive.microsoft.com/"],
      env: ["ApiKey=${var.speech_api_key}"],
      cpuPeriod: 100000,
      cpuQuota: 800000,
      memory: 16384,
      memorySwap: 16384,
      networkMode: "contoso",
      ports: [{ internal: 5000, external: 5000, ip: "127.0.0.1", protocol: "tcp" }],
      restart: "unless-stopped",
      mustRun: false,
      destroyGraceSeconds: 30,
      logDriver: "json-file",
      logOpts: { "max-size": "10m", "max-file": "3" },
      labels: [
        { label: "speech-containers.fingerprint", value: "00000000deadbeef" },
        { label: "speech-containers.function", value: "speech-to-text" },
      ],
    });
  });

  test("gives the settings as words in the plan's order, with the key where the plan says so", () => {
    const { command, env } = translate({
      settings: [
        { name: "ModelId", value: { kind: "literal", text: "11111111-2222-3333-4444-555555555555" }, via: "argument" },
        { name: "Eula", value: { kind: "literal", text: "accept" }, via: "argument" },
        { name: "Billing", value: { kind: "endpoint" }, via: "argument" },
        { name: "ApiKey", value: { kind: "apiKey" }, via: "argument" },
      ],
    });
    expect(command).toEqual([
      "ModelId=11111111-2222-3333-4444-555555555555",
      "Eula=accept",
      "Billing=https://westeurope.api.cognitive.microsoft.com/",
      "ApiKey=${var.speech_api_key}",
    ]);
    expect(env).toBeUndefined();
  });

  test("gives fractions of cores as a whole quota", () => {
    const { cpuQuota } = translate({ size: { ...containerPlan("captions").size, cores: 0.29 } });
    expect(cpuQuota).toBe(29000);
  });

  test("gives mounts without volume options", () => {
    const { mounts } = translate({
      mounts: [
        { type: "volume", source: "contoso-model-1", target: "/usr/local/models", readOnly: false },
        { type: "bind", source: "/srv/logs", target: "/logs", readOnly: true },
      ],
    });
    expect(mounts).toEqual([
      { type: "volume", source: "contoso-model-1", target: "/usr/local/models", readOnly: false },
      { type: "bind", source: "/srv/logs", target: "/logs", readOnly: true },
    ]);
  });

  test("escapes what Terraform would take for an expression", () => {
    const { command, mounts, healthcheck } = translate({
      settings: [{ name: "Logging", value: { kind: "literal", text: "${var.x} %{ if y } $HOME" }, via: "argument" }],
      mounts: [{ type: "bind", source: "/srv/${x}", target: "/logs", readOnly: true }],
      healthCheck: { ...healthCheck, test: ["CMD-SHELL", "curl localhost:${PORT}"] },
    });
    expect(command).toEqual(["Logging=$${var.x} %%{ if y } $HOME"]);
    expect(mounts).toEqual([{ type: "bind", source: "/srv/$${x}", target: "/logs", readOnly: true }]);
    expect(healthcheck).toMatchObject({ test: ["CMD-SHELL", "curl localhost:$${PORT}"] });
  });
});

const healthCheck = {
  test: ["CMD", "/probe"],
  interval: "30s",
  timeout: "5s",
  startPeriod: "1m0s",
  retries: 3,
};

describe("waiting for a container", () => {
  test("needs a health check", () => {
    expect(translate()).not.toHaveProperty("wait");
    expect(translate()).not.toHaveProperty("waitTimeout");
  });

  test("lasts as long as the health check may take, and as long as a model needs to load", () => {
    const { wait, waitTimeout } = translate({ healthCheck });
    expect({ wait, waitTimeout }).toEqual({ wait: true, waitTimeout: 60 + 3 * 35 + 300 });
  });

  test("ends with the provider's own limit", () => {
    expect(translate({ healthCheck: { ...healthCheck, startPeriod: "30m0s" } })["waitTimeout"]).toBe(1200);
  });
});

test("an image is pulled with time for ten gigabytes, and stays on the engine", () => {
  expect(translateImage({ ...containerPlan("captions").image, digest: `sha256:${"0".repeat(64)}` })).toEqual({
    name:
      "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us" +
      `@sha256:${"0".repeat(64)}`,
    keepLocally: true,
    timeouts: { create: "60m" },
  });
});

test("a network has its name and the engine's defaults", () => {
  expect(translateNetwork("contoso")).toEqual({ name: "contoso" });
});
