import { groupBy } from "../group-by";
import { canonicalPath } from "../mounts";
import { type Report, below } from "../report";
import { quoted } from "../words";
import { judgeCapacity } from "./capacity";
import type { JudgedContainer } from "./container";
import { lineOf } from "./naming";
import { type Ports, judgePorts } from "./port-sharing";
import type { JudgedSite } from "./sites";
import { type Tenant, tenantsOf } from "./tenants";

/** Judges what containers on one engine share, across sites: ports, names, folders, capacity. Gives each its port. */
export function judgeSharing(sites: readonly JudgedSite[], report: Report): Ports {
  const engines = groupBy(sites, ({ engine }) => engine.key);
  return new Map(
    [...engines.values()].flatMap((sharing) => {
      const tenants = tenantsOf(sharing);
      judgeNames(tenants, report);
      judgeFolders(tenants, report);
      judgeCapacity(
        sharing.map(({ engine }) => engine),
        tenants,
        report,
      );
      return [...judgePorts(tenants, report)];
    }),
  );
}

/** `a-b` with `c` and `a` with `b-c` have one name on the engine. */
function judgeNames(tenants: readonly Tenant[], report: Report): void {
  for (const [name, [first, ...others]] of groupBy(tenants, ({ engineName }) => engineName)) {
    for (const { id, container } of others) {
      if (first !== undefined && id !== first.id) {
        const { place } = first.container;
        const message = `${quoted(name)} is already the name of ${place.path}${lineOf(place)} on this engine`;
        report.error("SPC407", container.place, message, "rename the container or its site");
      }
    }
  }
}

/** A container that finds a model in its folder serves that one, whatever its model id says. */
function judgeFolders(tenants: readonly Tenant[], report: Report): void {
  const bound = tenants.flatMap(({ container }) =>
    container.mounts.filter(({ type }) => type === "bind").map(({ source }) => ({ source, container })),
  );
  for (const [first, ...others] of groupBy(bound, ({ source }) => canonicalPath(source)).values()) {
    for (const { source, container } of others) {
      if (first !== undefined && modelOf(first.container) !== modelOf(container)) {
        const { place } = first.container;
        const message = `${quoted(source)} already holds the model of ${place.path}${lineOf(place)}`;
        const hint = "use a folder of its own, or leave the line out for a volume";
        report.error("SPC232", below(below(container.place, "mounts"), "models"), message, hint);
      }
    }
  }
}

function modelOf({ request, chosen }: JudgedContainer): string | undefined {
  return chosen?.modelId === undefined ? undefined : `${request.function} ${chosen.modelId.toLowerCase()}`;
}
