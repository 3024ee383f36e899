import type { AccountPlan, ContainerPlan, DeploymentPlan } from "../../lib/domain/plan";
import { containerPlan, createdAccount, deploymentPlan, sitePlan } from "../constructs/plans";
import {
  captions as captionsOf,
  deployment,
  planOf,
  textAnalytics as textRequest,
  tone as toneOf,
} from "../domain/requests";
import { stacksOf, templateOf, templatesOf } from "./synth";

/** A Text Analytics account beside the Speech account: where it is made and read, and who is wired to it. */

const group = { name: "speech-rg", create: false };
const madeText: AccountPlan = { ...createdAccount, name: "contoso-text", resourceGroup: group, sku: "S" };
const existingText: AccountPlan = {
  kind: "existing",
  name: "contoso-text",
  resourceGroup: "text-rg",
  keySlot: "secondary",
};
const endpointText: AccountPlan = {
  kind: "endpoint",
  endpoint: "https://text.cognitiveservices.azure.com/",
  keySlot: "primary",
};
const existingSpeech: AccountPlan = { ...existingText, name: "contoso-speech", resourceGroup: "speech-rg" };

const HOST = "CloudAI:SentimentAnalysisSettings:TextAnalyticsHost";

const tone = containerPlan("tone", {
  function: "sentiment",
  locale: undefined,
  language: "en",
  image: {
    registry: "mcr.microsoft.com",
    repository: "azure-cognitive-services/textanalytics/sentiment",
    tag: "3.0-en",
  },
  port: { address: "127.0.0.1", host: 5001, container: 5000 },
  settings: [
    { name: "Eula", value: { kind: "literal", text: "accept" }, via: "argument" },
    { name: "Billing", value: { kind: "endpoint", account: "textAnalytics" }, via: "argument" },
    { name: "ApiKey", value: { kind: "apiKey", account: "textAnalytics" }, via: "environment" },
  ],
});
const captions = containerPlan("captions", {
  sentiment: { from: "container", container: "tone", host: "http://contoso-tone:5000/text/analytics/v3.0/sentiment" },
});

const one = (textAnalytics: AccountPlan, containers: readonly ContainerPlan[] = [captions, tone]): DeploymentPlan =>
  deploymentPlan({ textAnalytics, sites: [sitePlan(containers)] });

const sites = (change: Partial<DeploymentPlan>): DeploymentPlan =>
  deploymentPlan({
    layout: "sites",
    accountStackId: "contoso-account",
    sites: [
      sitePlan([captions, tone], { name: "leeds", stackId: "contoso-leeds" }),
      sitePlan([containerPlan("captions")], { name: "york", stackId: "contoso-york" }),
    ],
    ...change,
  });

const azureOf = (plan: DeploymentPlan): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(templatesOf(plan)).map(([id, template]) => [
      id,
      template.addresses().filter((address) => address.includes("azurerm_")),
    ]),
  );

/** A published contract, as the addresses of the Speech account are. */
describe("the Text Analytics account", () => {
  test.each<[string, DeploymentPlan, Record<string, string[]>]>([
    [
      "is made beside the Speech account",
      one(madeText),
      {
        contoso: [
          "azurerm_cognitive_account.speech",
          "azurerm_cognitive_account.text_analytics",
          "azurerm_resource_group.group",
        ],
      },
    ],
    [
      "is read where it exists",
      one(existingText),
      {
        contoso: [
          "azurerm_cognitive_account.speech",
          "azurerm_resource_group.group",
          "data.azurerm_cognitive_account.text_analytics",
        ],
      },
    ],
    [
      "is not read where no container uses it",
      one(existingText, [containerPlan("captions")]),
      { contoso: ["azurerm_cognitive_account.speech", "azurerm_resource_group.group"] },
    ],
    [
      "of sites is made in the account's stack, and read by the sites that use it",
      sites({ textAnalytics: madeText }),
      {
        "contoso-account": [
          "azurerm_cognitive_account.speech",
          "azurerm_cognitive_account.text_analytics",
          "azurerm_resource_group.group",
        ],
        "contoso-leeds": ["data.azurerm_cognitive_account.speech", "data.azurerm_cognitive_account.text_analytics"],
        "contoso-york": ["data.azurerm_cognitive_account.speech"],
      },
    ],
    [
      "of sites is alone in its stack when the Speech account exists",
      sites({ account: existingSpeech, textAnalytics: madeText }),
      {
        "contoso-account": ["azurerm_cognitive_account.text_analytics"],
        "contoso-leeds": ["data.azurerm_cognitive_account.speech", "data.azurerm_cognitive_account.text_analytics"],
        "contoso-york": ["data.azurerm_cognitive_account.speech"],
      },
    ],
  ])("%s", (_, plan, expected) => {
    expect(azureOf(plan)).toEqual(expected);
  });

  test("in the group of the Speech account waits for that group, which is made once", () => {
    const shared = templateOf(one({ ...madeText, resourceGroup: { name: "Speech-RG", create: true } }));
    expect(Object.keys(shared.top("resource")["azurerm_resource_group"] as object)).toEqual(["group"]);
    expect(shared.arguments("azurerm_cognitive_account.text_analytics")).toEqual({
      name: "contoso-text",
      location: "westeurope",
      resource_group_name: "${azurerm_resource_group.group.name}",
      kind: "TextAnalytics",
      sku_name: "S",
      local_auth_enabled: true,
    });
  });

  test("in a group of its own gets it made", () => {
    const template = templateOf(one({ ...madeText, resourceGroup: { name: "text-rg", create: true } }));
    expect(template.arguments("azurerm_resource_group.text_analytics_group")).toEqual({
      name: "text-rg",
      location: "westeurope",
    });
  });

  test("that is known by its endpoint takes its key from a variable that Terraform hides", () => {
    const template = templateOf(one(endpointText));
    expect(template.top("variable")).toEqual({
      text_analytics_api_key: {
        type: "string",
        sensitive: true,
        description: "A key of the Text Analytics account at https://text.cognitiveservices.azure.com/",
      },
    });
    expect(template.arguments("docker_container.tone")["env"]).toEqual(["ApiKey=${var.text_analytics_api_key}"]);
    const unused = templateOf(one(endpointText, [containerPlan("captions")]));
    expect(unused.top("variable")).toEqual({});
  });

  test("has outputs of its own, in the stacks that have the account", () => {
    const outputs = Object.values(templatesOf(sites({ textAnalytics: madeText }))).map((template) =>
      Object.keys(template.top("output")).filter((name) => name.startsWith("text_analytics")),
    );
    const both = ["text_analytics_account_id", "text_analytics_endpoint"];
    expect(outputs.map((names) => names.toSorted())).toEqual([both, both, []]);
  });

  test("alone keeps sites behind its stack", () => {
    const [account, ...others] = stacksOf(sites({ account: existingSpeech, textAnalytics: madeText }));
    expect(others.map(({ dependencies }) => dependencies)).toEqual([[account], [account]]);
  });
});

