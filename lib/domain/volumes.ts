import type { DeploymentPlan } from "./plan";

/** What a volume keeps. None of it can be had again, so nothing that is planned deletes one (design decision D26). */
export type VolumePurpose = "model" | "licence" | "what a container writes";

/** Names are made in `mounts.ts`; the deployment's name is in front of them. */
const PURPOSES: readonly { readonly purpose: VolumePurpose; readonly rest: RegExp }[] = [
  { purpose: "model", rest: /^-model-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/ },
  { purpose: "licence", rest: /^-license-[a-z0-9-]+-[0-9a-f]{8}$/ },
  { purpose: "what a container writes", rest: /^-output-[a-z0-9-]+$/ },
];

/** What a volume of this deployment keeps; undefined for the volumes of others. */
export function purposeOfVolume(deployment: string, volume: string): VolumePurpose | undefined {
  if (!volume.startsWith(deployment)) return undefined;
  const rest = volume.slice(deployment.length);
  return PURPOSES.find((each) => each.rest.test(rest))?.purpose;
}

/** A volume as an engine has it. */
export interface EngineVolume {
  readonly name: string;
  /** Names of the engine's containers that mount it; those that do not run hold it too. */
  readonly heldBy: readonly string[];
}

/**
 * `used`: the configuration and the engine have it. `to be made`: only the configuration does. `left`: only the engine
 * does, from an earlier configuration.
 */
export type VolumeState = "used" | "to be made" | "left";

export interface JudgedVolume extends EngineVolume {
  /** As configured; undefined: the local engine. */
  readonly engine?: string;
  readonly purpose?: VolumePurpose;
  readonly state: VolumeState;
  /** The configured containers that mount it. */
  readonly containers: readonly string[];
}

/** An engine of a plan: sites that share it are one. */
export interface PlannedEngine {
  readonly host?: string;
  readonly certPath?: string;
}

export function enginesOf({ sites }: DeploymentPlan): readonly PlannedEngine[] {
  const engines = new Map<string | undefined, PlannedEngine>();
  for (const { engine } of sites) {
    const { host, certPath } = engine;
    engines.set(host, { ...(host === undefined ? {} : { host }), ...(certPath === undefined ? {} : { certPath }) });
  }
  return [...engines.values()];
}

/** Compares what an engine holds with what the configuration uses there; volumes of other deployments are left out. */
export function judgeVolumes(
  plan: DeploymentPlan,
  { host }: PlannedEngine,
  held: readonly EngineVolume[],
): readonly JudgedVolume[] {
  const users = volumeUsers(plan, host);
  const heldBy = new Map(held.map((volume) => [volume.name, volume.heldBy]));
  const own = held.map(({ name }) => name).filter((name) => purposeOfVolume(plan.name, name) !== undefined);
  return [...new Set([...users.keys(), ...own])].sort().map((name) => ({
    name,
    ...(host === undefined ? {} : { engine: host }),
    purpose: purposeOfVolume(plan.name, name),
    state: !heldBy.has(name) ? "to be made" : users.has(name) ? "used" : "left",
    containers: users.get(name) ?? [],
    heldBy: heldBy.get(name) ?? [],
  }));
}

/** Configured containers by the volume that they mount; in several sites they are named `site/name`. */
function volumeUsers(
  { layout, sites }: DeploymentPlan,
  host: string | undefined,
): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const site of sites.filter(({ engine }) => engine.host === host)) {
    for (const { name, mounts } of site.containers) {
      for (const { source } of mounts.filter(({ type }) => type === "volume")) {
        users.set(source, [...(users.get(source) ?? []), layout === "sites" ? `${site.name}/${name}` : name]);
      }
    }
  }
  return users;
}
