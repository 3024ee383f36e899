/** The stand-ins for the providers kreuzwerker/docker and hashicorp/azurerm. */
import type { Cloud } from "../azure";
import type { Engines } from "../engine";
import type { Store } from "../store";
import { account, accountData } from "./azurerm/account";
import { azureProviderBehaviours } from "./azurerm/behaviours";
import { type AzureClient, configureAzure, validateAzure } from "./azurerm/client";
import { group, groupData } from "./azurerm/group";
import { dockerProviderBehaviours } from "./docker/behaviours";
import { configureDocker, type DockerClient } from "./docker/client";
import { container } from "./docker/container";
import { image, imageData } from "./docker/image";
import { network, networkData } from "./docker/network";
import { volume } from "./docker/volume";
import { listenForTerraform, type Reattach } from "./listen";
import schemas from "./schemas.json";
import type { ProviderDefinition } from "./service";

export type { Reattach } from "./listen";

export interface ServeOptions {
  readonly store: Store;
  readonly cloud: Cloud;
  readonly engines: Engines;
  /** Short and private: the sockets are made in it (a socket path may have about 100 characters). Unused on Windows. */
  readonly socketFolder: string;
}

export interface ServedProviders {
  /** By source address, for Terraform's and OpenTofu's default registry: the value of `TF_REATTACH_PROVIDERS`. */
  readonly reattach: Readonly<Record<string, Reattach>>;
  close(): Promise<void>;
}

const dockerTypes = {
  resources: { docker_container: container, docker_image: image, docker_network: network, docker_volume: volume },
  data: { docker_image: imageData, docker_network: networkData },
};

const azureTypes = {
  resources: { azurerm_resource_group: group, azurerm_cognitive_account: account },
  data: { azurerm_resource_group: groupData, azurerm_cognitive_account: accountData },
};

/** Resource and data source types that are served. */
export const servedTypes: { readonly resources: readonly string[]; readonly data: readonly string[] } = {
  resources: [...Object.keys(dockerTypes.resources), ...Object.keys(azureTypes.resources)],
  data: [...Object.keys(dockerTypes.data), ...Object.keys(azureTypes.data)],
};

type Schemas = ProviderDefinition<unknown>["schemas"] & { readonly source: string };
const served = schemas as unknown as Readonly<Record<"docker" | "azurerm", Schemas>>;

const REGISTRIES = ["registry.terraform.io", "registry.opentofu.org"];

/** Serves both providers on sockets of their own until `close`. */
export async function serveProviders({ store, cloud, engines, socketFolder }: ServeOptions): Promise<ServedProviders> {
  const docker: ProviderDefinition<DockerClient> = {
    ...dockerTypes,
    schemas: served.docker,
    behaviours: dockerProviderBehaviours,
    configure: (config) => configureDocker(config, engines),
  };
  const azurerm: ProviderDefinition<AzureClient> = {
    ...azureTypes,
    schemas: served.azurerm,
    behaviours: azureProviderBehaviours,
    validateProvider: validateAzure,
    configure: (config) => configureAzure(config, cloud),
  };
  const [dockerListener, azureListener] = await Promise.all([
    listenForTerraform(docker, store, socketFolder, "docker"),
    listenForTerraform(azurerm, store, socketFolder, "azurerm"),
  ]);
  const entries = REGISTRIES.flatMap((registry): [string, Reattach][] => [
    [`${registry}/${served.docker.source}`, dockerListener.reattach],
    [`${registry}/${served.azurerm.source}`, azureListener.reattach],
  ]);
  return {
    reattach: Object.fromEntries(entries),
    async close() {
      await Promise.all([dockerListener.close(), azureListener.close()]);
    },
  };
}
