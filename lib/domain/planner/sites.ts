import { isHostName } from "../engine-host";
import { compareText } from "../order";
import { isLoopback } from "../ports";
import { type Place, type Report, below } from "../report";
import type { RegistryLoginPlan } from "../plan";
import type { SiteRequest } from "../request";
import { type JudgedContainer, type SiteSurroundings, judgeContainer } from "./container";
import { type JudgedEngine, judgeEngine } from "./engine";
import { judgeKeys } from "./keys";
import { quoted } from "../words";
import { judgeRepeated } from "./naming";
import { chooseRegistry, planLogins } from "./registry";
import { chooseProxy } from "./proxy";
import { judgeSettings } from "./settings";

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
  readonly registryLogins: readonly RegistryLoginPlan[];
}

export function judgeSite(context: SiteSurroundings, site: SiteToPlan, report: Report): JudgedSite {
  const { request, place } = site;
  const enginePlace = below(place, "engine", request.engine?.source ?? place.source);
  const registry = chooseRegistry(request.registry, below(place, "registry"), report) ?? context.registry;
  const proxy = chooseProxy(request.proxy, context.proxy, below(place, "proxy"), report);
  const ownSettings = judgeSettings(request.settings, below(place, "settings"), report);
  const settings = new Map([...context.settings, ...ownSettings]);
  const containersPlace = below(place, "containers");
  if (request.containers.length === 0) {
    report.error("SPC200", containersPlace, "there is no container to deploy", "add a container");
  }
  const containers = request.containers
    .map((container) =>
      judgeContainer(
        { ...context, stackId: site.stackId, registry, proxy, settings },
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
  const judged = judgeEngine(request.engine, enginePlace, report);
  judgeAdvertise(judged, containers, report);
  const uses = containers.flatMap((container) =>
    container.registry === undefined
      ? []
      : [{ registry: container.registry, place: below(container.place, "registry") }],
  );
  return { ...site, engine: judged, containers, registryLogins: planLogins(uses, report) };
}

/** Nobody reaches a loopback port by the machine's name, so a name without another port is without effect. */
function judgeAdvertise(
  { advertiseIsSet, plan: { advertise }, place }: JudgedEngine,
  containers: readonly JudgedContainer[],
  report: Report,
): void {
  const isOtherName = isHostName(advertise) && advertise !== "localhost" && !isLoopback(advertise);
  const onLoopback = containers.filter(({ address }) => address !== undefined && isLoopback(address));
  if (advertiseIsSet && isOtherName && containers.length > 0 && onLoopback.length === containers.length) {
    const message = `${quoted(advertise)} is advertised, but every port is published on loopback only`;
    const hint = "add address: with front: or exposed: to a container that others reach, or delete advertise:";
    report.warning("SPC411", below(place, "advertise"), message, hint);
  }
}
