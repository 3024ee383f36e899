import { planDisplaySteps } from "../display-models";
import { planLabels } from "../labels";
import { planLicenseStep } from "../license-step";
import { decoderSettings } from "../load";
import { engineNameOf } from "../names";
import type { ContainerPlan, SentimentPlan, SitePlan } from "../plan";
import { isLoopback } from "../ports";
import { sentimentSettings } from "../sentiment";
import { planSettings } from "../settings";
import { advertisedHost, planUrls } from "../urls";
import type { JudgedContainer } from "./container";
import type { JudgedEngine } from "./engine";
import type { Ports } from "./port-sharing";
import type { Sentiments } from "./sentiment";
import type { JudgedSite } from "./sites";
import { tenantId } from "./tenants";

/** What containers were given by looking at all of them. */
export interface Shared {
  readonly ports: Ports;
  readonly sentiments: Sentiments;
  /** Whether licences come from an account of their own. */
  readonly licenseAccount: boolean;
}

/** A site's plan out of its judged parts. Containers with a part missing had an error and are left out. */
export function assembleSite(
  { request, stackId, engine, containers, registryLogins }: JudgedSite,
  editionName: string,
  shared: Shared,
): SitePlan {
  return {
    name: request.name,
    stackId,
    engine: engine.plan,
    networkName: stackId,
    containers: containers.flatMap((container) => assembleContainer(container, stackId, engine, editionName, shared)),
    registryLogins,
    ...(request.source === undefined ? {} : { source: request.source }),
  };
}

/** The companion is on the network of the container, where no proxy is. */
function companionHosts(sentiment: SentimentPlan | undefined): readonly string[] {
  const [, host] = sentiment?.from === "container" ? (/^http:\/\/([^/:]+)/.exec(sentiment.host) ?? []) : [];
  return host === undefined ? [] : [host];
}

function assembleContainer(
  judged: JudgedContainer,
  stackId: string,
  engine: JudgedEngine,
  editionName: string,
  { ports, sentiments, licenseAccount }: Shared,
): readonly ContainerPlan[] {
  const { request, edition, chosen, size, address, mounts, healthCheck } = judged;
  const id = tenantId(stackId, request.name);
  const hostPort = ports.get(id);
  const sentiment = sentiments.get(id);
  if (!edition || !chosen || !size || address === undefined || hostPort === undefined) {
    return [];
  }
  const { name, function: functionName, front, exposed, source } = request;
  const host =
    engine.advertiseIsSet && !isLoopback(address) ? engine.plan.advertise : advertisedHost(address, engine.hostName);
  const { secretsVia, proxy, extraSettings, disconnected, displayModels } = judged;
  const settings = [
    // A number that is written wins over the one that follows from the expected use.
    ...(judged.settings.has("decoders") ? [] : decoderSettings(size)),
    ...planSettings({
      edition,
      modelId: chosen.modelId,
      secretsVia,
      sentiment: sentiment === undefined ? [] : sentimentSettings(sentiment, secretsVia),
      mounts,
      proxy: proxy && { ...proxy, except: [...proxy.except, ...companionHosts(sentiment)] },
      chosen: judged.settings,
      extra: extraSettings,
      disconnected: disconnected !== undefined,
    }),
  ];
  const engineName = engineNameOf(stackId, name);
  const step = { name, engineName, functionName, mounts, secretsVia, proxy };
  const unapplied = { cores: size.cores, mounts, healthCheck, settings };
  return [
    {
      name,
      engineName,
      function: functionName,
      edition: editionName,
      ...chosen,
      size,
      port: { address, host: hostPort, container: edition.containerPort.value },
      mounts,
      ...(sentiment === undefined ? {} : { sentiment }),
      settings,
      ...(displayModels === undefined ? {} : { displaySteps: planDisplaySteps({ ...step, models: displayModels }) }),
      ...(disconnected === undefined
        ? {}
        : {
            licenseStep: planLicenseStep({
              ...step,
              modelFolder: edition.modelFolder?.value,
              account: licenseAccount ? "licenseAccount" : "speech",
              renewal: disconnected.renewal,
            }),
          }),
      ...(healthCheck === undefined ? {} : { healthCheck }),
      labels: planLabels(name, functionName, unapplied),
      urls: planUrls(edition.hostProtocol.value, host, hostPort),
      ...(front === undefined ? {} : { front }),
      ...(exposed === undefined ? {} : { exposed }),
      allowRetired: request.allowRetired === true,
      ...(source === undefined ? {} : { source }),
    },
  ];
}
