import { inspect } from "node:util";
import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import {
  ConstructProblem,
  Edition,
  Eula,
  SecretsVia,
  SensitiveValue,
  SpeechApiKey,
  SpeechContainer,
  type SpeechContainerOptions,
  SpeechFunction,
  SpeechHost,
  type SpeechHostProps,
} from "../../lib";
import { Template } from "./template";

function place() {
  const stack = new TerraformStack(Testing.app(), "contoso");
  new DockerProvider(stack, "docker");
  const secret = (name: string) => new TerraformVariable(stack, name, { type: "string", sensitive: true });
  const shared = {
    account: {
      endpoint: "https://westeurope.api.cognitive.microsoft.com/",
      apiKey: SpeechApiKey.fromVariable(secret("speech_api_key")),
    },
    edition: Edition.V2025_07,
    eula: Eula.ACCEPT,
  };
  return { stack, shared, value: (name: string) => SensitiveValue.fromVariable(secret(name)) };
}

const captions = { function: SpeechFunction.SPEECH_TO_TEXT, locale: "en-US", port: 5000 };

function problemsOf(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (thrown) {
    if (ConstructProblem.isConstructProblem(thrown)) return thrown.problems.map(({ code, path }) => `${code} ${path}`);
    throw thrown;
  }
  return [];
}

describe("settings of a container", () => {
  const { stack, shared, value } = place();
  new SpeechContainer(stack, "captions", {
    ...shared,
    ...captions,
    settings: {
      logging: { console: "Information", disk: { format: "json", maxFileSize: 10 } },
      applicationInsights: value("insights_key"),
      decoders: 8,
    },
    proxy: { http: "http://proxy:8888", except: [".contoso.com"], credentials: value("proxy_credentials") },
    extraSettings: { "Logging:Console:LogLevel:Microsoft": "Warning", Literal: "${var.x}" },
  });
  const { command, env, mounts } = Template.of(stack).arguments("docker_container.captions");

  test("are words in the documented order", () => {
    expect(command).toEqual([
      "Eula=accept",
      "Billing=https://westeurope.api.cognitive.microsoft.com/",
      "Mounts:Output=/output",
      "HTTP_PROXY=http://proxy:8888",
      "Logging:Console:LogLevel:Default=Information",
      "Logging:Disk:Format=json",
      "Logging:Disk:MaxFileSize=10",
      "Literal=$${var.x}",
      "Logging:Console:LogLevel:Microsoft=Warning",
    ]);
    expect(mounts).toEqual([
      { type: "volume", source: "contoso-output-captions", target: "/output", read_only: false },
    ]);
  });

  test("are variables where they are secret, as references only, or documented so", () => {
    expect(env).toEqual([
      "ApiKey=${var.speech_api_key}",
      "HTTP_PROXY_CREDS=${var.proxy_credentials}",
      "http_proxy=http://proxy:8888",
      "HTTPS_PROXY=http://proxy:8888",
      "https_proxy=http://proxy:8888",
      "NO_PROXY=localhost,127.0.0.1,.contoso.com",
      "no_proxy=localhost,127.0.0.1,.contoso.com",
      "ApplicationInsights__InstrumentationKey=${var.insights_key}",
      "DECODER_MAX_COUNT=8",
    ]);
  });
});

test("secrets stand behind the image when they go by arguments", () => {
  const { stack, shared, value } = place();
  new SpeechContainer(stack, "captions", {
    ...shared,
    ...captions,
    secretsVia: SecretsVia.ARGUMENTS,
    settings: { applicationInsights: value("insights_key") },
  });
  const { command, env } = Template.of(stack).arguments("docker_container.captions");
  expect(command).toContain("ApplicationInsights:InstrumentationKey=${var.insights_key}");
  expect(env).toBeUndefined();
});

test("containers of a host take settings, proxy and secrets from it, and may differ", () => {
  const { stack, shared, value } = place();
  const own = value("own_credentials");
  const containers: Record<string, SpeechContainerOptions> = {
    captions,
    other: { ...captions, port: 5001, settings: { decoders: 2 }, proxy: { http: "http://own:1", credentials: own } },
    direct: { ...captions, port: 5002, proxy: "none" },
  };
  const props: SpeechHostProps = {
    ...shared,
    containers,
    settings: { decoders: 8 },
    proxy: { http: "http://proxy:8888", credentials: value("proxy_credentials") },
  };
  const host = new SpeechHost(stack, "host", props);
  const template = Template.of(stack);
  const addressOf = (name: string) => `docker_container.${host.container(name).resource.friendlyUniqueId}`;
  const env = (name: string) =>
    (template.arguments(addressOf(name))["env"] as string[]).filter((word) => /^(?:HTTP_|http_|DECODER)/.test(word));
  expect(env("captions")).toEqual([
    "HTTP_PROXY_CREDS=${var.proxy_credentials}",
    "http_proxy=http://proxy:8888",
    "DECODER_MAX_COUNT=8",
  ]);
  expect(env("other")).toEqual([
    "HTTP_PROXY_CREDS=${var.own_credentials}",
    "http_proxy=http://own:1",
    "DECODER_MAX_COUNT=2",
  ]);
  expect(env("direct")).toEqual(["DECODER_MAX_COUNT=8"]);
});

test("wrong settings are problems of the construct, under the names of its props", () => {
  const { stack, shared } = place();
  const make = () =>
    new SpeechContainer(stack, "captions", {
      ...shared,
      ...captions,
      settings: { logging: { console: "Loud" } },
      proxy: { http: "proxy" },
      extraSettings: { ApiKey: "hunter2" },
    });
  expect(problemsOf(make)).toEqual([
    "SPC285 extraSettings.ApiKey",
    "SPC310 extraSettings.ApiKey",
    "SPC284 proxy.http",
    "SPC280 settings.logging.console",
  ]);
});

describe("a sensitive value", () => {
  const { stack } = place();
  const variable = new TerraformVariable(stack, "plain", { type: "string" });

  test("is a sensitive variable and no other", () => {
    expect(problemsOf(() => SensitiveValue.fromVariable(variable))).toEqual(["SPC502 sensitive"]);
  });

  test("shows nothing of itself", () => {
    const secret = SensitiveValue.fromVariable(
      new TerraformVariable(stack, "secret", { type: "string", sensitive: true }),
    );
    expect(problemsOf(() => String(secret))).toEqual(["SPC503 secret"]);
    expect([JSON.stringify({ secret }), inspect(secret)]).toEqual([
      '{"secret":"<SensitiveValue>"}',
      "<SensitiveValue>",
    ]);
  });
});
