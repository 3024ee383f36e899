import type { DisplayModelsRequest } from "../../domain/display-models-request";
import type { DisconnectedRequest, ExpectRequest, HealthCheckRequest } from "../../domain/request";
import type { ContainerSize } from "../container-size";
import type { SecretsVia } from "../secrets-via";
import type { SpeechFunction } from "../speech-function";
import type { Sentiment } from "./sentiment";
import type { SettingsProps } from "./container-settings";

/** How a container runs without a connection to Azure. */
export type Disconnected = DisconnectedRequest;

/** Which display models a container is given. */
export type DisplayModels = DisplayModelsRequest;

/** Durations are written as `30s`, `1m30s`, `500ms`. */
export type HealthCheck = HealthCheckRequest;

/** How many there are at the same time: one of these. */
export type Expectation = ExpectRequest;

/**
 * What one container runs. All of it must be concrete: a container is planned before Terraform runs, so a token is a
 * problem (SPC504).
 */
export interface SpeechContainerOptions extends SettingsProps {
  /** What the container does. */
  readonly function: SpeechFunction;

  /**
   * The locale of speech to text, such as `en-US`.
   *
   * @default - none; functions whose images are made per locale need one (SPC108)
   */
  readonly locale?: string;

  /**
   * The voice of text to speech, such as `en-US-AriaNeural`.
   *
   * @default - none; functions whose images are made per voice need one (SPC109)
   */
  readonly voice?: string;

  /**
   * The GUID of a custom model.
   *
   * @default - none; the custom functions need one (SPC110)
   */
  readonly modelId?: string;

  /**
   * The language of a container of the function `sentiment`, such as `de`.
   *
   * @default "en"
   */
  readonly language?: string;

  /**
   * Where a container that transcribes gets the sentiment of its results from. From 2.2.0 on (SPC260, SPC261).
   *
   * @default - it gives none
   */
  readonly sentiment?: Sentiment;

  /**
   * The version of the image, such as `4.12.0`.
   *
   * @default - the edition's
   */
  readonly version?: string;

  /**
   * A tag of the image by hand.
   *
   * @default - made from version, locale and voice
   */
  readonly tag?: string;

  /**
   * A digest of the image, `sha256:…`.
   *
   * @default - the tag alone decides
   */
  readonly digest?: string;

  /**
   * The registry to pull from instead of Microsoft's, such as `registry.contoso.com/mirror`.
   *
   * @default - the host's, else the edition's
   */
  readonly registry?: string;

  /**
   * The port on the engine's host, 1 to 65535.
   *
   * @default - one that follows from the container's name
   */
  readonly port?: number;

  /**
   * The IPv4 address on the engine's host at which the port is open. Any but a loopback address needs `front` or
   * `exposed` (SPC206).
   *
   * @default "127.0.0.1"
   */
  readonly address?: string;

  /**
   * The TLS and authentication proxy that guards this port, in words.
   *
   * @default - none
   */
  readonly front?: string;

  /**
   * Why this port may be open to others without a guard, in words.
   *
   * @default - it may not
   */
  readonly exposed?: string;

  /**
   * Cores and memory.
   *
   * @default ContainerSize.RECOMMENDED
   */
  readonly size?: ContainerSize;

  /**
   * How many streams or requests there are at the same time, instead of `size`: one number, from which cores, memory
   * and decoders are planned. More than one container can take is a problem (SPC214).
   *
   * @default - `size` decides
   */
  readonly expect?: Expectation;

  /**
   * A folder of the engine's host that keeps the custom model.
   *
   * @default - a volume that is named after the model
   */
  readonly modelsFolder?: string;

  /**
   * Where the container writes logs and usage records: `"volume"` for one that is named after the container, or a
   * folder of the engine's host that the user `nonroot` of the image may write to.
   *
   * @default - nowhere that outlives the container
   */
  readonly output?: string;

  /**
   * Settings that have no prop of their own, by the name that the container knows. No secrets (SPC310).
   *
   * @default - none
   */
  readonly extraSettings?: Readonly<Record<string, string | number | boolean>>;

  /**
   * Whether the container runs on a licence, without key and connection. A step fetches the licence with
   * `licenseAccount`; another `renewal` fetches a new one. From version 3.0.0 on (custom speech to text 3.10.0), and
   * only of speech to text and neural voices (SPC270, SPC271).
   *
   * @default - it is connected
   */
  readonly disconnected?: Disconnected;

  /**
   * Display models for custom speech to text from 3.1.0 on: the newest of a locale by `types`, or one by one by `ids`
   * (SPC274, SPC275). Steps fetch them before the container starts; another `renewal` fetches them anew.
   *
   * @default - those of its image
   */
  readonly displayModels?: DisplayModels;

  /**
   * A folder of the engine's host for the licence of a disconnected container.
   *
   * @default - a volume that is named after the container and its image
   */
  readonly licenseFolder?: string;

  /**
   * A health check that runs inside the container, for those who know what their image holds.
   *
   * @default - none: readiness is proven from outside
   */
  readonly healthCheck?: HealthCheck;

  /**
   * How the key reaches the container.
   *
   * @default SecretsVia.ENVIRONMENT
   */
  readonly secretsVia?: SecretsVia;

  /**
   * Whether an image that Microsoft has retired may be planned.
   *
   * @default false
   */
  readonly allowRetired?: boolean;
}
