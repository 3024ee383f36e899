import { displayStepNames } from "../display-models";
import { groupBy } from "../group-by";
import { licenseStepName } from "../license-step";
import { canonicalPath } from "../mounts";
import type { MountPlan } from "../plan";
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
      judgeModels(tenants, report);
      judgeCapacity(
        sharing.map(({ engine }) => engine),
        tenants,
        report,
      );
      const reserved = new Set(sharing.flatMap(({ engine }) => engine.reserved.ports));
      return [...judgePorts(tenants, reserved, report)];
    }),
  );
}

/** `a-b` with `c` and `a` with `b-c` have one name on the engine; the steps of a container have names of their own. */
function judgeNames(tenants: readonly Tenant[], report: Report): void {
  const named = tenants.flatMap((tenant) => namesOf(tenant).map((name) => ({ name, tenant })));
  for (const [name, [first, ...others]] of groupBy(named, (each) => each.name)) {
    for (const { tenant } of others) {
      if (first !== undefined && tenant.id !== first.tenant.id) {
        const { place } = first.tenant.container;
        const of = name === first.tenant.engineName ? "" : "a step of ";
        const message = `${quoted(name)} is already the name of ${of}${place.path}${lineOf(place)} on this engine`;
        report.error("SPC407", tenant.container.place, message, "rename the container or its site");
      }
    }
  }
}

function namesOf({ engineName, container: { disconnected, displayModels } }: Tenant): readonly string[] {
  return [
    engineName,
    ...(displayModels === undefined ? [] : displayStepNames(engineName, displayModels)),
    ...(disconnected === undefined ? [] : [licenseStepName(engineName)]),
  ];
}

/** A container that finds a model in its folder or volume serves that one, whatever its model id says. */
function judgeModels(tenants: readonly Tenant[], report: Report): void {
  const mounted = tenants.flatMap(({ container }) =>
    container.mounts
      .filter(({ target }) => target === container.edition?.modelFolder?.value)
      .map((mount) => ({ mount, container })),
  );
  for (const [first, ...others] of groupBy(mounted, ({ mount }) => storeOf(mount)).values()) {
    for (const { mount, container } of others) {
      if (first !== undefined && modelOf(first.container) !== modelOf(container)) {
        const { place } = first.container;
        const message = `${quoted(mount.source)} already holds the model of ${place.path}${lineOf(place)}`;
        if (mount.type === "bind") {
          const hint = "use a folder of its own, or leave the line out for a volume";
          report.error("SPC232", below(below(container.place, "mounts"), "models"), message, hint);
        } else {
          const hint = "add mounts: { models: <folder of its own> }";
          report.error("SPC232", below(container.place, "modelId"), message, hint);
        }
      }
    }
  }
}

/** The same for two mounts of one folder or volume. */
function storeOf({ type, source }: MountPlan): string {
  return `${type} ${type === "bind" ? canonicalPath(source) : source}`;
}

function modelOf({ request, chosen }: JudgedContainer): string | undefined {
  return chosen?.modelId === undefined ? undefined : `${request.function} ${chosen.modelId.toLowerCase()}`;
}
