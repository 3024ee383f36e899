import { renderReference } from "./image";
import { LOCAL_ENGINE, parseEngineHost } from "./engine-host";
import { groupBy } from "./group-by";
import type { AccountPlan, DeploymentPlan, PortPlan, ReservedPlan, SitePlan } from "./plan";
import type { PlannedEngine } from "./volumes";

/** What a plan takes of one engine and of the machine that it runs on. */
export interface EngineNeeds extends PlannedEngine {
  readonly sites: readonly string[];
  readonly cores: number;
  /** MiB; limits, and what models take beyond them. */
  readonly memoryMiB: number;
  readonly reserved: ReservedPlan;
  readonly ports: readonly NeededPort[];
  /** Image references, each once. */
  readonly images: readonly string[];
  /** Hosts that are reached by TCP 443, each once. */
  readonly hosts: readonly string[];
}

export interface NeededPort extends PortPlan {
  /** The container's configured name. */
  readonly of: string;
  /** The name on the engine: whoever has it may hold the port already. */
  readonly engineName: string;
}

/** What each engine of a plan, or only a site's, has to have; sites that share an engine are added up. */
export function engineNeeds(plan: DeploymentPlan, site?: string): readonly EngineNeeds[] {
  const engines = groupBy(plan.sites, ({ engine: { host } }) =>
    host === undefined ? LOCAL_ENGINE : (parseEngineHost(host)?.key ?? host),
  );
  return [...engines.values()]
    .filter((sites) => site === undefined || sites.some(({ name }) => name === site))
    .map((sites) => needsOf(sites, plan.account));
}

/** Whether an engine runs on the machine that asks, or in a virtual machine on it. */
export function isLocalEngine({ host }: PlannedEngine): boolean {
  return host === undefined || parseEngineHost(host)?.hostName === undefined;
}

function needsOf(sites: readonly SitePlan[], account: AccountPlan): EngineNeeds {
  const { host, certPath } = sites[0]?.engine ?? {};
  const containers = sites.flatMap((site) => site.containers);
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
  const reserved = sites.map(({ engine }) => engine.reserved ?? NOTHING);
  return {
    ...(host === undefined ? {} : { host }),
    ...(certPath === undefined ? {} : { certPath }),
    sites: sites.map(({ name }) => name),
    cores: Math.round(sum(containers.map(({ size }) => size.cores)) * 100) / 100,
    memoryMiB: sum(containers.map(({ size }) => size.memoryMiB + size.modelMemoryMiB)),
    reserved: {
      ports: [...new Set(reserved.flatMap(({ ports }) => ports))],
      cores: Math.max(0, ...reserved.map(({ cores }) => cores)),
      memoryMiB: Math.max(0, ...reserved.map(({ memoryMiB }) => memoryMiB)),
    },
    ports: containers.map(({ name, engineName, port }) => ({ ...port, of: name, engineName })),
    images: [...new Set(containers.map(({ image }) => renderReference(image)))].sort(),
    hosts: [...new Set([...containers.map(({ image }) => image.registry), ...billingHostOf(account)])].sort(),
  };
}

const NOTHING: ReservedPlan = { ports: [], cores: 0, memoryMiB: 0 };

/** The host that usage is reported to, as far as it is known before the account is; other clouds have other names. */
function billingHostOf(account: AccountPlan): readonly string[] {
  switch (account.kind) {
    case "endpoint":
      return URL.canParse(account.endpoint) ? [new URL(account.endpoint).hostname] : [];
    case "create":
      if (account.customSubdomain !== undefined) return [`${account.customSubdomain}.cognitiveservices.azure.com`];
      return /^(?:usgov|usdod|china)/.test(account.location) ? [] : [`${account.location}.api.cognitive.microsoft.com`];
    case "existing":
      return [];
  }
}
