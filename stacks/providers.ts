import { resolve } from "node:path";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import type { TerraformStack } from "cdktf";
import { literals } from "../lib/constructs/literals";
import type { EnginePlan } from "../lib/domain/plan";

/** Subscription and credentials come from the environment (`ARM_*`, `az login`). */
export function addAzure(stack: TerraformStack): void {
  new AzurermProvider(stack, "azurerm", { features: [{}] });
}

/**
 * Microsoft's registry needs no credentials. Terraform runs inside `cdktf.out`, so a relative folder of certificates is
 * taken from the project.
 */
export function addEngine(stack: TerraformStack, { host, certPath }: EnginePlan, folder: string): void {
  const certificates = certPath === undefined ? undefined : resolve(folder, certPath);
  new DockerProvider(stack, "docker", { host: literals(host), certPath: literals(certificates) });
}
