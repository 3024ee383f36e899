import { groupBy } from "../group-by";
import { ANY_ADDRESS, LOOPBACK, allocatePorts, freePort, overlaps } from "../ports";
import { type Report, below } from "../report";
import type { JudgedContainer } from "./container";
import { lineOf } from "./naming";
import type { Tenant } from "./tenants";

/** The host port of each container, by its id; undefined if there was none left. */
export type Ports = ReadonlyMap<string, number | undefined>;

/** Explicit ports win; the others get the first free one from where their name points. */
export function judgePorts(tenants: readonly Tenant[], reserved: ReadonlySet<number>, report: Report): Ports {
  const explicit = groupBy(
    tenants.filter(({ container }) => container.port !== undefined),
    ({ container }) => container.port ?? 0,
  );
  const seekers = tenants
    .filter(({ container }) => container.request.port === undefined)
    .map(({ id, container }) => ({ id, name: container.request.name }));
  const allocated = allocatePorts(seekers, new Set([...explicit.keys(), ...reserved]));
  const taken = new Set([...explicit.keys(), ...allocated.values(), ...reserved]);
  for (const [port, sharing] of explicit) {
    if (reserved.has(port)) {
      judgeReservedPort(port, sharing, taken, report);
    } else {
      judgeOnePort(port, sharing, taken, report);
    }
  }
  for (const { id, container } of tenants) {
    if (container.request.port === undefined && allocated.get(id) === undefined) {
      const hint = "give it a port, or move it to another engine";
      report.error("SPC208", below(container.place, "port"), "no port is free on this engine", hint);
    }
  }
  return new Map([
    ...allocated,
    ...tenants.flatMap(({ id, container: { port } }) => (port === undefined ? [] : [[id, port] as const])),
  ]);
}

/** What is reserved has no address of its own: it is taken on all of them. */
function judgeReservedPort(
  port: number,
  tenants: readonly Tenant[],
  taken: Set<number | undefined>,
  report: Report,
): void {
  for (const { container } of tenants) {
    const hint = freeHint(port, taken);
    report.error(
      "SPC209",
      below(container.place, "port"),
      `${port} is reserved on this engine for something else`,
      hint,
    );
  }
}

/** A free port to write; the next one that asks gets another. */
function freeHint(port: number, taken: Set<number | undefined>): string {
  const free = freePort(port, taken) ?? freePort(1024, taken);
  taken.add(free);
  return free === undefined ? "no port is free on this engine" : `free: ${free}`;
}

/** Reports each container that meets an earlier one, with the first that it meets. */
function judgeOnePort(port: number, tenants: readonly Tenant[], taken: Set<number | undefined>, report: Report): void {
  const firstByAddress = new Map<string, JudgedContainer>();
  for (const { container } of tenants) {
    const address = addressOf(container);
    const earlier = [...firstByAddress].find(([other]) => overlaps(address, other))?.[1];
    if (earlier !== undefined) {
      const message = `${port} is already taken by ${earlier.place.path}${lineOf(earlier.place)}`;
      report.error("SPC204", below(container.place, "port"), message, freeHint(port, taken));
    }
    if (!firstByAddress.has(address)) {
      firstByAddress.set(address, container);
    }
  }
}

/** An address that could not be judged counts as any, so that a clash is not hidden behind another problem. */
function addressOf({ request, address }: JudgedContainer): string {
  return address ?? (request.address === undefined ? LOOPBACK : ANY_ADDRESS);
}
