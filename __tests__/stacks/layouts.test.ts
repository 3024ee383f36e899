import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { type TerraformStack, Testing } from "cdktf";
import type { DeploymentPlan } from "../../lib/domain/plan";
import { addSpeechStacks } from "../../stacks";
import { containerPlan, createdAccount, deploymentPlan, sitePlan } from "../constructs/plans";
import { Template } from "../constructs/template";
import { stacksOf, templateOf, templatesOf } from "./synth";

const narrator = containerPlan("narrator", {
  engineName: "contoso-narrator",
  function: "neural-text-to-speech",
  locale: undefined,
  voice: "en-US-AriaNeural",
  image: {
    registry: "mcr.microsoft.com",
    repository: "azure-cognitive-services/speechservices/neural-text-to-speech",
    tag: "3.12.0-amd64-en-us-arianeural",
  },
});

const existing = {
  kind: "existing",
  name: "contoso-speech",
  resourceGroup: "speech-rg",
  keySlot: "secondary",
} as const;
const endpoint = {
  kind: "endpoint",
  endpoint: "https://westeurope.api.cognitive.microsoft.com/",
  keySlot: "primary",
} as const;

const oneSite: DeploymentPlan = deploymentPlan({ sites: [sitePlan([containerPlan("captions"), narrator])] });

const twoSites: DeploymentPlan = deploymentPlan({
  layout: "sites",
  accountStackId: "contoso-account",
  sites: ["leeds", "york"].map((name) =>
    sitePlan([containerPlan("captions", { engineName: `contoso-${name}-captions` }), narrator], {
      name,
      stackId: `contoso-${name}`,
      networkName: `contoso-${name}`,
      engine: { host: `ssh://speech@${name}.contoso.com`, advertise: `${name}.contoso.com` },
    }),
  ),
});

/** A published contract: a change of these is a breaking change, and needs `moved` blocks and a procedure. */
const siteAddresses = [
  "docker_container.captions",
  "docker_container.narrator",
  "docker_image.neural-text-to-speech_3-12-0-amd64-en-us-arianeural_d9e83095",
  "docker_image.speech-to-text_4-12-0-amd64-en-us_e993d667",
  "docker_network.speech_network",
];
const accountAddresses = ["azurerm_cognitive_account.speech", "azurerm_resource_group.group"];
const dataAddress = "data.azurerm_cognitive_account.speech";

describe("stacks and addresses", () => {
  const withoutGroup = { ...createdAccount, resourceGroup: { name: "speech-rg", create: false } };

  test.each<[string, DeploymentPlan, Record<string, string[]>]>([
    ["one stack with its own account", oneSite, { contoso: [...accountAddresses, ...siteAddresses] }],
    [
      "one stack with an account in a group that exists",
      { ...oneSite, account: withoutGroup },
      { contoso: ["azurerm_cognitive_account.speech", ...siteAddresses] },
    ],
    [
      "one stack with an account that exists",
      { ...oneSite, account: existing, accountStackId: undefined },
      { contoso: [dataAddress, ...siteAddresses] },
    ],
    [
      "one stack with an endpoint",
      { ...oneSite, account: endpoint, accountStackId: undefined },
      { contoso: siteAddresses },
    ],
    [
      "sites with their own account",
      twoSites,
      {
        "contoso-account": accountAddresses,
        "contoso-leeds": [dataAddress, ...siteAddresses],
        "contoso-york": [dataAddress, ...siteAddresses],
      },
    ],
    [
      "sites with an account that exists",
      { ...twoSites, account: existing, accountStackId: undefined },
      { "contoso-leeds": [dataAddress, ...siteAddresses], "contoso-york": [dataAddress, ...siteAddresses] },
    ],
    [
      "sites with an endpoint",
      { ...twoSites, account: endpoint, accountStackId: undefined },
      { "contoso-leeds": siteAddresses, "contoso-york": siteAddresses },
    ],
  ])("%s", (_, plan, expected) => {
    const templates = Object.entries(templatesOf(plan));
    expect(Object.fromEntries(templates.map(([id, template]) => [id, template.addresses()]))).toEqual(expected);
  });

  test("names that the stack uses itself are free for containers", () => {
    const names = ["speech", "group", "docker", "azurerm", "backend", "containers", "default"];
    const template = templateOf(deploymentPlan({ sites: [sitePlan(names.map((name) => containerPlan(name)))] }));
    expect(template.addresses()).toEqual(expect.arrayContaining(names.map((name) => `docker_container.${name}`)));
  });

  test("sites come after the account that they read", () => {
    const [account, ...sites] = stacksOf(twoSites);
    expect(sites.map(({ dependencies }) => dependencies)).toEqual([[account], [account]]);
  });

  test("the order of containers in a plan changes nothing", () => {
    const sites = oneSite.sites.map((site) => ({ ...site, containers: site.containers.toReversed() }));
    const reversed = { ...oneSite, sites };
    const texts = [oneSite, reversed, oneSite].map((plan) => Object.values(templatesOf(plan)).map(({ text }) => text));
    expect(texts[1]).toEqual(texts[0]);
    expect(texts[2]).toEqual(texts[0]);
  });
});

