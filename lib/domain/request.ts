import type { DisplayModelsRequest } from "./display-models-request";
import type { SourcePlace } from "./problems";

/**
 * What the planner is asked for: plain data, already well-formed (types, known keys), not yet judged.
 * `lib/config` makes it from `speech.yaml`; constructs make it from props.
 */
export interface DeploymentRequest {
  readonly name: string;
  readonly edition?: string;
  readonly profile?: string;
  readonly eula?: string;
  readonly account: AccountRequest;
  /** The Text Analytics account of sentiment; its key comes from `text_analytics_api_key` where only its endpoint is known. */
  readonly textAnalytics?: AccountRequest;
  /** The DC0 account that gives licences; its key comes from `license_api_key` where only its endpoint is known. */
  readonly licenseAccount?: AccountRequest;
  readonly backend?: BackendRequest;
  readonly tags?: Readonly<Record<string, string>>;
  readonly registry?: RegistryRequest;
  /** What the lock file holds; absent: there is none. */
  readonly lock?: ImageLock;
  /** Of all containers whose site and who themselves say nothing else. */
  readonly proxy?: ProxyRequest | typeof NO_PROXY;
  /** Of all containers whose function has them; sites and containers can differ, setting by setting. */
  readonly settings?: SettingsRequest;
  /** `containers`: one stack `<name>`. `sites`: `<name>-account` and `<name>-<site>` (design decision D12). */
  readonly layout: Layout;
  /** With layout `containers` exactly one, whose name is {@link LOCAL_SITE}. */
  readonly sites: readonly SiteRequest[];
  readonly source?: SourcePlace;
}

export type Layout = "containers" | "sites";

/** The name of the only site of a deployment with layout `containers`. */
export const LOCAL_SITE = "local";

