import { Network } from "@cdktf/provider-docker/lib/network";
import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { TerraformStack, TerraformVariable, Testing } from "cdktf";
import {
  ConstructProblem,
  Edition,
  Eula,
  type ITextAnalyticsAccount,
  SecretsVia,
  Sentiment,
  SpeechApiKey,
  SpeechContainer,
  type SpeechContainerProps,
  SpeechFunction,
  SpeechHost,
} from "../../lib";
import { Template } from "./template";

const HOST = "CloudAI:SentimentAnalysisSettings:TextAnalyticsHost";
const START = ["Eula=accept", "Billing=https://westeurope.api.cognitive.microsoft.com/"];

function place() {
  const stack = new TerraformStack(Testing.app(), "contoso");
  new DockerProvider(stack, "docker");
  const variable = (name: string) => new TerraformVariable(stack, name, { type: "string", sensitive: true });
  const endpoint = "https://westeurope.api.cognitive.microsoft.com/";
  const account = { endpoint, apiKey: SpeechApiKey.fromVariable(variable("speech_api_key")) };
  const textAnalytics: ITextAnalyticsAccount = {
    kind: "TextAnalytics",
    endpoint: "https://text.cognitiveservices.azure.com",
    apiKey: SpeechApiKey.fromVariable(variable("text_analytics_api_key")),
  };
  const shared = { account, textAnalytics, edition: Edition.V2025_07, eula: Eula.ACCEPT };
  return { stack, shared, network: new Network(stack, "network", { name: "speech" }) };
}
type Where = ReturnType<typeof place>;

const captions = { function: SpeechFunction.SPEECH_TO_TEXT, locale: "en-US", port: 5000 };
const tone = { function: SpeechFunction.SENTIMENT, port: 5001 };

const container = ({ stack, shared }: Where, id: string, props: Partial<SpeechContainerProps>) =>
  new SpeechContainer(stack, id, { ...shared, ...captions, ...props });
const companion = (where: Where, props: Partial<SpeechContainerProps> = {}) =>
  container(where, "tone", { ...tone, locale: undefined, ...props });

function problemsOf(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (thrown) {
    if (ConstructProblem.isConstructProblem(thrown)) {
      return thrown.problems.map(({ code, path }) => `${code} ${path}`);
    }
    throw thrown;
  }
  return [];
}

describe("a container of sentiment", () => {
  test("bills to the Text Analytics account", () => {
    const where = place();
    companion(where, { language: "de" });
    const template = Template.of(where.stack);
    expect(template.arguments("docker_container.tone")).toMatchObject({
      name: "contoso-tone",
      command: ["Eula=accept", "Billing=https://text.cognitiveservices.azure.com"],
      env: ["ApiKey=${var.text_analytics_api_key}"],
      cpu_quota: 800_000,
      memory: 8192,
    });
    const [image = ""] = template.addresses().filter((address) => address.startsWith("docker_image."));
    expect(template.arguments(image)["name"]).toBe(
      "mcr.microsoft.com/azure-cognitive-services/textanalytics/sentiment:3.0-de",
    );
  });

  test("needs that account", () => {
    expect(problemsOf(() => companion(place(), { textAnalytics: undefined }))).toEqual(["SPC330 textAnalytics"]);
  });
});

describe("sentiment from the cloud", () => {
  test.each([
    ["with a slash behind it", "https://text.cognitiveservices.azure.com/"],
    ["without", "https://text.cognitiveservices.azure.com"],
  ])("is asked below an endpoint %s, with its key as a variable of the environment", (_, endpoint) => {
    const where = place();
    const textAnalytics = { ...where.shared.textAnalytics, endpoint };
    container(where, "captions", { textAnalytics, sentiment: Sentiment.CLOUD });
    const { command, env } = Template.of(where.stack).arguments("docker_container.captions");
    expect(command).toEqual([
      ...START,
      `${HOST}=https://text.cognitiveservices.azure.com/text/analytics/v3.0/sentiment`,
    ]);
    expect(env).toEqual([
      "ApiKey=${var.speech_api_key}",
      "CloudAI__SentimentAnalysisSettings__SentimentAnalysisApiKey=${var.text_analytics_api_key}",
    ]);
  });

  test("is asked below an endpoint that only Terraform knows, with one slash", () => {
    const where = place();
    const { stringValue } = new TerraformVariable(where.stack, "endpoint", { type: "string" });
    const textAnalytics = { ...where.shared.textAnalytics, endpoint: stringValue };
    container(where, "captions", { textAnalytics, sentiment: Sentiment.CLOUD, secretsVia: SecretsVia.ARGUMENTS });
    expect(Template.of(where.stack).arguments("docker_container.captions")["command"]).toEqual([
      ...START,
      "ApiKey=${var.speech_api_key}",
      `${HOST}=\${trimsuffix(var.endpoint, "/")}/text/analytics/v3.0/sentiment`,
      "CloudAI:SentimentAnalysisSettings:SentimentAnalysisApiKey=${var.text_analytics_api_key}",
    ]);
  });

  test("needs an account, whose endpoint is judged", () => {
    const asking = (textAnalytics: ITextAnalyticsAccount | undefined) => () =>
      container(place(), "captions", { textAnalytics, sentiment: Sentiment.CLOUD });
    expect(problemsOf(asking(undefined))).toEqual(["SPC330 textAnalytics"]);
    const plain = { ...place().shared.textAnalytics, endpoint: "http://text.cognitiveservices.azure.com/" };
    expect(problemsOf(asking(plain))).toEqual(["SPC309 textAnalytics.endpoint"]);
  });

  test("has its problems told together with those of the container", () => {
    const where = place();
    const account = { ...where.shared.account, endpoint: "westeurope" };
    const asking = { account, textAnalytics: undefined, sentiment: Sentiment.CLOUD, port: 0 };
    expect(problemsOf(() => container(where, "captions", asking))).toEqual([
      "SPC309 endpoint",
      "SPC203 port",
      "SPC330 textAnalytics",
    ]);
  });
});

