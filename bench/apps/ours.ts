import { App } from "cdktf";
import { LOCAL_SITE, planDeployment, type ContainerRequest } from "../../lib/domain";
import { addSpeechStacks } from "../../stacks";
import { containerName, hostPort, timed } from "./shape";

const captions = (index: number): ContainerRequest => ({
  name: containerName(index),
  function: "speech-to-text",
  locale: "en-US",
  port: hostPort(index),
});

timed((containers) => {
  const result = planDeployment({
    name: "bench",
    edition: "2025-07",
    eula: "accept",
    account: {
      kind: "create",
      name: "bench-speech",
      location: "westeurope",
      resourceGroup: { name: "bench-rg", create: true },
    },
    layout: "containers",
    sites: [{ name: LOCAL_SITE, containers: Array.from({ length: containers }, (_, index) => captions(index)) }],
  });
  if (!result.ok) throw new Error(result.problems.map(({ code, message }) => `${code} ${message}`).join("\n"));
  const app = new App();
  addSpeechStacks(app, result.plan);
  app.synth();
});
