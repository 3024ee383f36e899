import { type FunctionName, findFunction, functionNames, functionsOf } from "../catalogue";
import type { Edition, FunctionEdition, FunctionEntry } from "../catalogue/types";
import type { DisplayModelsRequest } from "../display-models-request";
import type { RegistryPlace } from "../image";
import { engineNameOf } from "../names";
import { nearest } from "../nearest";
import type { HealthCheckPlan, MountPlan, SettingValue, SizePlan } from "../plan";
import { isPort } from "../ports";
import type { Profile } from "../profiles";
import type { Proxy } from "../proxy";
import { type Place, type Report, below } from "../report";
import type { ContainerRequest, DisconnectedRequest, ImageLock } from "../request";
import { type ExtraSetting, SECRET_WAYS, type SecretsVia } from "../settings";
import { LATEST, parseTag } from "../tag";
import { either, quoted } from "../words";
import { chooseDisconnected } from "./disconnected";
import { chooseDisplayModels } from "./display-models";
import { chooseAddress } from "./exposure";
import { judgeExtraSettings } from "./extra-settings";
import { planHealthCheck } from "./health-check";
import type { ChosenImage } from "./chosen";
import { chooseImage } from "./image";
import { judgeKeys } from "./keys";
import { chooseMounts } from "./mounts";
import { judgeName } from "./naming";
import { type JudgedProxy, chooseProxy, judgeProxyVersion } from "./proxy";
import { chooseRegistry } from "./registry";
import { type JudgedSettings, chooseSettings, judgeSettings } from "./settings";
import { chooseSize } from "./size";

/** What all sites of a deployment share. */
export interface SiteSurroundings {
  readonly deployment: string;
  /** Undefined when the configured one is unknown: then images and sizes cannot be judged. */
  readonly edition: Edition | undefined;
  readonly profile: Profile;
  readonly registry: RegistryPlace | undefined;
  readonly lock: ImageLock | undefined;
  readonly proxy: JudgedProxy;
  readonly settings: JudgedSettings;
}

/** What all containers of a site share. */
export interface ContainerContext extends SiteSurroundings {
  readonly stackId: string;
}

/** A container as far as it could be judged by itself. Each part is undefined if it is wrong. */
export interface JudgedContainer {
  readonly request: ContainerRequest;
  readonly place: Place;
  readonly edition?: FunctionEdition;
  readonly chosen?: ChosenImage;
  readonly size?: SizePlan;
  readonly address?: string;
  /** The port that the configuration names. */
  readonly port?: number;
  readonly mounts: readonly MountPlan[];
  readonly healthCheck?: HealthCheckPlan;
  readonly secretsVia: SecretsVia;
  /** Absent: it is connected. */
  readonly disconnected?: DisconnectedRequest;
  /** Absent: it is given none. */
  readonly displayModels?: DisplayModelsRequest;
  /** Absent: the registry of the catalogue. */
  readonly registry?: RegistryPlace;
  readonly proxy: Proxy | undefined;
  /** By key of the catalogue. */
  readonly settings: ReadonlyMap<string, SettingValue>;
  readonly extraSettings: readonly ExtraSetting[];
}

