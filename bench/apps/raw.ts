import { CognitiveAccount } from "@cdktf/provider-azurerm/lib/cognitive-account";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { Container } from "@cdktf/provider-docker/lib/container";
import { Image } from "@cdktf/provider-docker/lib/image";
import { Network } from "@cdktf/provider-docker/lib/network";
import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { App, TerraformStack } from "cdktf";
import { containerName, hostPort, timed } from "./shape";

const repository = "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text";

timed((containers) => {
  const app = new App();
  const stack = new TerraformStack(app, "bench");
  new AzurermProvider(stack, "azurerm", { features: [{}] });
  new DockerProvider(stack, "docker", {});
  const account = new CognitiveAccount(stack, "speech", {
    name: "bench-speech",
    location: "westeurope",
    resourceGroupName: "bench-rg",
    kind: "SpeechServices",
    skuName: "S0",
  });
  const network = new Network(stack, "network", { name: "bench" });
  const image = new Image(stack, "image", {
    name: `${repository}:4.12.0-amd64-en-us`,
    keepLocally: true,
    timeouts: { create: "60m" },
  });
  for (let index = 0; index < containers; index++) {
    new Container(stack, containerName(index), {
      name: `bench-${containerName(index)}`,
      image: image.imageId,
      command: ["Eula=accept", `Billing=${account.endpoint}`],
      env: [`ApiKey=${account.primaryAccessKey}`],
      cpuPeriod: 100_000,
      cpuQuota: 800_000,
      memory: 16_384,
      memorySwap: 16_384,
      networkMode: network.name,
      ports: [{ internal: 5000, external: hostPort(index), ip: "127.0.0.1", protocol: "tcp" }],
      mounts: [],
      restart: "unless-stopped",
      mustRun: false,
      destroyGraceSeconds: 30,
      logDriver: "json-file",
      logOpts: { "max-size": "10m", "max-file": "3" },
      labels: [{ label: "fingerprint", value: "0000000000000000" }],
    });
  }
  app.synth();
});
