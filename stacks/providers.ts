import { resolve } from "node:path";
import { AzurermProvider } from "@cdktf/provider-azurerm/lib/provider";
import { DockerProvider, type DockerProviderRegistryAuth } from "@cdktf/provider-docker/lib/provider";
import { type TerraformStack, TerraformVariable } from "cdktf";
import { literals } from "../lib/constructs/literals";
import type { RegistryLoginPlan, SitePlan } from "../lib/domain/plan";

/** Once a stack, however many accounts it has. Subscription and credentials come from the environment (`ARM_*`, `az login`). */
export function addAzure(stack: TerraformStack): void {
  if (stack.node.tryFindChild("azurerm") !== undefined) {
    return;
  }
  new AzurermProvider(stack, "azurerm", { features: [{}] });
}

/**
 * Microsoft's registry needs no login; the password of another one comes from a sensitive variable. Terraform runs
 * inside `cdktf.out`, so a relative folder of certificates is taken from the project.
 */
export function addEngine(stack: TerraformStack, { engine, registryLogins }: SitePlan, folder: string): void {
  const { host, certPath } = engine;
  const certificates = certPath === undefined ? undefined : resolve(folder, certPath);
  new DockerProvider(stack, "docker", {
    host: literals(host),
    certPath: literals(certificates),
    ...(registryLogins.length === 0 ? {} : { registryAuth: registryLogins.map((login) => logIn(stack, login)) }),
  });
}

function logIn(stack: TerraformStack, login: RegistryLoginPlan): DockerProviderRegistryAuth {
  const { address, username, passwordVariable } = login;
  const password = new TerraformVariable(stack, passwordVariable, {
    type: "string",
    sensitive: true,
    description: `The password of ${literals(username)} at the registry ${address}`,
  });
  return { address, username: literals(username), password: password.stringValue };
}
