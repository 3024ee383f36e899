import type { AccountPlan, DeploymentPlan } from "../../lib/domain/plan";
import { containerPlan, deploymentPlan, sitePlan } from "../constructs/plans";
import { templatesOf } from "./synth";

const callcenter = containerPlan("callcenter", {
  engineName: "contoso-callcenter",
  function: "custom-speech-to-text",
  locale: undefined,
  modelId: "11111111-2222-3333-4444-555555555555",
  mounts: [
    { type: "volume", source: "contoso-model-1", target: "/usr/local/models", readOnly: false },
    { type: "bind", source: "/srv/logs", target: "/logs", readOnly: false },
  ],
});

const outputsOf = (plan: DeploymentPlan) => Object.values(templatesOf(plan)).map((template) => template.top("output"));
const plan = deploymentPlan({ sites: [sitePlan([containerPlan("captions"), callcenter])] });

/** A published contract: scripts read these. */
test("the outputs of a stack say what runs where, under static names, with nothing sensitive", () => {
  expect(outputsOf(plan)).toEqual([
    {
      host_urls: {
        description: "What the Speech SDK takes as host, by container",
        value: { captions: "ws://localhost:5000", callcenter: "ws://localhost:5000" },
      },
      containers: {
        description: "What runs where, by container",
        value: {
          captions: {
            site: "local",
            function: "speech-to-text",
            image: "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us",
            host_url: "ws://localhost:5000",
            ready_url: "http://localhost:5000/ready",
            status_url: "http://localhost:5000/status",
            locale: "en-US",
            voice: "${null}",
            model_id: "${null}",
            language: "${null}",
            sentiment: "${null}",
            cores: 8,
            memory_mib: 16384,
            engine_name: "contoso-captions",
            volumes: [],
          },
          callcenter: {
            site: "local",
            function: "custom-speech-to-text",
            image: "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us",
            host_url: "ws://localhost:5000",
            ready_url: "http://localhost:5000/ready",
            status_url: "http://localhost:5000/status",
            locale: "${null}",
            voice: "${null}",
            model_id: "11111111-2222-3333-4444-555555555555",
            language: "${null}",
            sentiment: "${null}",
            cores: 8,
            memory_mib: 16384,
            engine_name: "contoso-callcenter",
            volumes: ["contoso-model-1"],
          },
        },
      },
      speech_endpoint: {
        description: "The billing endpoint of the Speech account",
        value: "${azurerm_cognitive_account.speech.endpoint}",
      },
      speech_account_id: {
        description: "The Speech account's id in Azure",
        value: "${azurerm_cognitive_account.speech.id}",
      },
    },
  ]);
});

test("each stack of a deployment with sites has the outputs of what it holds", () => {
  const sites = ["leeds", "york"].map((name) => sitePlan([callcenter], { name, stackId: `contoso-${name}` }));
  const outputs = outputsOf(deploymentPlan({ layout: "sites", accountStackId: "contoso-account", sites }));
  const account = ["speech_account_id", "speech_endpoint"];
  expect(outputs.map((output) => Object.keys(output).sort())).toEqual([
    account,
    ["containers", "host_urls", ...account],
    ["containers", "host_urls", ...account],
  ]);
  expect(outputs[2]).toMatchObject({ containers: { value: { callcenter: { site: "york" } } } });
});

test("an account that is known by its endpoint has no id", () => {
  const account: AccountPlan = { kind: "endpoint", endpoint: "https://contoso.example/", keySlot: "primary" };
  const [output] = outputsOf({ ...plan, account, accountStackId: undefined });
  expect(output).toMatchObject({ speech_endpoint: { value: "https://contoso.example/" } });
  expect(output).not.toHaveProperty("speech_account_id");
});

test("no output refers to a key", () => {
  const outputs = JSON.stringify(outputsOf(plan));
  expect(outputs).not.toMatch(/access_key|speech_api_key|sensitive/);
});
