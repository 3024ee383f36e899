import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import type { TerraformStack } from "cdktf";
import type { EnginePlan } from "../lib/domain/plan";

/** Subscription and credentials come from the environment (`ARM_*`, `az login`). */
export function addAzure(stack: TerraformStack): void {
  new AzurermProvider(stack, "azurerm", { features: [{}] });
}

/** Microsoft's registry needs no credentials. */
export function addEngine(stack: TerraformStack, { host, certPath }: EnginePlan): void {
  new DockerProvider(stack, "docker", { host, certPath });
}
