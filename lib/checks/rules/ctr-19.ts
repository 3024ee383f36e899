import type { Size } from "../../domain/catalogue/types";
import { groupBy } from "../../domain/group-by";
import { describeMemory, parseMemory } from "../../domain/memory";
import { describeCores, modelMemoryBeside, sizesOf } from "../../domain/sizing";
import { catalogueEntry } from "../image-uses";
import { endsByItself } from "../offline";
import type { PlanView } from "../plan-view";
import { engineOf } from "../providers";
import { isRecord } from "../reader/stack";
import { knownValue } from "../reading";
import { fail, pass, undecided, type Outcome, type Rule, type RuleContext, type Subject } from "../rule";
import type { ContainerView } from "../views/container";

/** The sum of an engine. */
export const ctr19: Rule = {
  id: "CTR-19",
  title: "containers fit on their engine",
  level: "error",
  why: "An engine that runs out of memory pages models in and out, which Microsoft calls disastrous.",
  fix: "use smaller sizes, or move containers to another engine",
  source: "MicrosoftDocs/azure-docs speech-container-faq.md, March 2021",
  options: {
    cores: "cores of each engine that declares none; default: not judged",
    memory: "memory of each engine that declares none, such as 64g; default: not judged",
  },
  judge: (context) => [...enginesOf(context)].flatMap(([, containers]) => judgeEngine(context, containers)),
};

function enginesOf({ plan, containers }: RuleContext): ReadonlyMap<string, readonly ContainerView[]> {
  const serving = containers.filter((each) => !endsByItself(each));
  return groupBy(serving, ({ resource }) => engineOf(plan, resource));
}

function judgeEngine({ options, plan }: RuleContext, containers: readonly ContainerView[]): readonly Outcome[] {
  const said = (name: string): unknown =>
    containers.map(({ resource }) => resource.facts.engine?.[name]).find((value) => value !== undefined);
  const declared = (name: string): unknown => said(name) ?? options[name];
  const reserved = said("reserved");
  const kept = isRecord(reserved) ? reserved : {};
  const subject = engineSubject(plan, containers);
  const cores = { part: "cores", has: amountOf(declared("cores")), keeps: amountOf(kept["cores"]) };
  const memory = { part: "memory", has: memoryOf(declared("memory")), keeps: memoryOf(kept["memory"]) };
  return [
    ...judgeSum(subject, cores, containers.map(coresOf), describeCores),
    ...judgeSum(subject, memory, containers.map(neededMemory), describeMemory),
  ];
}

/** The engine as people find it: its containers' network, provider, or first container. */
function engineSubject(plan: PlanView, containers: readonly ContainerView[]): Subject {
  const key = containers[0]?.resource.providerKey;
  const network = plan.resources.find(({ type, providerKey }) => type === "docker_network" && providerKey === key);
  return network ?? containers[0]?.resource ?? {};
}

/** What an engine has of one thing, and what it keeps for other programs; 0: not said. */
interface Capacity {
  readonly part: string;
  readonly has: number;
  readonly keeps: number;
}

function judgeSum(
  subject: Subject,
  { part, has, keeps }: Capacity,
  amounts: readonly (number | undefined)[],
  describe: (amount: number) => string,
): readonly Outcome[] {
  if (has === 0) return [];
  const known = amounts.filter((amount) => amount !== undefined);
  const sum = Math.round(known.reduce((total, amount) => total + amount, 0) * 100) / 100;
  if (Math.round((sum + keeps) * 100) / 100 > has) {
    const less = keeps === 0 ? "" : `, of which ${describe(keeps)} are reserved`;
    const message = `the containers of this engine need ${describe(sum)}, it has ${describe(has)}${less}`;
    return [fail(subject, message, { part })];
  }
  return [
    known.length < amounts.length ? undecided(subject, `${part} of a container known after apply`) : pass(subject),
  ];
}

/** Undefined: not known. What is not limited takes the minimum of its function, at least. */
function coresOf({ cores, owner }: ContainerView): number | undefined {
  return cores.state === "unknown" ? undefined : (knownValue(cores) ?? minimumOf(owner).cores);
}

function minimumOf(owner: ContainerView["owner"]): Size {
  const entry = catalogueEntry(owner);
  return entry === undefined ? { cores: 0, memoryMiB: 0 } : sizesOf(entry).minimum;
}

/** The limit and what the model takes beside it. */
function neededMemory({ memoryMiB, cores, owner }: ContainerView): number | undefined {
  if (memoryMiB.state === "unknown") return undefined;
  const entry = catalogueEntry(owner);
  const limit = knownValue(memoryMiB) ?? minimumOf(owner).memoryMiB;
  const size = { cores: knownValue(cores) ?? 0, memoryMiB: limit };
  return limit + (entry === undefined ? 0 : modelMemoryBeside(entry, size));
}

function amountOf(declared: unknown): number {
  const amount = Number(declared);
  return amount > 0 ? amount : 0;
}

function memoryOf(declared: unknown): number {
  return typeof declared === "string" || typeof declared === "number" ? (parseMemory(declared) ?? 0) : 0;
}
