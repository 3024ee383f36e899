import { engineNameOf } from "../names";
import { comparePlaces, compareText } from "../order";
import type { JudgedContainer } from "./container";
import type { JudgedSite } from "./sites";

/** A container on an engine that it may share with containers of other sites. */
export interface Tenant {
  readonly id: string;
  readonly engineName: string;
  readonly container: JudgedContainer;
}

/** What tells a container from all others of the deployment. */
export function tenantId(stackId: string, name: string): string {
  return `${stackId}/${name}`;
}

/** The containers of an engine in the order of the file, so that the later one of a clash is at fault. */
export function tenantsOf(sites: readonly JudgedSite[]): readonly Tenant[] {
  return sites
    .flatMap(({ stackId, containers }) =>
      containers.map((container) => ({
        id: tenantId(stackId, container.request.name),
        engineName: engineNameOf(stackId, container.request.name),
        container,
      })),
    )
    .sort(
      (left, right) =>
        comparePlaces(left.container.place.source, right.container.place.source) || compareText(left.id, right.id),
    );
}
