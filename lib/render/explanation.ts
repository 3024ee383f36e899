import {
  type ContainerPlan,
  type Datum,
  type DeploymentPlan,
  type FunctionEdition,
  type SitePlan,
  type SourceId,
  billingHosts,
  catalogueSources,
  containerUser,
  describeRetirement,
  findFunctionEdition,
  parseTag,
  probePaths,
  registryDataHosts,
  renderReference,
  retirementOf,
  sentimentFailure,
  sentimentResults,
  settingFact,
} from "../domain";
import { type ClientProgram, clientPrograms } from "./client-programs";
import { dockerRun, dockerRunsOfSteps, findsOthers, shownValue } from "./docker-run";
import { type ReachedHost, pullHosts, reachOf, reachedHosts } from "./reached-hosts";

/** What `explain <container>` says, as data: the JSON twin of the screen. */
export interface ContainerExplanation {
  readonly name: string;
  readonly site: string;
  readonly function: string;
  readonly edition: string;
  /** As in the tag; `latest` when the tag says so. */
  readonly version: string;
  readonly locale: string | null;
  readonly voice: string | null;
  readonly modelId: string | null;
  /** From which models the custom model must have been trained; null: any. */
  readonly baseModels: string | null;
  readonly language: string | null;
  readonly sentiment: SentimentExplanation | null;
  /** The network on which containers that find each other have to be; null where none has to. */
  readonly network: string | null;
  readonly size: ContainerPlan["size"];
  readonly image: string;
  readonly urls: ContainerPlan["urls"];
  readonly port: ContainerPlan["port"];
  /** Who can reach the port: `loopback only`, or the address and who guards it or why it is open. */
  readonly reach: string;
  readonly mounts: ContainerPlan["mounts"];
  /** Who has to be able to write into folders of the engine's host; null where there are none. */
  readonly foldersOf: string | null;
  /** Every setting in the order in which it is given; secrets are placeholders. */
  readonly settings: readonly ExplainedSetting[];
  /** The element by which SSML names the voice, in its exact case; null where the container has none that is known. */
  readonly ssmlVoice: string | null;
  /** Hosts that the container reaches by TCP 443; none for a disconnected one, whose licence is fetched beforehand. */
  readonly needs: readonly string[];
  /** Hosts of yours that it reaches: proxy, Fluentd server. */
  readonly reaches: readonly ReachedHost[];
  /** Hosts that its engine reaches by TCP 443 to pull the image. */
  readonly pullsFrom: readonly string[];
  /** Why the image may be gone. */
  readonly retired: string | null;
  /** Facts of this container that should be tested before they are relied on, with the reason. */
  readonly unverified: readonly string[];
  /** Commands that fetch display models first. */
  readonly dockerRunsOfDisplayModels: readonly string[];
  /** The command that fetches the licence first; null of a connected container. */
  readonly dockerRunOfLicense: string | null;
  readonly dockerRun: string;
  /** Programs that use the container, ready to run. */
  readonly clients: readonly ClientProgram[];
  readonly sources: readonly ExplainedSource[];
}

/** Where results get their sentiment from, and which do. */
export interface SentimentExplanation {
  readonly from: "cloud" | "container";
  /** The companion's name. */
  readonly container: string | null;
  /** The URL that is called; below the endpoint of the Text Analytics account where that is Azure's. */
  readonly host: string;
  /** Properties of a request that ask for it, and where in the result it stands. */
  readonly results: readonly { readonly property: string; readonly place: string }[];
}

/** A setting of a container. */
export interface ExplainedSetting {
  readonly name: string;
  readonly value: string;
  readonly via: "argument" | "environment";
  /** Null: it was written by hand, and nobody here knows it. */
  readonly meaning: string | null;
}

/** Where the catalogue has a number or name from. */
export interface ExplainedSource {
  readonly fact: string;
  readonly documents: readonly { readonly id: SourceId; readonly title: string; readonly date: string }[];
}

/** The containers of a plan with their sites, in the order of the plan. */
export function containersOf(
  plan: DeploymentPlan,
): readonly { readonly site: SitePlan; readonly container: ContainerPlan }[] {
  return plan.sites.flatMap((site) => site.containers.map((container) => ({ site, container })));
}

