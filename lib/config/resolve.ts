import type {
  AccountRequest,
  BackendRequest,
  ContainerRequest,
  DeploymentRequest,
  EngineRequest,
  HealthCheckRequest,
  RegistryRequest,
  SiteRequest,
  SizeRequest,
  SourcePlace,
} from "../domain";
import { LOCAL_SITE } from "../domain/request";
import type { Deployment } from "./schema/deployment";
import { itemAt, type Item, type Path } from "./yaml/item";

/** A configuration out of which wrong and unknown parts have been taken: every key may be missing. */
type Remains<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: Remains<Value[Key]> }
    : Value;

type Config = Remains<Deployment>;
type Containers = NonNullable<Config["containers"]>;
type Container = NonNullable<Containers[string]>;
type Engine = NonNullable<Config["engine"]>;
type Disconnected = NonNullable<Config["disconnected"]>;
type PlaceOf = (...path: Path) => SourcePlace;

/**
 * The planner's request. What a site does not say of its engine is taken from the engine of the deployment; registries
 * are taken from above by the planner. Required keys that are missing become empty: their problems are reported already, and what the
 * planner says of them is not shown.
 */
export function resolve(config: Config, root: Item): DeploymentRequest {
  const {
    name = "",
    edition,
    profile,
    eula,
    account,
    textAnalytics,
    licenseAccount,
    backend,
    tags,
    registry,
    settings,
    proxy,
  } = config;
  const placeOf: PlaceOf = (...path) => {
    const item = itemAt(root, path) ?? root;
    return item.keyPlace ?? item.place;
  };
  return {
    name,
    edition,
    profile,
    eula,
    account: accountRequest({ ...account }, placeOf("account")),
    textAnalytics: textAnalytics && accountRequest({ ...textAnalytics }, placeOf("textAnalytics")),
    licenseAccount: licenseAccount && accountRequest({ ...licenseAccount }, placeOf("licenseAccount")),
    backend: backend && backendRequest(backend),
    tags: tags && withoutGaps(tags),
    registry: registry && registryRequest(registry),
    settings,
    proxy,
    ...(itemAt(root, ["containers"])
      ? { layout: "containers", sites: [localSite(config, placeOf)] }
      : { layout: "sites", sites: siteRequests(config, placeOf) }),
    source: placeOf(),
  };
}

type AnyAccount = Partial<UnionToIntersection<NonNullable<Config["account"]>>>;
type UnionToIntersection<Union> = (Union extends unknown ? (part: Union) => void : never) extends (
  whole: infer Whole,
) => void
  ? Whole
  : never;

function accountRequest(account: AnyAccount, source: SourcePlace): AccountRequest {
  const { existing, endpoint, keySlot, name = "", location = "", resourceGroup, network, ...options } = account;
  if (existing) {
    const { name: existingName = "", resourceGroup: group = "" } = existing;
    return { kind: "existing", name: existingName, resourceGroup: group, keySlot, source };
  }
  if (endpoint !== undefined) {
    return { kind: "endpoint", endpoint, keySlot, source };
  }
  return {
    kind: "create",
    ...options,
    name,
    location,
    resourceGroup: { ...resourceGroup, name: resourceGroup?.name ?? "" },
    network,
    keySlot,
    source,
  };
}

function backendRequest(backend: NonNullable<Config["backend"]>): BackendRequest | undefined {
  const [first] = Object.entries(backend);
  return first && { type: first[0], settings: first[1] ?? {} };
}

function localSite({ engine, disconnected, containers = {} }: Config, placeOf: PlaceOf): SiteRequest {
  return {
    name: LOCAL_SITE,
    engine: engine && engineRequest(engine, placeOf("engine")),
    containers: containerRequests(containers, { path: ["containers"], placeOf, disconnected }),
    source: placeOf("containers"),
  };
}

function siteRequests(
  { sites = {}, engine: above, disconnected: offline }: Config,
  placeOf: PlaceOf,
): readonly SiteRequest[] {
  return Object.entries(sites).map(([name, site = {}]) => {
    const { engine, registry, settings, proxy, disconnected = offline, containers = {} } = site;
    return {
      name,
      engine: engine
        ? engineRequest(mergedEngine(above, engine), placeOf("sites", name, "engine"))
        : above && { ...engineRequest(above, placeOf("engine")), inherited: true },
      registry: registry && registryRequest(registry),
      settings,
      proxy,
      containers: containerRequests(containers, { path: ["sites", name, "containers"], placeOf, disconnected }),
      source: placeOf("sites", name),
    };
  });
}

/** A site's engine takes from above what it leaves out; TLS and advertised name belong to the host that they are for. */
function mergedEngine(above: Engine = {}, own: Engine): Engine {
  const { tls: _tls, advertise: _advertise, ...ofAnyHost } = above;
  return { ...(own.host === undefined ? above : ofAnyHost), ...own };
}

function engineRequest({ tls, ...engine }: Engine, source: SourcePlace): EngineRequest {
  return { ...engine, tls: tls && { certPath: tls.certPath ?? "" }, source };
}

interface Surroundings {
  readonly path: Path;
  readonly placeOf: PlaceOf;
  /** What containers take that say nothing of it themselves. */
  readonly disconnected: Disconnected | undefined;
}

function containerRequests(
  containers: Containers,
  { path, placeOf, disconnected }: Surroundings,
): readonly ContainerRequest[] {
  return Object.entries(containers).map(([name, container = {}]) =>
    containerRequest(name, { disconnected, ...container }, placeOf(...path, name)),
  );
}

function containerRequest(name: string, container: Container, source: SourcePlace): ContainerRequest {
  const {
    function: functionName = "",
    size,
    sentiment,
    disconnected,
    displayModels,
    healthCheck,
    registry,
    extraSettings,
    ...rest
  } = container;
  return {
    ...rest,
    name,
    function: functionName,
    size: size && sizeRequest(size),
    sentiment: typeof sentiment === "object" ? { container: sentiment.container ?? "" } : sentiment,
    displayModels: displayModels && displayModelsRequest(displayModels),
    disconnected: disconnected === true ? {} : disconnected || undefined,
    healthCheck: healthCheck && healthCheckRequest(healthCheck),
    registry: registry && registryRequest(registry),
    extraSettings: extraSettings && withoutGaps(extraSettings),
    source,
  };
}

function registryRequest(registry: NonNullable<Config["registry"]>): RegistryRequest {
  return typeof registry === "string"
    ? registry
    : { address: registry.address ?? "", username: registry.username ?? "" };
}

function sizeRequest(size: NonNullable<Container["size"]>): SizeRequest {
  return typeof size === "string" ? size : { ...size, cores: size.cores ?? 0, memory: size.memory ?? 0 };
}

function displayModelsRequest({
  ids,
  ...rest
}: NonNullable<Container["displayModels"]>): NonNullable<ContainerRequest["displayModels"]> {
  return { ...rest, ids: ids && withoutGaps(ids) };
}

function healthCheckRequest({ test = [], ...rest }: NonNullable<Container["healthCheck"]>): HealthCheckRequest {
  return { ...rest, test };
}

function withoutGaps<Value>(words: Readonly<Record<string, Value | undefined>>): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
}
