import { Network } from "@cdktf/provider-docker/lib/network";
import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import {
  ConstructProblem,
  ContainerSize,
  Edition,
  Eula,
  SecretsVia,
  SpeechApiKey,
  SpeechContainer,
  type SpeechContainerProps,
  SpeechFunction,
} from "../../lib";
import { Template } from "./template";

function stackWithAccount(id = "contoso") {
  const stack = new TerraformStack(Testing.app(), id);
  new DockerProvider(stack, "docker");
  const variable = new TerraformVariable(stack, "speech_api_key", { type: "string", sensitive: true });
  const account = {
    endpoint: "https://westeurope.api.cognitive.microsoft.com/",
    apiKey: SpeechApiKey.fromVariable(variable),
  };
  return { stack, account, variable };
}

type Changes = Partial<SpeechContainerProps>;

function captionsIn({ stack, account }: ReturnType<typeof stackWithAccount>, changes: Changes = {}): SpeechContainer {
  return new SpeechContainer(stack, "captions", {
    account,
    edition: Edition.V2025_07,
    eula: Eula.ACCEPT,
    function: SpeechFunction.SPEECH_TO_TEXT,
    locale: "en-US",
    port: 5000,
    ...changes,
  });
}

function problemsOf(changes: Changes, place = stackWithAccount()): readonly [string, string][] {
  try {
    captionsIn(place, changes);
  } catch (thrown) {
    if (ConstructProblem.isConstructProblem(thrown)) {
      expect(thrown.message).toMatch(/^contoso\/captions: \d problems?\n/);
      return thrown.problems.map(({ code, path }) => [code, path]);
    }
    throw thrown;
  }
  return [];
}

describe("a container with as little as possible", () => {
  const place = stackWithAccount();
  const captions = captionsIn(place);
  const template = Template.of(place.stack);

  test("is a container and its image, at addresses that follow from the construct id", () => {
    expect(template.addresses()).toEqual(["docker_container.captions", "docker_image.captions_image_76BA6332"]);
  });

  test("bills to the account with a key that is only a reference", () => {
    const { name, command, env, image } = template.arguments("docker_container.captions");
    expect({ name, command, env, image }).toEqual({
      name: "contoso-captions",
      command: ["Eula=accept", "Billing=https://westeurope.api.cognitive.microsoft.com/"],
      env: ["ApiKey=${var.speech_api_key}"],
      image: "${docker_image.captions_image_76BA6332.image_id}",
    });
  });

  test("joins no network of its own", () => {
    expect(template.arguments("docker_container.captions")).not.toHaveProperty("network_mode");
  });

  test("says where it answers", () => {
    const { hostUrl, readyUrl, statusUrl } = captions;
    expect({ hostUrl, readyUrl, statusUrl }).toEqual({
      hostUrl: "ws://localhost:5000",
      readyUrl: "http://localhost:5000/ready",
      statusUrl: "http://localhost:5000/status",
    });
  });
});

test("a container with everything", () => {
  const place = stackWithAccount();
  const network = new Network(place.stack, "network", { name: "speech" });
  const gpu = new DockerProvider(place.stack, "gpu", { alias: "gpu", host: "ssh://speech@gpu" });
  new SpeechContainer(place.stack, "Callcenter", {
    account: place.account,
    edition: Edition.of("2025-07"),
    eula: Eula.ACCEPT,
    function: SpeechFunction.of("custom-speech-to-text"),
    name: "callcenter",
    modelId: "11111111-2222-3333-4444-555555555555",
    version: "4.12.0",
    registry: "registry.contoso.com/mirror",
    digest: `sha256:${"0".repeat(64)}`,
    port: 5002,
    address: "0.0.0.0",
    front: "nginx with client certificates",
    advertise: "speech.contoso.com",
    size: ContainerSize.of({ cores: 2.5, memory: "2g", belowMinimum: "a demo" }),
    modelsFolder: "/srv/models",
    output: "volume",
    healthCheck: { test: ["CMD", "/probe"], interval: "60s", timeout: "5s", startPeriod: "1m", retries: 3 },
    secretsVia: SecretsVia.ARGUMENTS,
    network,
    provider: gpu,
  });
  const template = Template.of(place.stack);
  const arguments_ = template.arguments("docker_container.Callcenter");
  expect(arguments_).toMatchObject({
    provider: "docker.gpu",
    name: "contoso-callcenter",
    network_mode: "${docker_network.network.name}",
    cpu_quota: 250000,
    memory: 2048,
    memory_swap: 2048,
    ports: [{ internal: 5000, external: 5002, ip: "0.0.0.0", protocol: "tcp" }],
    mounts: [
      { type: "bind", source: "/srv/models", target: "/usr/local/models", read_only: false },
      { type: "volume", source: "contoso-output-callcenter", target: "/output", read_only: false },
    ],
    healthcheck: { test: ["CMD", "/probe"], interval: "1m0s", timeout: "5s", start_period: "1m0s", retries: 3 },
    wait: true,
    wait_timeout: 555,
  });
  expect(arguments_["command"]).toEqual([
    "ModelId=11111111-2222-3333-4444-555555555555",
    "Eula=accept",
    "Billing=https://westeurope.api.cognitive.microsoft.com/",
    "ApiKey=${var.speech_api_key}",
    "Mounts:Output=/output",
  ]);
  expect(arguments_).not.toHaveProperty("env");
  const [image = ""] = template.addresses().filter((address) => address.startsWith("docker_image."));
  expect(template.arguments(image)).toMatchObject({
    provider: "docker.gpu",
    name:
      "registry.contoso.com/mirror/azure-cognitive-services/speechservices/custom-speech-to-text:4.12.0-amd64" +
      `@sha256:${"0".repeat(64)}`,
  });
});

