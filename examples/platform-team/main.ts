/**
 * A platform team's own stack, in TypeScript: an account, one engine with two functions, and outputs.
 *
 *   npm install cdktf constructs @cdktf/provider-azurerm @cdktf/provider-docker cdktf-speech-containers tsx
 *   node --import tsx main.ts                      writes cdktf.out
 *   npx cdktf-cli@0.21 deploy platform-speech      or any other way to run Terraform there
 */
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { ResourceGroup } from "@cdktf/provider-azurerm/lib/resource-group";
import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { App, Aspects, TerraformOutput, TerraformStack } from "cdktf";
import { ContainerSize, Edition, Eula, SpeechFunction, SpeechHost, SpeechPolicy } from "cdktf-speech-containers";
import { SpeechAccount, SpeechSku } from "cdktf-speech-containers/azure";
import type { Construct } from "constructs";

class PlatformSpeech extends TerraformStack {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new AzurermProvider(this, "azurerm", { features: [{}] });
    new DockerProvider(this, "docker", { host: "ssh://speech@gpu-1.contoso.example" });

    const group = new ResourceGroup(this, "group", { name: "platform-speech", location: "westeurope" });
    const account = new SpeechAccount(this, "speech", {
      name: "contoso-platform-speech",
      location: "westeurope",
      resourceGroupName: group.name,
      sku: SpeechSku.S0,
      protect: true,
    });

    // The containers authenticate nobody: an open port needs a guard, or it is a problem (SPC206).
    const guarded = { address: "0.0.0.0", front: "envoy on the same host: TLS and tokens" };

    // Planned together: ports that clash and an engine that is too small are found here, not on the engine.
    const host = new SpeechHost(this, "gpu-1", {
      account,
      eula: Eula.ACCEPT,
      edition: Edition.V2025_07,
      advertise: "gpu-1.contoso.example",
      cores: 32,
      memory: "64g",
      containers: {
        captions: {
          function: SpeechFunction.SPEECH_TO_TEXT,
          locale: "en-US",
          port: 5000,
          ...guarded,
        },
        narrator: {
          function: SpeechFunction.NEURAL_TEXT_TO_SPEECH,
          voice: "en-US-AriaNeural",
          size: ContainerSize.of({ cores: 6, memory: "12g" }),
          port: 5001,
          ...guarded,
        },
      },
    });

    // The rules of `speech-containers check`, at synth: an error stops it. What is meant so has its reason here.
    Aspects.of(this).add(new SpeechPolicy());
    SpeechPolicy.acknowledge(host.container("narrator").resource, "CTR-4", "one sentence at a time: six cores will do");

    // The way out, where a prop is missing: the Terraform resource itself.
    host.container("captions").resource.addOverride("stop_timeout", 60);

    new TerraformOutput(this, "host_urls", { value: host.hostUrls, staticId: true });
  }
}

const app = new App();
new PlatformSpeech(app, "platform-speech");
app.synth();
