import { describeMemory } from "../memory";
import { comparePlaces, compareText } from "../order";
import type { ReservedPlan, SizePlan } from "../plan";
import { type Place, type Report, below, shownName } from "../report";
import type { JudgedEngine } from "./engine";
import type { Tenant } from "./tenants";

const MOST_NAMED = 5;

/** Compares the sum of what runs on an engine with what the engine is declared to have; of several words, the least. */
export function judgeCapacity(engines: readonly JudgedEngine[], tenants: readonly Tenant[], report: Report): void {
  const cores = leastOf(engines, ({ cores: declared }) => declared);
  if (cores !== undefined) {
    const needed = sumOf(tenants, coresOf);
    const reserved = mostOf(engines, (kept) => kept.cores);
    if (inHundredths(needed + reserved) > cores.least) {
      const message =
        `the containers need ${needed} cores, the engine has ${cores.least}${lessReserved(reserved, String)}: ` +
        largest(tenants, coresOf);
      report.error("SPC220", below(cores.place, "cores"), message, "use smaller sizes or another engine");
    }
  }
  const memory = leastOf(engines, ({ memoryMiB }) => memoryMiB);
  if (memory !== undefined) {
    const needed = sumOf(tenants, memoryOf);
    const reserved = mostOf(engines, (kept) => kept.memoryMiB);
    if (needed + reserved > memory.least) {
      const message =
        `the containers need ${describeMemory(needed)} with their models, ` +
        `the engine has ${describeMemory(memory.least)}${lessReserved(reserved, describeMemory)}: ${largest(tenants, memoryOf, describeMemory)}`;
      report.error("SPC221", below(memory.place, "memory"), message, "use smaller sizes or another engine");
    }
  }
}

const coresOf = (size: SizePlan): number => size.cores;

/** The limit, and what the model takes in the engine's file cache. */
const memoryOf = (size: SizePlan): number => size.memoryMiB + size.modelMemoryMiB;

function leastOf(
  engines: readonly JudgedEngine[],
  declared: (engine: JudgedEngine) => number | undefined,
): { readonly least: number; readonly place: Place } | undefined {
  return engines
    .flatMap((engine) => {
      const least = declared(engine);
      return least === undefined ? [] : [{ least, place: engine.place }];
    })
    .sort(
      (left, right) =>
        left.least - right.least ||
        comparePlaces(left.place.source, right.place.source) ||
        compareText(left.place.path, right.place.path),
    )[0];
}

/** Of several words on one engine, the largest. */
function mostOf(engines: readonly JudgedEngine[], kept: (reserved: ReservedPlan) => number): number {
  return Math.max(0, ...engines.map(({ reserved }) => kept(reserved)));
}

/** `, of which 4 are reserved`. */
function lessReserved(reserved: number, describe: (amount: number) => string): string {
  return reserved === 0 ? "" : `, of which ${describe(reserved)} are reserved`;
}

function sumOf(tenants: readonly Tenant[], amountOf: (size: SizePlan) => number): number {
  return tenants.reduce(
    (sum, { container: { size } }) => inHundredths(sum + (size === undefined ? 0 : amountOf(size))),
    0,
  );
}

/** So that 0.1 and 0.2 make 0.3. */
function inHundredths(amount: number): number {
  return Math.round(amount * 100) / 100;
}

function largest(
  tenants: readonly Tenant[],
  amountOf: (size: SizePlan) => number,
  describe: (amount: number) => string = String,
): string {
  const amounts = tenants
    .flatMap(({ container: { request, size } }) =>
      size === undefined ? [] : [{ name: request.name, amount: amountOf(size) }],
    )
    .sort((left, right) => right.amount - left.amount || compareText(left.name, right.name));
  const named = amounts.slice(0, MOST_NAMED).map(({ name, amount }) => `${shownName(name)} ${describe(amount)}`);
  const rest = amounts.length - named.length;
  return [...named, ...(rest > 0 ? [`${rest} more`] : [])].join(", ");
}
