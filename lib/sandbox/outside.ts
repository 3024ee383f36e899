import { accountKinds } from "../domain/account-kinds";
import type { AccountProperties, AccountRecord, Cloud } from "./azure";
import { normalizeLocation } from "./provider/azurerm/behaviours";
import type { Engine, Engines } from "./engine";
import { containerDefaults, type ContainerSettings } from "./engine/records";

/** What happens outside Terraform: the vocabulary of the recorded cases. */
export type OutsideAction =
  | { readonly stop: string }
  | { readonly start: string }
  | { readonly restart: string }
  | { readonly removeContainer: string }
  | { readonly runContainer: RunContainer }
  | { readonly untilRestarting: string }
  | { readonly updateContainer: { readonly name: string; readonly memory?: string; readonly restart?: string } }
  /** `content` tells images apart: two tags with one content are one image. */
  | { readonly addImage: { readonly tag: string; readonly content: string } }
  | { readonly removeImage: string }
  /** The tag points to the image with the content `to` from now on. */
  | { readonly moveTag: { readonly tag: string; readonly to: string } }
  | { readonly addFolder: string }
  | { readonly removeVolume: string }
  | { readonly removeNetwork: string }
  | { readonly addGroup: string; readonly location?: string }
  | { readonly addAccount: AddedAccount }
  | { readonly regenerateKey: { readonly account: string; readonly key: "key1" | "key2" } }
  | { readonly setAccount: SetAccount }
  | { readonly deleteAccount: string }
  | { readonly purgeAccount: string };

interface AddedAccount {
  readonly name: string;
  readonly group: string;
  readonly location?: string;
  readonly kind?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

interface RunContainer {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  /** `address:host:container`. */
  readonly publish?: readonly string[];
  /** `source:target`. */
  readonly volumes?: readonly string[];
  readonly network?: string;
}

interface SetAccount {
  readonly account: string;
  readonly sku?: { readonly name: string };
  readonly tags?: Readonly<Record<string, string>>;
  readonly properties?: AccountProperties;
}

export interface OutsideWorld {
  readonly engines: Engines;
  readonly cloud: Cloud;
}

const UNITS: Readonly<Record<string, number>> = { "": 1, b: 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };

function parseSize(text: string): number {
  const match = /^(\d+)([bkmg]?)$/i.exec(text);
  const unit = UNITS[match?.[2]?.toLowerCase() ?? ""];
  if (!match || unit === undefined) throw new Error(`"${text}" is no size such as 512m`);
  return Number(match[1]) * unit;
}

const settingsOf = ({ name, image, command, publish, volumes, network }: RunContainer): ContainerSettings => ({
  ...containerDefaults,
  name,
  image,
  command: command ?? [],
  ports: (publish ?? []).map((text) => {
    const [address = "", host, container] = text.split(":");
    return { address, host: Number(host), container: Number(container), protocol: "tcp" };
  }),
  binds: (volumes ?? []).map((text) => `${text}:rw`),
  networkMode: network ?? "",
});

async function runContainer(engine: Engine, asked: RunContainer): Promise<void> {
  engine.ensureImage(asked.image);
  await engine.startContainer(engine.createContainer(settingsOf(asked)).id);
}

/** How long a crash loop may take to show, in milliseconds. */
const CRASH_DEADLINE = 5000;

async function untilRestarting(engine: Engine, name: string): Promise<void> {
  const deadline = Date.now() + CRASH_DEADLINE;
  while (engine.inspectContainer(name).status !== "restarting") {
    if (Date.now() > deadline) throw new Error(`container "${name}" does not restart`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export function accountNamed(cloud: Cloud, name: string): AccountRecord {
  const account = cloud.accounts().find((candidate) => candidate.name === name);
  if (!account) throw new Error(`there is no account "${name}"`);
  return account;
}

const REGION = "westeurope";
const { speech, textAnalytics: text } = accountKinds;

function addGroup(cloud: Cloud, name: string, asked = REGION): void {
  const location = normalizeLocation(asked);
  if (cloud.findGroup(name)) throw new Error(`there is a resource group "${name}" already`);
  cloud.putGroup({ name, location, tags: {} });
}

function addAccount(
  cloud: Cloud,
  { name, group, location: asked = REGION, kind = "SpeechServices", tags }: AddedAccount,
): void {
  const location = normalizeLocation(asked);
  if (cloud.findAccount({ group, name })) throw new Error(`there is an account "${name}" in "${group}" already`);
  if (!cloud.findGroup(group)) cloud.putGroup({ name: group, location, tags: {} });
  cloud.createAccount({
    name,
    group,
    location,
    kind,
    sku: { name: (kind === text.kind.value ? text : speech).skus.standard.value },
    tags: { ...tags },
    properties: { publicNetworkAccess: "Enabled", disableLocalAuth: false },
  });
}

function purgeAccount(cloud: Cloud, name: string): void {
  const deleted = cloud.deletedAccounts().find((candidate) => candidate.name === name);
  if (!deleted) throw new Error(`there is no deleted account "${name}"`);
  cloud.purgeAccount(deleted);
}

function setAccount(cloud: Cloud, { account, sku, tags, properties }: SetAccount): void {
  cloud.patchAccount(accountNamed(cloud, account), {
    ...(sku && { sku }),
    ...(tags && { tags: { ...tags } }),
    ...(properties && { properties }),
  });
}

/** Does it; rejects with a message when the thing named is not there. Engine actions go to `host`, else to the default. */
export async function outside({ engines, cloud }: OutsideWorld, action: OutsideAction, host?: string): Promise<void> {
  const engine = engines.engineFor(host);
  if (!engine) throw new Error(`the sandbox has no engine "${host ?? ""}"`);
  if ("stop" in action) await engine.stopContainer(action.stop);
  else if ("start" in action) await engine.startContainer(action.start);
  else if ("restart" in action) {
    await engine.stopContainer(action.restart);
    await engine.startContainer(action.restart);
  } else if ("removeContainer" in action) await engine.removeContainer(action.removeContainer);
  else if ("runContainer" in action) await runContainer(engine, action.runContainer);
  else if ("untilRestarting" in action) await untilRestarting(engine, action.untilRestarting);
  else if ("updateContainer" in action) {
    const { name, memory, restart } = action.updateContainer;
    const size = memory === undefined ? 0 : parseSize(memory);
    engine.updateContainer(name, {
      memory: size,
      memorySwap: size,
      cpuShares: 0,
      cpuSet: "",
      restart: { name: restart ?? "", maximumRetryCount: 0 },
    });
  } else if ("addImage" in action) engine.tagImage(action.addImage.tag, action.addImage.content);
  else if ("moveTag" in action) engine.tagImage(action.moveTag.tag, action.moveTag.to);
  else if ("removeImage" in action) engine.removeImage(action.removeImage, true);
  else if ("addFolder" in action) engine.addFolder(action.addFolder);
  else if ("removeVolume" in action) await engine.removeVolume(action.removeVolume);
  else if ("removeNetwork" in action) engine.removeNetwork(action.removeNetwork);
  else if ("addGroup" in action) addGroup(cloud, action.addGroup, action.location);
  else if ("addAccount" in action) addAccount(cloud, action.addAccount);
  else if ("setAccount" in action) setAccount(cloud, action.setAccount);
  else if ("purgeAccount" in action) purgeAccount(cloud, action.purgeAccount);
  else if ("deleteAccount" in action) cloud.deleteAccount(accountNamed(cloud, action.deleteAccount));
  else cloud.regenerateKey(accountNamed(cloud, action.regenerateKey.account), action.regenerateKey.key);
}
