import { groupBy } from "../../domain/group-by";
import { ANY_ADDRESS, overlaps } from "../../domain/ports";
import type { PlanView, ResourceView } from "../plan-view";
import { engineOf } from "../providers";
import { blocksOf, isNumber, isText, knownValue, only } from "../reading";
import { fail, pass, undecided, type Outcome, type Rule, type RuleContext } from "../rule";
import type { ContainerView } from "../views/container";

interface Published {
  readonly resource: ResourceView;
  readonly address: string;
  readonly port: number;
  readonly protocol: string;
}

/** Ports of one engine. */
export const ctr7: Rule = {
  id: "CTR-7",
  title: "no two containers of an engine publish one port",
  level: "error",
  why: "The second one fails during apply, when the container that it replaces is already gone.",
  fix: "give one of them another port",
  source: "measured with kreuzwerker/docker 3.6.2: port is already allocated",
  judge,
};

function judge({ plan, containers }: RuleContext): readonly Outcome[] {
  const speech = new Set(containers.map(({ resource }) => resource));
  const published = plan.resources.filter(isPlanned).flatMap((resource) => publishedBy(plan, resource));
  const taken = groupBy(published, ({ resource, port, protocol }) => `${engineOf(plan, resource)} ${port}/${protocol}`);
  const clashes = [...taken.values()].flatMap((all) => clashesOf(all, speech));
  const clashing = new Set(clashes.map(({ loser }) => loser));
  return [
    ...clashes.map(({ loser, winner, port }) =>
      fail(loser, `port ${port} is already taken by ${winner.address} on the same engine`, { part: String(port) }),
    ),
    ...containers
      .filter(({ resource }) => !clashing.has(resource))
      .map(({ resource, ports }) =>
        arePortsKnown(ports) ? pass(resource) : undecided(resource, "ports known after apply"),
      ),
  ];
}

function arePortsKnown(ports: ContainerView["ports"]): boolean {
  return ports.state !== "unknown" && (knownValue(ports) ?? []).every(({ external }) => external.state !== "unknown");
}

interface Clash {
  readonly loser: ResourceView;
  readonly winner: ResourceView;
  readonly port: number;
}

/** Each container that meets an earlier one; the finding is on the one that is Speech's. */
function clashesOf(all: readonly Published[], speech: ReadonlySet<ResourceView>): readonly Clash[] {
  if (all.length < 2) return [];
  const taken: Taken = new Map();
  return all.flatMap((one, order) => {
    const earlier = earliestClash(taken, one);
    take(taken, one, order);
    if (earlier === undefined) return [];
    const [loser, winner] = speech.has(one.resource) ? [one.resource, earlier] : [earlier, one.resource];
    return speech.has(loser) ? [{ loser, winner, port: one.port }] : [];
  });
}

/** By address, the first two containers that publish there: who meets a third one has met one of these before. */
type Taken = Map<string, { readonly resource: ResourceView; readonly order: number }[]>;

function take(taken: Taken, { resource, address }: Published, order: number): void {
  const first = taken.get(address) ?? [];
  taken.set(address, first);
  if (first.length < 2 && first[0]?.resource !== resource) first.push({ resource, order });
}

function earliestClash(taken: Taken, { resource, address }: Published): ResourceView | undefined {
  const met = [...taken].flatMap(([other, first]) => (overlaps(address, other) ? first : []));
  const others = met.filter((other) => other.resource !== resource);
  return others.sort((one, other) => one.order - other.order)[0]?.resource;
}

function isPlanned({ type, mode, after, deposed }: ResourceView): boolean {
  return type === "docker_container" && mode === "managed" && after !== undefined && deposed === undefined;
}

function publishedBy(plan: PlanView, resource: ResourceView): readonly Published[] {
  return (knownValue(blocksOf(plan, resource, "ports")) ?? []).flatMap((block) => {
    const port = knownValue(only(block("external"), isNumber));
    if (port === undefined) return [];
    const address = knownValue(only(block("ip"), isText)) ?? ANY_ADDRESS;
    const protocol = knownValue(only(block("protocol"), isText)) ?? "tcp";
    return [{ resource, address, port, protocol }];
  });
}