export interface BackendRequest {
  /** A Terraform backend type such as `azurerm`, `s3`, `local`. */
  readonly type: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

/** Exactly one of `create`, `existing`, `endpoint`. */
export type AccountRequest =
  | ({ readonly kind: "create" } & CreatedAccountRequest)
  | ({ readonly kind: "existing" } & ExistingAccountRequest)
  | ({ readonly kind: "endpoint" } & EndpointAccountRequest);

interface AnyAccountRequest {
  readonly keySlot?: string;
  readonly source?: SourcePlace;
}

export interface CreatedAccountRequest extends AnyAccountRequest {
  readonly name: string;
  readonly location: string;
  readonly resourceGroup: { readonly name: string; readonly create?: boolean };
  readonly sku?: string;
  readonly customSubdomain?: string;
  readonly network?: AccountNetworkRequest;
  /** True: Terraform refuses to destroy the account. */
  readonly protect?: boolean;
}

export interface AccountNetworkRequest {
  readonly publicAccess?: boolean;
  /** IPv4 addresses or CIDR ranges that may reach the account; everything else is denied. */
  readonly allowedAddresses?: readonly string[];
}

export interface ExistingAccountRequest extends AnyAccountRequest {
  readonly name: string;
  readonly resourceGroup: string;
}

/** The key comes from a sensitive Terraform variable: `speech_api_key` for the Speech account. */
export interface EndpointAccountRequest extends AnyAccountRequest {
  readonly endpoint: string;
}

export interface SiteRequest {
  readonly name: string;
  readonly engine?: EngineRequest;
  readonly registry?: RegistryRequest;
  readonly proxy?: ProxyRequest | typeof NO_PROXY;
  readonly settings?: SettingsRequest;
  readonly containers: readonly ContainerRequest[];
  readonly source?: SourcePlace;
}

export interface EngineRequest {
  /** `unix://…`, `npipe://…`, `ssh://user@host`, `tcp://host:port`. Default: the local engine. */
  readonly host?: string;
  /** Folder with ca.pem, cert.pem and key.pem; required with `tcp://`. */
  readonly tls?: { readonly certPath: string };
  /** The name under which clients reach the published ports. */
  readonly advertise?: string;
  readonly cores?: number;
  /** A size such as `64g`. */
  readonly memory?: string | number;
  /** False: its processors have no AVX2. */
  readonly avx2?: boolean;
  /** What is not for containers of this deployment. */
  readonly reserved?: ReservedRequest;
  /** True: it is the deployment's engine, and problems are shown there. */
  readonly inherited?: boolean;
  readonly source?: SourcePlace;
}

export interface ReservedRequest {
  readonly ports?: readonly number[];
  readonly cores?: number;
  /** A size such as `8g`. */
  readonly memory?: string | number;
}

export interface ContainerRequest {
  readonly name: string;
  readonly function: string;
  readonly locale?: string;
  readonly voice?: string;
  readonly modelId?: string;
  /** Of a sentiment container. */
  readonly language?: string;
  readonly version?: string;
  readonly tag?: string;
  readonly digest?: string;
  readonly port?: number;
  readonly address?: string;
  readonly size?: SizeRequest;
  /** What happens at the same time, instead of a size. */
  readonly expect?: ExpectRequest;
  readonly mounts?: MountsRequest;
  readonly proxy?: ProxyRequest | typeof NO_PROXY;
  readonly settings?: SettingsRequest;
  /** Settings that have no key of their own, by the name that the container knows. */
  readonly extraSettings?: Readonly<Record<string, string | number | boolean>>;
  readonly healthCheck?: HealthCheckRequest;
  readonly sentiment?: SentimentRequest;
  /** On a licence, without a connection to Azure. Default: connected. */
  readonly disconnected?: DisconnectedRequest;
  /** Display models that are fetched before the container starts. Default: those of its image. */
  readonly displayModels?: DisplayModelsRequest;
  /** The proxy that guards this port (TLS and authentication), in words. */
  readonly front?: string;
  /** Why this port may be open to others without a guard, in words. */
  readonly exposed?: string;
  readonly secretsVia?: string;
  readonly allowRetired?: boolean;
  readonly registry?: RegistryRequest;
  readonly source?: SourcePlace;
}

/**
 * A registry by its address, such as `contoso.azurecr.io/mirror`. With a user name it needs a login, whose password
 * comes from a sensitive Terraform variable.
 */
export type RegistryRequest = string | { readonly address: string; readonly username: string };

/** Digests by reference (`registry/repository:tag`): what a lock file pins. */
export type ImageLock = Readonly<Record<string, string>>;

export type SizeRequest =
  | "minimum"
  | "recommended"
  | { readonly cores: number; readonly memory: string | number; readonly belowMinimum?: string };

/** `cloud`: the Text Analytics account. `container`: a sentiment container of the same site, by name. */
export type SentimentRequest = string | { readonly container: string };

/** One number: how many at the same time. */
export interface ExpectRequest {
  /** People who are transcribed while they speak. */
  readonly liveStreams?: number;
  /** Recordings that are transcribed as fast as they can be read. */
  readonly fileStreams?: number;
  /** Texts that are spoken. */
  readonly synthesisRequests?: number;
  /** Audio whose language is told. */
  readonly detectionRequests?: number;
}

export interface DisconnectedRequest {
  /** Any words; a change fetches a new licence, such as before the old one expires. */
  readonly renewal?: string;
}

export interface MountsRequest {
  /** Custom models only: a folder of the engine's host. Default: a volume named after the model. */
  readonly models?: string;
  /** What the container writes: a folder of the engine's host, or {@link VOLUME}. Default: it stays in the container. */
  readonly output?: string;
  /** Disconnected containers only: a folder of the engine's host. Default: a volume named after container and image. */
  readonly license?: string;
}

/** Stands for a volume that is named after the container. */
export const VOLUME = "volume";

/** No proxy, whatever stands above. */
export const NO_PROXY = "none";

export interface ProxyRequest {
  /** `http://host:port`, without user and password. */
  readonly http?: string;
  /** For what is sent by https. Default: the same. */
  readonly https?: string;
  /** Hosts that are reached without the proxy; localhost and 127.0.0.1 always are. */
  readonly except?: readonly string[];
  /** True: the proxy wants the credentials of the sensitive variable `speech_proxy_credentials`. */
  readonly authenticated?: boolean;
}

/** Settings of the containers; the catalogue has what each means, where it applies and what it can be. */
export interface SettingsRequest {
  readonly logging?: LoggingRequest;
  /** True: telemetry, with the key of the sensitive variable `speech_application_insights_key`. */
  readonly applicationInsights?: boolean;
  /** Speech to text: recognitions at a time. */
  readonly decoders?: number;
}

export interface LoggingRequest {
  /** Least level on the console. */
  readonly console?: string;
  /** Least level of the debug provider. */
  readonly debug?: string;
  /** Log files in the output mount, which is a volume unless `mounts.output` says otherwise. */
  readonly disk?: {
    /** `json`. */
    readonly format?: string;
    /** MB; -1: no limit. */
    readonly maxFileSize?: number;
    readonly level?: string;
  };
  readonly fluentd?: {
    readonly host?: string;
    readonly port?: number;
    /** A duration such as `60s`. */
    readonly heartbeat?: string;
    /** Bytes. */
    readonly sendBufferSize?: number;
    readonly tls?: boolean;
    /** A duration such as `10s`. */
    readonly tlsTimeout?: string;
  };
}

/** Durations are written as `30s`, `1m30s`, `500ms`. */
export interface HealthCheckRequest {
  readonly test: readonly string[];
  readonly interval?: string;
  readonly timeout?: string;
  readonly startPeriod?: string;
  readonly retries?: number;
}