describe("one stack", () => {
  const contoso = templateOf(oneSite);

  test("wires endpoint, key, image and network by reference", () => {
    expect(contoso.arguments("docker_container.captions")).toEqual(
      expect.objectContaining({
        command: ["Eula=accept", "Billing=${azurerm_cognitive_account.speech.endpoint}"],
        env: ["ApiKey=${azurerm_cognitive_account.speech.primary_access_key}"],
        image: "${docker_image.speech-to-text_4-12-0-amd64-en-us_e993d667.image_id}",
        network_mode: "${docker_network.speech_network.name}",
      }),
    );
  });

  test("puts the account into the group that it makes", () => {
    expect(contoso.arguments("azurerm_resource_group.group")).toEqual({ name: "speech-rg", location: "westeurope" });
    expect(contoso.arguments("azurerm_cognitive_account.speech")).toEqual({
      name: "contoso-speech",
      location: "westeurope",
      resource_group_name: "${azurerm_resource_group.group.name}",
      kind: "SpeechServices",
      sku_name: "S0",
      local_auth_enabled: true,
    });
  });

  test("declares both providers and nothing of credentials", () => {
    expect(contoso.top("provider")).toEqual({ azurerm: [{ features: [{}] }], docker: [{}] });
    expect(contoso.top("variable")).toEqual({});
  });

  test("keeps its state beside cdktf.json, under its own name", () => {
    const app = Testing.app();
    addSpeechStacks(app, oneSite);
    app.synth();
    const text = readFileSync(join(app.outdir, "stacks", "contoso", "cdk.tf.json"), "utf8");
    const { backend } = new Template(text).top("terraform");
    expect(backend).toEqual({ local: { path: join(process.cwd(), "terraform.contoso.tfstate") } });
  });

  test("tags what it makes in Azure, with the text as it is written", () => {
    const template = templateOf({ ...oneSite, tags: { team: "speech", cost: "${centre}" } });
    for (const address of accountAddresses) {
      expect(template.arguments(address)["tags"]).toEqual({ team: "speech", cost: "$${centre}" });
    }
  });

  test("takes over everything that the plan says of the account", () => {
    const account = {
      ...createdAccount,
      resourceGroup: { name: "speech-rg", create: false },
      sku: "F0",
      customSubdomain: "contoso-speech",
      network: { publicAccess: false, allowedAddresses: ["203.0.113.7"] },
      protect: true,
      keySlot: "secondary",
    } as const;
    const template = templateOf({ ...oneSite, account });
    expect(template.arguments("azurerm_cognitive_account.speech")).toMatchObject({
      resource_group_name: "speech-rg",
      sku_name: "F0",
      custom_subdomain_name: "contoso-speech",
      public_network_access_enabled: false,
      network_acls: { default_action: "Deny", ip_rules: ["203.0.113.7"] },
      lifecycle: { prevent_destroy: true },
    });
    expect(template.arguments("docker_container.captions")["env"]).toEqual([
      "ApiKey=${azurerm_cognitive_account.speech.secondary_access_key}",
    ]);
  });

  test("one image serves all containers that run it", () => {
    const sites = [sitePlan([containerPlan("captions"), containerPlan("meetings")])];
    const template = templateOf(deploymentPlan({ sites }));
    expect(template.addresses().filter((address) => address.startsWith("docker_image."))).toHaveLength(1);
  });
});

describe("a site that reads the account", () => {
  test("knows it by literal words, so that its key is known at plan", () => {
    const template = templateOf(twoSites, "contoso-leeds");
    expect(template.arguments(dataAddress)).toEqual({ name: "contoso-speech", resource_group_name: "speech-rg" });
    expect(template.arguments("docker_container.captions")["env"]).toEqual([
      "ApiKey=${data.azurerm_cognitive_account.speech.primary_access_key}",
    ]);
    expect(template.text).not.toContain("terraform_remote_state");
  });

  test("takes the key that is asked for", () => {
    const template = templateOf({ ...oneSite, account: existing, accountStackId: undefined });
    expect(template.arguments("docker_container.captions")["env"]).toEqual([
      "ApiKey=${data.azurerm_cognitive_account.speech.secondary_access_key}",
    ]);
  });

  test("talks to its own engine", () => {
    const template = templateOf(twoSites, "contoso-york");
    expect(template.top("provider")["docker"]).toEqual([{ host: "ssh://speech@york.contoso.com" }]);
  });

  test("talks to an engine with TLS by its certificates", () => {
    const engine = { host: "tcp://leeds:2376", certPath: "/etc/docker/leeds", advertise: "leeds" };
    const template = templateOf(deploymentPlan({ sites: [sitePlan([narrator], { engine })] }));
    expect(template.top("provider")["docker"]).toEqual([{ host: "tcp://leeds:2376", cert_path: "/etc/docker/leeds" }]);
  });

  test("takes a relative folder of certificates from the project, since Terraform runs elsewhere", () => {
    const engine = { host: "tcp://leeds:2376", certPath: "certs", advertise: "leeds" };
    const plan = deploymentPlan({ sites: [sitePlan([narrator], { engine })] });
    const certPaths = [{ folder: resolve("/srv/contoso") }, {}].map((options) => {
      const [stack] = addSpeechStacks(Testing.app(), plan, options) as [TerraformStack];
      return (Template.of(stack).top("provider")["docker"] as Record<string, unknown>[])[0]?.["cert_path"];
    });
    expect(certPaths).toEqual([resolve("/srv/contoso/certs"), resolve("certs")]);
  });

  test("takes the key of an endpoint from a sensitive variable, and does not need Azure", () => {
    const template = templateOf({ ...oneSite, account: endpoint, accountStackId: undefined });
    expect(template.top("variable")).toEqual({
      speech_api_key: {
        type: "string",
        sensitive: true,
        description: "A key of the Speech account at https://westeurope.api.cognitive.microsoft.com/",
      },
    });
    expect(template.arguments("docker_container.captions")).toMatchObject({
      command: ["Eula=accept", "Billing=https://westeurope.api.cognitive.microsoft.com/"],
      env: ["ApiKey=${var.speech_api_key}"],
    });
    expect(template.top("provider")).toEqual({ docker: [{}] });
  });
});
