import type { VerifyTarget } from "../operate";
import type { Outputs, SynthesizedStack } from "../terraform";
import { engineHostOf, type Deployment } from "./deployment";
import type { Terminal } from "./terminal";
import { columns } from "./text";

export interface StackOutputs {
  readonly stack: SynthesizedStack;
  readonly outputs: Outputs;
}

/** The outputs of all stacks as one document; in several sites, containers are named `site/name`. */
export function mergedOutputs(all: readonly StackOutputs[]): Readonly<Record<string, unknown>> {
  const merged: Record<string, unknown> = {};
  const severalSites = all.filter(({ outputs }) => outputs.containers !== undefined).length > 1;
  for (const { outputs } of all) {
    const sites = siteOfContainers(outputs);
    for (const [name, { sensitive, value }] of Object.entries(outputs)) {
      if (sensitive) continue;
      const byName = name === "host_urls" || name === "containers";
      if (byName && isRecord(value)) {
        merged[name] = { ...(merged[name] as object), ...(severalSites ? renamed(value, sites) : value) };
      } else if (!(name in merged)) merged[name] = value;
    }
  }
  return merged;
}

/** Containers to verify, each with the address where the sandbox runs it. */
export async function targetsOf(
  deployment: Deployment,
  all: readonly StackOutputs[],
): Promise<readonly VerifyTarget[]> {
  const { targetsOfOutput } = require("../operate") as typeof import("../operate");
  const found = await Promise.all(
    all.map(async ({ stack, outputs }) => {
      const targets = targetsOfOutput(outputs.containers?.value);
      const address = targets.length === 0 ? undefined : await deployment.sandbox?.addressOf(engineHostOf(stack));
      return targets.map((target) => (address === undefined ? target : { ...target, address }));
    }),
  );
  if (found.filter((targets) => targets.length > 0).length <= 1) return found.flat();
  return found.flat().map((target) => ({ ...target, name: `${target.site}/${target.name}` }));
}

/** Name, function, what it serves (voice, model, locale or language), host URL; one container a row. */
export function renderTargets(targets: readonly VerifyTarget[], terminal: Terminal): string {
  const rows = targets.map((target) => [
    target.name,
    target.function ?? "",
    target.voice ?? target.modelId ?? target.locale ?? target.language ?? "",
    isElsewhere(target) ? `${target.hostUrl} (here: ${target.address})` : target.hostUrl,
  ]);
  return columns(rows, terminal.width);
}

/** The sandbox runs it at an address that its host URL does not name. */
function isElsewhere({ hostUrl, address }: VerifyTarget): boolean {
  const host = new URL(hostUrl.replace(/^ws/, "http")).hostname;
  return address !== undefined && address !== host && !(host === "localhost" && address === "127.0.0.1");
}

function siteOfContainers(outputs: Outputs): (name: string) => string | undefined {
  const containers = outputs.containers?.value;
  return (name) => {
    const container = isRecord(containers) ? containers[name] : undefined;
    return isRecord(container) && typeof container.site === "string" ? container.site : undefined;
  };
}

function renamed(
  value: Readonly<Record<string, unknown>>,
  siteOf: (name: string) => string | undefined,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      siteOf(name) === undefined ? name : `${siteOf(name)}/${name}`,
      entry,
    ]),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
