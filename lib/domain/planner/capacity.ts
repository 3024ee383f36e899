import { describeMemory } from "../memory";
import { comparePlaces, compareText } from "../order";
import type { SizePlan } from "../plan";
import { type Place, type Report, below, shownName } from "../report";
import type { JudgedEngine } from "./engine";
import type { Tenant } from "./tenants";

const MOST_NAMED = 5;

/** Compares the sum of what runs on an engine with what the engine is declared to have; of several words, the least. */
export function judgeCapacity(engines: readonly JudgedEngine[], tenants: readonly Tenant[], report: Report): void {
  const cores = leastOf(engines, ({ cores: declared }) => declared);
  if (cores !== undefined) {
    const needed = sumOf(tenants, (size) => size.cores);
    if (needed > cores.least) {
      const message = `the containers need ${needed} cores, the engine has ${cores.least}: ${largest(tenants, coresOf)}`;
      report.error("SPC220", below(cores.place, "cores"), message, "use smaller sizes or another engine");
    }
  }
  const memory = leastOf(engines, ({ memoryMiB }) => memoryMiB);
  if (memory !== undefined) {
    const needed = sumOf(tenants, memoryOf);
    if (needed > memory.least) {
      const message =
        `the containers need ${describeMemory(needed)} with their models, ` +
        `the engine has ${describeMemory(memory.least)}: ${largest(tenants, memoryOf, describeMemory)}`;
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

/** In hundredths, so that 0.1 and 0.2 make 0.3. */
function sumOf(tenants: readonly Tenant[], amountOf: (size: SizePlan) => number): number {
  const hundredths = tenants.reduce(
    (sum, { container }) => sum + (container.size === undefined ? 0 : Math.round(amountOf(container.size) * 100)),
    0,
  );
  return hundredths / 100;
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
