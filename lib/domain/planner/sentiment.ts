import { COMPANION_FUNCTION, sentimentLanguage } from "../catalogue/sentiment-data";
import { engineNameOf } from "../names";
import { nearest } from "../nearest";
import type { ContainerPlan, SentimentPlan } from "../plan";
import { compareText } from "../order";
import { type Place, type Report, below, shownName } from "../report";
import type { ContainerRequest } from "../request";
import { sentimentOperation } from "../sentiment";
import { quoted } from "../words";
import type { JudgedContainer } from "./container";
import { versionOfTag } from "./pinned-tag";
import type { JudgedSite } from "./sites";
import { tenantId } from "./tenants";

/** Where each container gets sentiment from, by its {@link tenantId}. */
export type Sentiments = ReadonlyMap<string, SentimentPlan>;

/** A container that others of its network can reach by name. */
export interface Neighbour extends Pick<ContainerPlan, "name" | "engineName" | "function" | "language"> {
  readonly port: number | undefined;
}

/** What is around the containers of a site. */
interface Surroundings {
  readonly stackId: string;
  /** Containers that they reach by name. */
  readonly neighbours: readonly Neighbour[];
  /** The other sites. */
  readonly others: readonly JudgedSite[];
}

const HOW = "write sentiment: cloud, or sentiment: { container: <name of a sentiment container> }";

/** Longest part of a host name between two dots. */
const LONGEST_LABEL = 63;

/**
 * Judges what each container asks to have sentiment from.
 *
 * @param more containers that are planned elsewhere and share the network of the one site
 */
export function judgeSentiment(
  sites: readonly JudgedSite[],
  report: Report,
  more: readonly ContainerPlan[] = [],
): Sentiments {
  const found = new Map<string, SentimentPlan>();
  for (const site of sites) {
    const others = sites.filter((other) => other !== site);
    const handed = more.map((plan) => ({ ...plan, port: plan.port.container }));
    // One that is handed in is meant, also where the site has another of its name.
    const own = neighboursIn(site).filter(({ name }) => !handed.some((one) => one.name === name));
    const neighbours = [...own, ...handed];
    for (const container of site.containers) {
      const sentiment = chooseSentiment(container, { stackId: site.stackId, neighbours, others }, report);
      if (sentiment !== undefined) {
        found.set(tenantId(site.stackId, container.request.name), sentiment);
      }
    }
  }
  return found;
}

function neighboursIn({ stackId, containers }: JudgedSite): readonly Neighbour[] {
  return containers.map(({ request, chosen, edition }) => ({
    name: request.name,
    engineName: engineNameOf(stackId, request.name),
    function: request.function,
    language: chosen?.language,
    port: edition?.containerPort.value,
  }));
}

function chooseSentiment(container: JudgedContainer, around: Surroundings, report: Report): SentimentPlan | undefined {
  const { request, chosen, edition } = container;
  const place = below(container.place, "sentiment");
  if (request.sentiment === undefined || edition === undefined) {
    return undefined;
  }
  if (edition.sentiment === undefined) {
    const message = `${request.function} gives no sentiment; only containers that transcribe do`;
    report.error("SPC260", place, message, "delete this line");
    return undefined;
  }
  const path = choosePath(container, place, report);
  if (typeof request.sentiment === "string") {
    judgeWord(request.sentiment, around.neighbours, place, report);
    return path === undefined ? undefined : { from: "cloud", path };
  }
  const name = request.sentiment.container;
  const companionPlace = below(place, "container");
  const companion = findCompanion(name, request, around, companionPlace, report);
  if (companion === undefined) {
    return undefined;
  }
  judgeLanguages(companion, chosen?.locale, companionPlace, report);
  const { engineName, port } = companion;
  return path === undefined || port === undefined
    ? undefined
    : { from: "container", container: name, host: `http://${engineName}:${port}/${path}` };
}

function choosePath({ request, chosen, edition }: JudgedContainer, place: Place, report: Report): string | undefined {
  if (edition === undefined || chosen === undefined) {
    return undefined;
  }
  const version = versionOfTag(chosen.image.tag) ?? edition.version.value;
  const operation = sentimentOperation(edition, version);
  if (operation === undefined) {
    const since = edition.sentiment?.value[0]?.since ?? "";
    const message = `${request.function} ${version} gives no sentiment; versions from ${since} on do`;
    report.error("SPC261", place, message, "take a newer version, or delete this line");
  }
  return operation?.path;
}

function judgeWord(word: string, neighbours: readonly Neighbour[], place: Place, report: Report): void {
  if (word === "cloud") {
    return;
  }
  const isCompanion = neighbours.some((one) => one.name === word && one.function === COMPANION_FUNCTION);
  const hint = isCompanion ? `write sentiment: { container: ${word} }` : HOW;
  report.error("SPC262", place, `${quoted(word)} is no place to get sentiment from`, hint);
}

function findCompanion(
  name: string,
  { name: own }: ContainerRequest,
  { stackId, neighbours, others }: Surroundings,
  place: Place,
  report: Report,
): Neighbour | undefined {
  const companions = neighbours.filter((one) => one.function === COMPANION_FUNCTION);
  const names = companions.map((one) => one.name).sort(compareText);
  const hint =
    names.length > 0
      ? `use ${names.join(" or ")}`
      : `add a container with function: ${COMPANION_FUNCTION} to this site`;
  const ownEngineName = engineNameOf(stackId, own);
  const [named, another] = neighbours.filter((one) => one.name === name);
  if (another !== undefined) {
    // Which of the two is meant nobody knows; that they have one name is a problem of its own.
    return undefined;
  }
  if (named !== undefined && named.function !== COMPANION_FUNCTION) {
    const what = named.engineName === ownEngineName ? "this container itself" : named.function;
    report.error("SPC263", place, `${quoted(name)} is ${what}, not a sentiment container`, hint);
    return undefined;
  }
  if (named === undefined) {
    const [elsewhere] = others
      .filter(({ containers }) => containers.some(({ request }) => request.name === name))
      .map(({ request }) => shownName(request.name))
      .sort(compareText);
    const near = nearest(name, names);
    const message =
      elsewhere === undefined
        ? `${quoted(name)} is not a container of this site`
        : `${quoted(name)} is a container of site ${elsewhere}, which this one cannot reach by name`;
    report.error("SPC263", place, message, near.length > 0 ? `nearest: ${near.join(", ")}` : hint);
    return undefined;
  }
  if (named.engineName === ownEngineName) {
    const message = `${quoted(name)} and this container have one name on the engine, ${quoted(ownEngineName)}`;
    report.error("SPC263", place, message, "give one of them another name");
    return undefined;
  }
  if (named.engineName.length > LONGEST_LABEL) {
    const message = `others reach it as ${quoted(named.engineName)}, and a host name has at most ${LONGEST_LABEL} characters`;
    report.error("SPC264", place, message, "shorten the name of the deployment, the site or the container");
    return undefined;
  }
  return named;
}

/** `de-DE` with a companion for English gets numbers that mean nothing. */
function judgeLanguages({ name, language }: Neighbour, locale: string | undefined, place: Place, report: Report): void {
  if (locale !== undefined && language !== undefined && language !== sentimentLanguage(locale)) {
    const message = `this container hears ${locale}, ${name} knows sentiment of ${quoted(language)} only`;
    report.warning("SPC265", place, message, "use a companion of the same language, or sentiment: cloud");
  }
}