describe("a companion that is a construct of its own", () => {
  test("is called by its name on their network, without a key, and starts first", () => {
    const where = place();
    const { network } = where;
    const sentiment = Sentiment.fromContainer(companion(where, { network }));
    container(where, "captions", { network, sentiment });
    const template = Template.of(where.stack);
    expect(template.arguments("docker_container.captions")).toMatchObject({
      command: [...START, `${HOST}=http://contoso-tone:5000/text/analytics/v3.0/sentiment`],
      env: ["ApiKey=${var.speech_api_key}"],
      network_mode: "${docker_network.network.name}",
      depends_on: ["docker_container.tone"],
    });
    expect(template.arguments("docker_container.tone")).not.toHaveProperty("depends_on");
  });

  test("is a problem on another network, and on none", () => {
    const where = place();
    const { network, stack } = where;
    const other = new Network(stack, "other", { name: "other" });
    const sentiment = Sentiment.fromContainer(companion(where, { network }));
    const asking = (id: string, joined: Network | undefined) => () =>
      container(where, id, { network: joined, sentiment });
    expect(problemsOf(asking("one", other))).toEqual(["SPC507 network"]);
    expect(problemsOf(asking("two", undefined))).toEqual(["SPC507 network"]);
  });

  test("is a problem in another stack, which Terraform applies on its own", () => {
    const [here, there] = [place(), place()];
    const { network } = here;
    const sentiment = Sentiment.fromContainer(companion(there, { network }));
    expect(problemsOf(() => container(here, "captions", { network, sentiment }))).toEqual(["SPC507 sentiment"]);
  });

  test("may be called as the one that asks it, if the engine knows them by two names", () => {
    const where = place();
    const host = new SpeechHost(where.stack, "gpu", { ...where.shared, containers: { tone } });
    const { network } = host;
    const sentiment = Sentiment.fromContainer({ ...host.container("tone"), network });
    container(where, "tone", { network, sentiment });
    expect(Template.of(where.stack).arguments("docker_container.tone")).toMatchObject({
      command: [...START, `${HOST}=http://contoso-gpu-tone:5000/text/analytics/v3.0/sentiment`],
    });
  });

  test("is a problem under the engine's name of the one that asks it", () => {
    const where = place();
    const { network } = where;
    const sentiment = Sentiment.fromContainer(companion(where, { network }));
    expect(problemsOf(() => container(where, "captions", { name: "tone", network, sentiment }))).toEqual([
      "SPC263 sentiment.container",
    ]);
  });

  test("is a problem on a host, which has a network of its own", () => {
    const where = place();
    const { network, stack, shared } = where;
    const sentiment = Sentiment.fromContainer(companion(where, { network }));
    const containers = { captions: { ...captions, sentiment }, tone };
    expect(problemsOf(() => new SpeechHost(stack, "gpu", { ...shared, containers }))).toEqual([
      "SPC507 containers.captions.sentiment",
    ]);
  });

  test("is a problem when it is of another function", () => {
    const where = place();
    const { network } = where;
    const sentiment = Sentiment.fromContainer(container(where, "other", { network, port: 5002 }));
    expect(problemsOf(() => container(where, "captions", { network, sentiment }))).toEqual([
      "SPC263 sentiment.container",
    ]);
  });
});

describe("a companion on a host", () => {
  const host = (where: Where, name: string) =>
    new SpeechHost(where.stack, "gpu", {
      ...where.shared,
      containers: { captions: { ...captions, sentiment: Sentiment.fromContainer(name) }, tone },
    });

  test("is named by its name, and starts first", () => {
    const where = place();
    host(where, "tone");
    expect(Template.of(where.stack).arguments("docker_container.gpu_captions_1D5DC1EE")).toMatchObject({
      command: [...START, `${HOST}=http://contoso-gpu-tone:5000/text/analytics/v3.0/sentiment`],
      depends_on: [expect.stringMatching(/^docker_container\.gpu_tone_/)],
    });
  });

  test("is a problem under a name that the host does not have", () => {
    expect(problemsOf(() => host(place(), "tome"))).toEqual(["SPC263 containers.captions.sentiment.container"]);
  });
});
