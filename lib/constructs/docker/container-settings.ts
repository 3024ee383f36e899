import { type LoggingRequest, type NO_PROXY, type ProxyRequest, type SettingsRequest } from "../../domain/request";
import type { SensitiveValue } from "../sensitive-value";
import type { Secrets } from "./translate";

/** What a container logs, and where to. */
export type Logging = LoggingRequest;

/** Settings of a container. Each has a default of the container's own; docs/settings.md lists them. */
export interface SpeechSettings {
  /**
   * Levels and places of logs.
   *
   * @default - the container's own: to its console
   */
  readonly logging?: Logging;

  /**
   * The instrumentation key of Application Insights, to which the container then sends telemetry.
   *
   * @default - no telemetry
   */
  readonly applicationInsights?: SensitiveValue;

  /**
   * Speech to text: how many recognitions the container works on at a time, 1 to 1000.
   *
   * @default - the container's own
   */
  readonly decoders?: number;
}

/** A forward proxy between a container and the world. The container itself is always reached without it. */
export interface SpeechProxy {
  /** The address, such as `http://proxy.contoso.com:8888`, without user and password (SPC284). */
  readonly http: string;

  /**
   * The address for what is sent by https.
   *
   * @default - the same
   */
  readonly https?: string;

  /**
   * Hosts, domains such as `.contoso.com`, addresses and ranges that are reached without the proxy.
   *
   * @default - none beside localhost and 127.0.0.1
   */
  readonly except?: readonly string[];

  /**
   * `user:password` at the proxy.
   *
   * @default - the proxy asks for none
   */
  readonly credentials?: SensitiveValue;
}

/** What one container, or all containers of a host, are given. */
export interface SettingsProps {
  /**
   * Settings of the containers that have them.
   *
   * @default - the host's, else the containers' own
   */
  readonly settings?: SpeechSettings;

  /**
   * The proxy through which containers reach Azure; `"none"` for one container of a host that has a proxy.
   *
   * @default - the host's, else none
   */
  readonly proxy?: SpeechProxy | typeof NO_PROXY;
}

/** The planner's words for settings and proxy: it knows which secrets there are, and none of them. */
export function settingsRequest({ settings, proxy }: SettingsProps): {
  readonly settings: SettingsRequest | undefined;
  readonly proxy: ProxyRequest | typeof NO_PROXY | undefined;
} {
  return {
    settings: settings && {
      ...settings,
      applicationInsights: settings.applicationInsights === undefined ? undefined : true,
    },
    proxy: typeof proxy === "object" ? proxyRequest(proxy) : proxy,
  };
}

function proxyRequest({ credentials, ...proxy }: SpeechProxy): ProxyRequest {
  return { ...proxy, authenticated: credentials === undefined ? undefined : true };
}

/** The secrets of a container: its own, and those of its host where it has none. */
export function secretsOf(...props: readonly SettingsProps[]): Secrets {
  const first = (of: (each: SettingsProps) => SensitiveValue | undefined) =>
    props.map(of).find((value) => value !== undefined);
  return {
    applicationInsightsKey: first(({ settings }) => settings?.applicationInsights),
    proxyCredentials: first(({ proxy }) => (typeof proxy === "object" ? proxy.credentials : undefined)),
  };
}
