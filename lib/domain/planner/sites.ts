import { compareText } from "../order";
import { type Place, type Report, below } from "../report";
import type { SiteRequest } from "../request";
import { type ContainerContext, type JudgedContainer, judgeContainer } from "./container";
import { type JudgedEngine, judgeEngine } from "./engine";
import { judgeKeys } from "./keys";
import { judgeRepeated } from "./naming";
import { chooseRegistry } from "./registry";

/** A site with the id of its stack and its place in the configuration. */
export interface SiteToPlan {
  readonly request: SiteRequest;
  readonly stackId: string;
  /** Of the site's own words; its containers are below it. */
  readonly place: Place;
}

export interface JudgedSite extends SiteToPlan {
  readonly engine: JudgedEngine;
  /** By name: the order in which they are written makes no difference. */
  readonly containers: readonly JudgedContainer[];
}

export function judgeSite(context: ContainerContext, site: SiteToPlan, report: Report): JudgedSite {
  const { request, place } = site;
  const enginePlace = below(place, "engine", request.engine?.source ?? place.source);
  const registry = chooseRegistry(request.registry, below(place, "registry"), report) ?? context.registry;
  const containersPlace = below(place, "containers");
  if (request.containers.length === 0) {
    report.error("SPC200", containersPlace, "there is no container to deploy", "add a container");
  }
  const containers = request.containers
    .map((container) =>
      judgeContainer(
        { ...context, registry },
        container,
        below(containersPlace, container.name, container.source),
        report,
      ),
    )
    .sort((left, right) => compareText(left.request.name, right.request.name));
  judgeRepeated(containers, report);
  const { containers: _containers, engine, ...own } = request;
  judgeKeys(own, place, report);
  judgeKeys(engine, enginePlace, report);
  return { ...site, engine: judgeEngine(request.engine, enginePlace, report), containers };
}