/** @param readClient gives the text of a file of `examples/clients` */
export function explainContainer(
  site: SitePlan,
  container: ContainerPlan,
  readClient: (file: string) => string,
): ContainerExplanation {
  const entry = findFunctionEdition(container.function, container.edition);
  const facts = entry === undefined ? [] : [...factsOf(entry, container), ...moreSettings(container, entry)];
  const { displayModels, license = null } = dockerRunsOfSteps(container);
  return {
    name: container.name,
    site: site.name,
    function: container.function,
    edition: container.edition,
    version: parseTag(container.image.tag)?.version ?? container.image.tag,
    locale: container.locale ?? null,
    voice: container.voice ?? null,
    modelId: container.modelId ?? null,
    baseModels: entry?.baseModels?.value ?? null,
    language: container.language ?? null,
    sentiment: explainSentiment(container),
    network: findsOthers(container) ? site.networkName : null,
    size: container.size,
    image: renderReference(container.image),
    urls: container.urls,
    port: container.port,
    reach: reachOf(container),
    mounts: container.mounts,
    foldersOf: container.mounts.some(({ type }) => type === "bind") ? containerUser.value : null,
    settings: container.settings.map(({ name, value, via }) => ({
      name,
      value: shownValue(value),
      via,
      meaning: settingFact(name)?.meaning ?? null,
    })),
    ssmlVoice: container.voice === undefined ? null : `<voice name="${container.voice}">`,
    needs: container.licenseStep === undefined ? billingHosts.value : [],
    reaches: reachedHosts(container),
    pullsFrom: pullHosts(container.image.registry),
    retired: entry === undefined ? null : retirementText(entry, container),
    unverified: unverifiedOf(facts),
    dockerRunsOfDisplayModels: displayModels,
    dockerRunOfLicense: license,
    dockerRun: dockerRun(container, undefined, site.networkName),
    clients: clientPrograms(container, readClient),
    sources: facts.map(({ fact, datum }) => ({
      fact,
      documents: datum.sources.map((id) => ({ id, ...catalogueSources[id] })),
    })),
  };
}

function explainSentiment({ sentiment }: ContainerPlan): SentimentExplanation | null {
  if (sentiment === undefined) {
    return null;
  }
  const results = sentimentResults.value;
  return sentiment.from === "container"
    ? { from: "container", container: sentiment.container, host: sentiment.host, results }
    : { from: "cloud", container: null, host: `{TEXT_ANALYTICS_ENDPOINT_URI}/${sentiment.path}`, results };
}

interface Fact {
  readonly fact: string;
  readonly datum: Datum<unknown>;
}

function factsOf(entry: FunctionEdition, { sentiment, size, image }: ContainerPlan): readonly Fact[] {
  const use = size.expected?.use;
  const load = use && entry.loads?.[use];
  return [
    { fact: "registry", datum: entry.registry },
    { fact: "repository", datum: entry.repository },
    { fact: "version", datum: entry.version },
    { fact: "tag", datum: entry.tag },
    { fact: "latest", datum: entry.latest },
    { fact: "minimum size", datum: entry.size.minimum },
    { fact: "recommended size", datum: entry.size.recommended },
    ...(entry.baseModels === undefined ? [] : [{ fact: "base models", datum: entry.baseModels }]),
    ...(entry.modelMemory === undefined ? [] : [{ fact: "memory of the model", datum: entry.modelMemory }]),
    ...(use === undefined || load === undefined ? [] : [{ fact: `load by ${use}`, datum: load }]),
    { fact: `container port ${entry.containerPort.value}`, datum: entry.containerPort },
    { fact: `protocol ${entry.hostProtocol.value}`, datum: entry.hostProtocol },
    ...entry.paths.map((datum) => ({ fact: `path ${datum.value}`, datum })),
    ...entry.settings.map((datum) => ({ fact: `setting ${datum.value.name}`, datum })),
    ...(entry.sentiment === undefined || sentiment === undefined
      ? []
      : [
          { fact: "paths of sentiment", datum: entry.sentiment },
          { fact: "results with sentiment", datum: sentimentResults },
          { fact: "results without it", datum: sentimentFailure },
        ]),
    ...(entry.modelFolder === undefined ? [] : [{ fact: "folder of the model", datum: entry.modelFolder }]),
    ...(entry.retirement === undefined ? [] : [{ fact: "retirement", datum: entry.retirement }]),
    { fact: "paths of the probes", datum: probePaths },
    { fact: "outbound hosts", datum: billingHosts },
    ...(image.registry === registryDataHosts.value.registry
      ? [{ fact: "hosts of the registry", datum: registryDataHosts }]
      : []),
  ];
}

/** Settings that the container has beside those that every one of its function has. */
function moreSettings({ settings }: ContainerPlan, entry: FunctionEdition): readonly Fact[] {
  const known = new Set(entry.settings.map(({ value }) => value.name));
  return settings
    .filter(({ name }) => !known.has(name))
    .flatMap(({ name }) => {
      const fact = settingFact(name);
      return fact === undefined ? [] : [{ fact: `setting ${name}`, datum: fact.datum }];
    });
}

/** Facts with one reason are named together. */
function unverifiedOf(facts: readonly Fact[]): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { fact, datum } of facts) {
    if (datum.unverified !== undefined) {
      byReason.set(datum.unverified, [...(byReason.get(datum.unverified) ?? []), fact]);
    }
  }
  return [...byReason].map(([reason, named]) => `${named.join(", ")}: ${reason}`);
}

function retirementText(entry: FunctionEdition, { image }: ContainerPlan): string | null {
  const retirement = retirementOf(entry, parseTag(image.tag)?.version ?? entry.version.value);
  if (retirement === undefined) {
    return null;
  }
  const { since, reason, instead } = describeRetirement(retirement);
  return `${since === "" ? "" : `${since}: `}${reason}${instead === undefined ? "" : `; ${instead}`}`;
}