test("companion and container are wired to accounts of their own, and the companion starts first", () => {
  const template = templateOf(one(madeText));
  expect(template.arguments("docker_container.tone")).toMatchObject({
    command: ["Eula=accept", "Billing=${azurerm_cognitive_account.text_analytics.endpoint}"],
    env: ["ApiKey=${azurerm_cognitive_account.text_analytics.primary_access_key}"],
  });
  expect(template.arguments("docker_container.captions")).toMatchObject({
    env: ["ApiKey=${azurerm_cognitive_account.speech.primary_access_key}"],
    depends_on: ["docker_container.tone"],
  });
});

test("two containers ask one companion, and both start after it", () => {
  const sentiment = { container: "tone" };
  const both = [captionsOf({ sentiment }), captionsOf({ name: "meetings", port: 5001, sentiment })];
  const template = templateOf(planOf(deployment([...both, toneOf()], { textAnalytics: textRequest })));
  for (const name of ["captions", "meetings"]) {
    const { command, depends_on } = template.arguments(`docker_container.${name}`);
    expect(command).toContain(`${HOST}=http://contoso-tone:5000/text/analytics/v3.0/sentiment`);
    expect(depends_on).toEqual(["docker_container.tone"]);
  }
});

test("the cloud is asked at the endpoint of an account that nobody reads, with the variable's key", () => {
  const textAnalytics = { kind: "endpoint", endpoint: "https://text.cognitiveservices.azure.com/" } as const;
  const template = templateOf(planOf(deployment([captionsOf({ sentiment: "cloud" })], { textAnalytics })));
  const { command, env } = template.arguments("docker_container.captions");
  expect(command).toContain(`${HOST}=https://text.cognitiveservices.azure.com/text/analytics/v3.0/sentiment`);
  expect(env).toContain("CloudAI__SentimentAnalysisSettings__SentimentAnalysisApiKey=${var.text_analytics_api_key}");
  expect(template.addresses().filter((address) => address.includes("text_analytics"))).toEqual([]);
});

test("the second key is taken for sentiment alone, where the slot says so", () => {
  const textAnalytics = { ...textRequest, keySlot: "secondary" } as const;
  const template = templateOf(planOf(deployment([captionsOf({ sentiment: "cloud" }), toneOf()], { textAnalytics })));
  const key = "${azurerm_cognitive_account.text_analytics.secondary_access_key}";
  expect(template.arguments("docker_container.tone")["env"]).toEqual([`ApiKey=${key}`]);
  expect(template.arguments("docker_container.captions")["env"]).toEqual([
    "ApiKey=${azurerm_cognitive_account.speech.primary_access_key}",
    `CloudAI__SentimentAnalysisSettings__SentimentAnalysisApiKey=${key}`,
  ]);
});

test("the outputs say of the companion what it serves, and of a container whom it asks", () => {
  const { containers } = templateOf(one(madeText)).top("output") as { containers: { value: Record<string, object> } };
  expect(containers.value["tone"]).toMatchObject({ function: "sentiment", language: "en", sentiment: "${null}" });
  expect(containers.value["captions"]).toMatchObject({ language: "${null}", sentiment: "tone" });
});