describe("fails, with the prop that is wrong, for", () => {
  test.each<[string, Changes, readonly [string, string][]]>([
    ["an unknown function", { function: SpeechFunction.of("speech-to-txt") }, [["SPC100", "function"]]],
    ["an unknown locale", { locale: "en-UK" }, [["SPC101", "locale"]]],
    ["an unknown edition", { edition: Edition.of("2019-01") }, [["SPC103", "edition"]]],
    ["a missing locale", { locale: undefined }, [["SPC108", "locale"]]],
    ["a name that is none", { name: "Captions" }, [["SPC201", "name"]]],
    ["a port that is none", { port: 0 }, [["SPC203", "port"]]],
    ["an open port without a guard", { address: "0.0.0.0" }, [["SPC206", "address"]]],
    ["a size that is too small", { size: ContainerSize.of({ cores: 1, memory: "1g" }) }, [["SPC211", "size"]]],
    ["a folder for a model that it has not", { modelsFolder: "/srv/models" }, [["SPC230", "modelsFolder"]]],
    ["a key in the clear", { front: "ApiKey=0123456789abcdef0123456789abcdef" }, [["SPC310", "front"]]],
    [
      "several things at once",
      { locale: "en-UK", port: 0 },
      [
        ["SPC101", "locale"],
        ["SPC203", "port"],
      ],
    ],
  ])("%s", (_, changes, expected) => {
    expect(problemsOf(changes)).toEqual(expected);
  });

  test("an endpoint that is none", () => {
    const place = stackWithAccount();
    const account = {
      ...place.account,
      endpoint: "https://westeurope.api.cognitive.microsoft.com/sts/v1.0/issuetoken",
    };
    expect(problemsOf({ account })).toEqual([["SPC309", "endpoint"]]);
  });

  test("values that only Terraform knows", () => {
    const place = stackWithAccount();
    const { stringValue, numberValue, listValue } = new TerraformVariable(place.stack, "later", {});
    expect(problemsOf({ locale: stringValue, port: numberValue, advertise: `${stringValue}.com` }, place)).toEqual([
      ["SPC504", "advertise"],
      ["SPC504", "locale"],
      ["SPC504", "port"],
    ]);
    expect(problemsOf({ healthCheck: { test: listValue } }, stackWithAccount())).toEqual([
      ["SPC504", "healthCheck.test"],
    ]);
  });
});

test("an endpoint that only Terraform knows is left to Terraform", () => {
  const place = stackWithAccount();
  const { stringValue } = new TerraformVariable(place.stack, "endpoint", { type: "string" });
  captionsIn(place, { account: { ...place.account, endpoint: stringValue } });
  expect(Template.of(place.stack).arguments("docker_container.captions")["command"]).toEqual([
    "Eula=accept",
    "Billing=${var.endpoint}",
  ]);
});

test("warnings become annotations, and do not stop the synth", () => {
  const place = stackWithAccount();
  const captions = captionsIn(place, { edition: undefined, size: ContainerSize.MINIMUM });
  const warnings = captions.node.metadata.filter(({ type }) => type === "@cdktf/warn").map(({ data }) => String(data));
  expect(new Set(warnings.map((warning) => warning.split(": ")[0]))).toEqual(
    new Set(["SPC104 edition", "SPC212 size"]),
  );
  expect(Template.of(place.stack).addresses()).toContain("docker_container.captions");
});

test("a stack without a docker provider is told so by CDKTF", () => {
  const stack = new TerraformStack(Testing.app(), "contoso");
  const variable = new TerraformVariable(stack, "speech_api_key", { type: "string", sensitive: true });
  const { account } = stackWithAccount();
  captionsIn({ stack, variable, account: { ...account, apiKey: SpeechApiKey.fromVariable(variable) } });
  expect(() => Template.of(stack)).toThrow(/docker/);
});
