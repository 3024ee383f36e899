import { CognitiveAccount } from "@cdktf/provider-azurerm/lib/cognitive-account";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { Container } from "@cdktf/provider-docker/lib/container";
import { Image } from "@cdktf/provider-docker/lib/image";
import { Network } from "@cdktf/provider-docker/lib/network";
import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { App, TerraformOutput, TerraformStack } from "cdktf";
import { containerName, hostPort, timed } from "./shape";

/** The stack of ours.ts as one would write it by hand: the same resources and outputs, nothing planned or checked. */
const imageName = "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us";

timed((containers) => {
  const app = new App();
  const stack = new TerraformStack(app, "bench");
  new AzurermProvider(stack, "azurerm", { features: [{}] });
  new DockerProvider(stack, "docker", {});
  const group = new ResourceGroup(stack, "group", { name: "bench-rg", location: "westeurope" });
  const account = new CognitiveAccount(stack, "speech", {
    name: "bench-speech",
    location: "westeurope",
    resourceGroupName: group.name,
    kind: "SpeechServices",
    skuName: "S0",
    localAuthEnabled: true,
  });
  const network = new Network(stack, "network", { name: "bench" });
  const image = new Image(stack, "image", {
    name: imageName,
    keepLocally: true,
    timeouts: { create: "60m" },
  });
  const hostUrls: Record<string, string> = {};
  const facts: Record<string, object> = {};
  for (let index = 0; index < containers; index++) {
    const name = containerName(index);
    const port = hostPort(index);
    hostUrls[name] = `ws://localhost:${port}`;
    facts[name] = {
      site: "local",
      function: "speech-to-text",
      image: imageName,
      host_url: `ws://localhost:${port}`,
      ready_url: `http://localhost:${port}/ready`,
      status_url: `http://localhost:${port}/status`,
      locale: "en-US",
      cores: 8,
      memory_mib: 16_384,
      engine_name: `bench-${name}`,
      volumes: [],
    };
    new Container(stack, name, {
      name: `bench-${name}`,
      image: image.imageId,
      command: ["Eula=accept", `Billing=${account.endpoint}`],
      env: [`ApiKey=${account.primaryAccessKey}`],
      cpuPeriod: 100_000,
      cpuQuota: 800_000,
      memory: 16_384,
      memorySwap: 16_384,
      networkMode: network.name,
      ports: [{ internal: 5000, external: port, ip: "127.0.0.1", protocol: "tcp" }],
      restart: "unless-stopped",
      mustRun: false,
      destroyGraceSeconds: 30,
      logDriver: "json-file",
      logOpts: { "max-size": "10m", "max-file": "3" },
      labels: [
        { label: "speech-containers.fingerprint", value: "b55e446e5f961c0a" },
        { label: "speech-containers.function", value: "speech-to-text" },
        { label: "speech-containers.name", value: name },
      ],
    });
  }
  new TerraformOutput(stack, "host_urls", {
    value: hostUrls,
    description: "What the Speech SDK takes as host, by container",
  });
  new TerraformOutput(stack, "containers", { value: facts, description: "What runs where, by container" });
  new TerraformOutput(stack, "speech_endpoint", {
    value: account.endpoint,
    description: "The billing endpoint of the Speech account",
  });
  new TerraformOutput(stack, "speech_account_id", {
    value: account.id,
    description: "The Speech account's id in Azure",
  });
  app.synth();
});
