import { type Datum, datum, unverifiedDatum } from "./datum";
import type { FunctionName } from "./index";

/** A secret that reaches a container by a sensitive Terraform variable, never by a configuration. */
export type SecretName = "applicationInsightsKey" | "proxyCredentials";

/** What can be written as the value of a setting. Durations are written as `10s` and given in milliseconds. */
export type SettingKind =
  | { readonly kind: "words"; readonly words: readonly string[] }
  | {
      readonly kind: "integer";
      readonly minimum: number;
      readonly maximum?: number;
      /** One more value, and what it means. */
      readonly also?: { readonly value: number; readonly meaning: string };
      readonly unit?: string;
    }
  | { readonly kind: "duration" }
  | { readonly kind: "boolean" }
  | { readonly kind: "host" }
  /** `true` takes the value from a sensitive variable. */
  | { readonly kind: "secret"; readonly secret: SecretName };

/** A documented setting that `settings:` has a key for. */
export interface ContainerSetting {
  /** Path below `settings:`, such as `logging.disk.format`. */
  readonly key: string;
  /** As the documents spell it. */
  readonly name: string;
  readonly via: "argument" | "environment";
  readonly value: SettingKind;
  /** A few words, lower case. */
  readonly meaning: string;
  /** What holds when it is not set; absent where the documents name none. */
  readonly default?: string;
  /** Absent: every function. */
  readonly functions?: readonly FunctionName[];
  /** The version from which on a function has it; absent: every version. */
  readonly since?: Readonly<Partial<Record<FunctionName, string>>>;
  /** Key of the setting without which this one does nothing. */
  readonly needs?: string;
}

/** Log levels of ASP.NET Core, the most talkative first. */
export const LOG_LEVELS = ["Trace", "Debug", "Information", "Warning", "Error", "Critical", "None"] as const;

const level = { kind: "words", words: LOG_LEVELS } as const;
const DISK = "logging.disk.format";
const FLUENTD = "logging.fluentd.host";

/** Every setting of the documents that has a key of its own, in the order in which they are rendered. */
export const containerSettings: readonly Datum<ContainerSetting>[] = [
  datum(
    {
      key: "applicationInsights",
      name: "ApplicationInsights:InstrumentationKey",
      via: "argument",
      value: { kind: "secret", secret: "applicationInsightsKey" },
      meaning: "sends telemetry of the container to Application Insights",
    },
    "M4",
    "M13",
  ),
  datum(
    {
      key: "logging.console",
      name: "Logging:Console:LogLevel:Default",
      via: "argument",
      value: level,
      meaning: "least level of what the container logs to its console",
    },
    "M4",
    "M13",
  ),
  unverifiedDatum(
    {
      key: "logging.debug",
      name: "Logging:Debug:LogLevel:Default",
      via: "argument",
      value: level,
      meaning: "least level of what goes to the debug provider of ASP.NET Core",
    },
    "the documents name the provider; the name of its level is the rule of ASP.NET Core",
    "M13",
  ),
  datum(
    {
      key: DISK,
      name: "Logging:Disk:Format",
      via: "argument",
      value: { kind: "words", words: ["json"] },
      meaning: "writes logs as files into the output folder; without one the container does not start",
      default: "no logs on disk",
    },
    "M4",
    "M13",
  ),
  datum(
    {
      key: "logging.disk.maxFileSize",
      name: "Logging:Disk:MaxFileSize",
      via: "argument",
      value: { kind: "integer", minimum: 1, also: { value: -1, meaning: "no limit" }, unit: "MB" },
      meaning: "size in MB at which a log file is full and a new one begins; -1: never",
      default: "1",
      needs: DISK,
    },
    "M13",
  ),
  datum(
    {
      key: "logging.disk.level",
      name: "Logging:Disk:LogLevel",
      via: "argument",
      value: level,
      meaning: "least level of what goes into log files",
      needs: DISK,
    },
    "M4",
    "M13",
  ),
  datum(
    {
      key: FLUENTD,
      name: "Fluentd:Host",
      via: "argument",
      value: { kind: "host" },
      meaning: "name or address of the Fluentd server that gets the logs",
      default: "no logs to Fluentd",
    },
    "M13",
    "M15",
  ),
  datum(
    {
      key: "logging.fluentd.port",
      name: "Fluentd:Port",
      via: "argument",
      value: { kind: "integer", minimum: 1, maximum: 65_535 },
      meaning: "port of the Fluentd server",
      default: "24224",
      needs: FLUENTD,
    },
    "M13",
  ),
  datum(
    {
      key: "logging.fluentd.heartbeat",
      name: "Fluentd:HeartbeatMs",
      via: "argument",
      value: { kind: "duration" },
      meaning: "time between two signs of life to the Fluentd server, in milliseconds",
      default: "60000",
      needs: FLUENTD,
    },
    "M13",
  ),
  datum(
    {
      key: "logging.fluentd.sendBufferSize",
      name: "Fluentd:SendBufferSize",
      via: "argument",
      value: { kind: "integer", minimum: 1, unit: "bytes" },
      meaning: "bytes of network buffer for what is sent to Fluentd",
      default: "32768",
      needs: FLUENTD,
    },
    "M13",
  ),
  datum(
    {
      key: "logging.fluentd.tlsTimeout",
      name: "Fluentd:TlsConnectionEstablishmentTimeoutMs",
      via: "argument",
      value: { kind: "duration" },
      meaning: "time in which a TLS connection to Fluentd must stand, in milliseconds; ignored without TLS",
      default: "10000",
      needs: FLUENTD,
    },
    "M13",
  ),
  datum(
    {
      key: "logging.fluentd.tls",
      name: "Fluentd:UseTLS",
      via: "argument",
      value: { kind: "boolean" },
      meaning: "whether logs go to Fluentd over TLS",
      default: "false",
      needs: FLUENTD,
    },
    "M13",
  ),
  datum(
    {
      key: "decoders",
      name: "DECODER_MAX_COUNT",
      via: "environment",
      value: { kind: "integer", minimum: 1, maximum: 1000 },
      meaning: "recognitions that the container works on at a time",
      functions: ["speech-to-text", "custom-speech-to-text"],
      since: { "speech-to-text": "1.3.0" },
    },
    "M9",
    "M19",
  ),
];
