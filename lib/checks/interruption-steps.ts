import { freePort } from "../domain/ports";
import { groupBy } from "../domain/group-by";
import type { Interruption, TwoSteps } from "./interruption-report";
import type { PlanView } from "./plan-view";
import { engineOf } from "./providers";
import { knownValue } from "./reading";
import { isKeyRenewed, isStopped, replacedTogether } from "./replacements";
import { isAccount } from "./views/account";
import type { ContainerView } from "./views/container";

const FIRST_PORT = 5000;

/** Two steps for each endpoint that one of them keeps up; a container that does not run has nothing to keep up. */
export function twoSteps(
  plan: PlanView,
  views: readonly ContainerView[],
  endpoints: readonly Interruption[],
): readonly TwoSteps[] {
  const { running, byKey } = replacedTogether(plan);
  const byKeyAddresses = new Set(byKey.map(({ address }) => address));
  const keys = byKey.length > 1 && byKey.length === running.length ? [keySteps(endpoints, byKeyAddresses)] : [];
  const accounts = isAccountLost(plan) ? [accountSteps(endpoints)] : [];
  // An old key that is dead, or dies with its account, keeps nobody up.
  if (isKeyRenewed(plan) || accounts.length > 0) return accounts;
  const taken = takenPorts(plan, views);
  const ports = endpoints.flatMap((endpoint, index) => {
    const view = views[index];
    const isGone = endpoint.effect === "replaced" || endpoint.effect === "moves";
    if (view === undefined || !isGone || isStopped(view.resource)) return [];
    if (keys.length > 0 && byKeyAddresses.has(endpoint.address)) return [];
    return [portSteps(endpoint, nextPort(taken.get(engineOf(plan, view.resource))))];
  });
  return [...keys, ...ports];
}

/** Half of the containers keep the old key until the other half has loaded. */
function keySteps(endpoints: readonly Interruption[], addresses: ReadonlySet<string>): TwoSteps {
  const all = endpoints.filter(({ address }) => addresses.has(address));
  const half = all.slice(0, Math.ceil(all.length / 2));
  return {
    containers: all.map(({ name }) => name),
    first: `apply one half: ${half.map(({ address }) => `-target=${quotedForShell(address)}`).join(" ")}`,
    second: "when they are ready, apply the rest; renew the old key only after that",
  };
}

function isAccountLost({ resources }: PlanView): boolean {
  return resources.some(
    (resource) => isAccount(resource) && resource.mode === "managed" && resource.action === "replace",
  );
}

/** The keys of an account end with it. */
function accountSteps(endpoints: readonly Interruption[]): TwoSteps {
  return {
    containers: endpoints.filter(({ effect }) => effect === "replaced" || effect === "moves").map(({ name }) => name),
    first: "keep the account as it is, add the new one beside it, and apply",
    second: "move the containers to it, one half at a time, then remove the old account",
  };
}

/** A second container takes over before the first one goes. */
function portSteps({ name, effect, after }: Interruption, port: number): TwoSteps {
  const url = after?.replace(/:\d+$/, `:${port}`);
  const at = effect === "moves" && after !== undefined ? after : (url ?? `port ${port}`);
  return {
    containers: [name],
    first: `keep ${name} as it is, add a second container with the new settings at ${at}, and verify it`,
    second: `move the clients to it, then remove ${name}`,
  };
}

function takenPorts(plan: PlanView, views: readonly ContainerView[]): ReadonlyMap<string, Set<number>> {
  const byEngine = groupBy(views, ({ resource }) => engineOf(plan, resource));
  return new Map(
    [...byEngine].map(([engine, containers]) => [
      engine,
      new Set(
        containers.flatMap(({ ports }) => (knownValue(ports) ?? []).map(({ external }) => knownValue(external) ?? 0)),
      ),
    ]),
  );
}

/** Each proposal takes a port of its own. */
function nextPort(taken: Set<number> = new Set()): number {
  const port = freePort(FIRST_PORT, taken) ?? FIRST_PORT;
  taken.add(port);
  return port;
}

function quotedForShell(address: string): string {
  return /^[\w.-]+$/.test(address) ? address : `'${address}'`;
}