export function judgeContainer(
  context: ContainerContext,
  request: ContainerRequest,
  place: Place,
  report: Report,
): JudgedContainer {
  judgeName(request.name, place, report);
  // A model id without its hyphens looks like a key; whatever it is, it is judged as a model id and never shown.
  const { modelId: _modelId, ...words } = request;
  judgeKeys(words, place, report);
  const entry = judgeFunction(request.function, place, report);
  const edition = entry && context.edition && judgeEditionOf(entry, context.edition, place, report);
  const registry = chooseRegistry(request.registry, below(place, "registry"), report) ?? context.registry;
  const { deployment, profile, lock, stackId } = context;
  const own = judgeSettings(request.settings, below(place, "settings"), report);
  const proxy = chooseProxy(request.proxy, context.proxy, below(place, "proxy"), report);
  const chosen = entry && edition && chooseImage({ entry, edition, registry, lock, profile }, request, place, report);
  const version = chosen && versionOf(chosen, edition);
  if (entry && proxy !== undefined && proxy !== "none") {
    judgeProxyVersion(entry.name, version, below(place, "proxy"), report);
  }
  const settings = entry
    ? chooseSettings(
        { functionName: entry.name, version, above: settingsAbove(context, request) },
        own,
        below(place, "settings"),
        report,
      )
    : new Map<string, SettingValue>();
  const disconnected = chooseDisconnected(edition, chosen, request, place, report);
  const displayModels = entry && chooseDisplayModels(entry.name, version, request, place, report);
  const engineName = engineNameOf(stackId, request.name);
  return {
    request,
    place,
    edition,
    chosen,
    size: edition && chooseSize(edition, request, place, report),
    address: chooseAddress(request, place, report),
    port: choosePort(request, place, report),
    mounts: edition
      ? chooseMounts(
          {
            deployment,
            engineName,
            edition,
            chosen,
            disconnected: disconnected !== undefined,
            writesLogs: settings.has("logging.disk.format"),
          },
          request,
          place,
          report,
        )
      : [],
    healthCheck: request.healthCheck && planHealthCheck(request.healthCheck, below(place, "healthCheck"), report),
    secretsVia: chooseSecretsVia(request, place, report),
    ...(disconnected === undefined ? {} : { disconnected }),
    ...(displayModels === undefined ? {} : { displayModels }),
    ...(registry === undefined ? {} : { registry }),
    proxy: proxy === "none" ? undefined : proxy,
    settings,
    extraSettings: judgeExtraSettings(request.extraSettings, below(place, "extraSettings"), report),
  };
}

/** What is expected of the container itself says more of its decoders than what stands above. */
function settingsAbove({ settings }: ContainerContext, { expect }: ContainerRequest): JudgedSettings {
  return expect === undefined ? settings : new Map([...settings].filter(([key]) => key !== "decoders"));
}

/** The version of an image as its tag tells it, `latest` being the edition's; undefined: nobody knows. */
function versionOf({ image }: ChosenImage, { version }: FunctionEdition): string | undefined {
  return image.tag === LATEST ? version.value : parseTag(image.tag)?.version;
}

function judgeFunction(name: string, place: Place, report: Report): FunctionEntry<FunctionName> | undefined {
  const entry = findFunction(name);
  if (entry === undefined) {
    const near = nearest(name, functionNames);
    const hint = near.length > 0 ? `nearest: ${near.join(", ")}` : `use ${either(functionNames)}`;
    report.error("SPC100", below(place, "function"), `${quoted(name)} is not a function`, hint);
  }
  return entry;
}

function judgeEditionOf(
  entry: FunctionEntry,
  edition: Edition,
  place: Place,
  report: Report,
): FunctionEdition | undefined {
  const found = entry.editions[edition];
  if (found === undefined) {
    const others = Object.keys(entry.editions).join(", ");
    report.error(
      "SPC105",
      below(place, "function"),
      `edition ${edition} has no ${entry.name}; it has ${functionsOf(edition).join(", ")}`,
      `use one of these, or edition ${others}`,
    );
  }
  return found;
}

function choosePort({ port }: ContainerRequest, place: Place, report: Report): number | undefined {
  if (port === undefined || isPort(port)) {
    return port;
  }
  const hint = "write a whole number from 1 to 65535, or leave the line out";
  report.error("SPC203", below(place, "port"), `${quoted(port)} is not a port`, hint);
  return undefined;
}

function chooseSecretsVia({ secretsVia = "environment" }: ContainerRequest, place: Place, report: Report): SecretsVia {
  const way = SECRET_WAYS.find((known) => known === secretsVia);
  if (way === undefined) {
    const message = `${quoted(secretsVia)} is no way for secrets`;
    report.error("SPC250", below(place, "secretsVia"), message, `use ${either(SECRET_WAYS)}`);
  }
  return way ?? "environment";
}
