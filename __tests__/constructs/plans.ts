import { startPort } from "../../lib/domain/ports";
import type { AccountPlan, ContainerPlan, DeploymentPlan, SitePlan } from "../../lib/domain/plan";

/** Hand-made plans: small, valid, and open to change by the test that needs something else. */

export function containerPlan(name: string, changes: Partial<ContainerPlan> = {}): ContainerPlan {
  return {
    name,
    engineName: `contoso-${name}`,
    function: "speech-to-text",
    edition: "2025-07",
    locale: "en-US",
    image: {
      registry: "mcr.microsoft.com",
      repository: "azure-cognitive-services/speechservices/speech-to-text",
      tag: "4.12.0-amd64-en-us",
    },
    size: {
      cores: 8,
      memoryMiB: 16384,
      basis: "recommended",
      modelMemoryMiB: 0,
      reason: "recommended 8 / 8 GB + 8 GB for the model",
    },
    port: { address: "127.0.0.1", host: name === "captions" ? 5000 : startPort(name), container: 5000 },
    mounts: [],
    settings: [
      { name: "Eula", value: { kind: "literal", text: "accept" }, via: "argument" },
      { name: "Billing", value: { kind: "endpoint" }, via: "argument" },
      { name: "ApiKey", value: { kind: "apiKey" }, via: "environment" },
    ],
    labels: {
      "speech-containers.function": "speech-to-text",
      "speech-containers.fingerprint": "00000000deadbeef",
    },
    urls: {
      host: "ws://localhost:5000",
      ready: "http://localhost:5000/ready",
      status: "http://localhost:5000/status",
    },
    allowRetired: false,
    ...changes,
  };
}

export function sitePlan(containers: readonly ContainerPlan[], changes: Partial<SitePlan> = {}): SitePlan {
  return {
    name: "local",
    stackId: "contoso",
    engine: { advertise: "localhost" },
    networkName: "contoso",
    containers,
    registryLogins: [],
    ...changes,
  };
}

export const createdAccount: Extract<AccountPlan, { kind: "create" }> = {
  kind: "create",
  name: "contoso-speech",
  location: "westeurope",
  resourceGroup: { name: "speech-rg", create: true },
  sku: "S0",
  protect: false,
  keySlot: "primary",
  source: { file: "speech.yaml", line: 4, column: 3 },
};

export function deploymentPlan(changes: Partial<DeploymentPlan> = {}): DeploymentPlan {
  return {
    name: "contoso",
    edition: "2025-07",
    profile: "trial",
    layout: "containers",
    account: createdAccount,
    tags: {},
    accountStackId: "contoso",
    sites: [sitePlan([containerPlan("captions")])],
    ...changes,
  };
}
