import { NEWEST_EDITION, findFunctionEdition } from "./catalogue";
import type { Edition } from "./catalogue/types";
import { renderReference } from "./image";
import type { ContainerPlan } from "./plan";
import { planDeployment } from "./planner/deployment";
import type { Problem } from "./problems";
import type { ContainerRequest, DeploymentRequest, SiteRequest } from "./request";
import { describeSize } from "./sizing";

/** What an edition makes of a container. */
export interface EditionFacts {
  readonly image: string;
  /** Such as `8 cores, 16 GB`. */
  readonly size: string;
  /** The port on which the container listens. */
  readonly containerPort: number;
}

/** A container in two editions. A side is absent when its edition cannot plan the container. */
export interface ContainerChange {
  readonly site: string;
  readonly name: string;
  readonly function: string;
  readonly before?: EditionFacts;
  readonly after?: EditionFacts;
  /** What takes its place where the other edition does not have the function. */
  readonly replacement?: string;
}

export interface EditionChange {
  readonly from: string;
  readonly to: Edition;
  readonly containers: readonly ContainerChange[];
  /** What the other edition says of the configuration. */
  readonly problems: readonly Problem[];
}

/** What a configuration would become in another edition. A lock is not looked at: it names images of one edition. */
export function compareEditions(given: DeploymentRequest, to: Edition): EditionChange {
  const { lock: _lock, ...request } = given;
  const from = request.edition ?? NEWEST_EDITION;
  const containers = request.sites.flatMap((site) =>
    site.containers.map((container): ContainerChange => {
      const [before, after] = [from, to].map((edition) => factsIn(edition, request, site, container));
      const replacement =
        findFunctionEdition(container.function, to) === undefined
          ? findFunctionEdition(container.function, from)?.retirement?.value.replacement
          : undefined;
      return {
        site: site.name,
        name: container.name,
        function: container.function,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
        ...(replacement === undefined ? {} : { replacement }),
      };
    }),
  );
  return { from, to, containers, problems: planDeployment({ ...request, edition: to }).problems };
}

/** The container planned by itself, so that what is wrong with others does not hide it. */
function factsIn(
  edition: string,
  request: DeploymentRequest,
  site: SiteRequest,
  { sentiment: _sentiment, ...container }: ContainerRequest,
): EditionFacts | undefined {
  const alone = { ...site, containers: [{ ...container, allowRetired: true }] };
  const result = planDeployment({ ...request, edition, sites: [alone] });
  return result.ok ? result.plan.sites.flatMap((planned) => planned.containers.map(factsOf))[0] : undefined;
}

function factsOf({ image, size, port }: ContainerPlan): EditionFacts {
  return { image: renderReference(image), size: describeSize(size), containerPort: port.container };
}

/** Whether the next deploy replaces or changes the container. */
export function isChanged({ before, after }: ContainerChange): boolean {
  return before?.image !== after?.image || before?.size !== after?.size;
}
