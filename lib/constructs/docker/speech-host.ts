import type { Network } from "@cdktf/provider-docker/lib/network";
import type { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { Construct } from "constructs";
import type { SitePlan } from "../../domain/plan";
import { LOCAL_SITE, type ReservedRequest } from "../../domain/request";
import { companionBesideHost, unknownContainer } from "../misuse";
import type { SpeechContainerOptions } from "./container-options";
import { type SettingsProps, secretsOf, settingsRequest } from "./container-settings";
import { containerRequest, type SharedContainerProps, planOrThrow, stackId } from "./plan-site";
import { type PlannedContainer, renderSite } from "./speech-site";

/** What an engine's host keeps for other programs. */
export type ReservedCapacity = ReservedRequest;

export interface SpeechHostProps extends SharedContainerProps, SettingsProps {
  /** The containers of this engine by name: lower-case letters, digits and hyphens. At least one (SPC200). */
  readonly containers: Readonly<Record<string, SpeechContainerOptions>>;

  /**
   * The start of the names of all objects on the engine: the network is called so, a container
   * `<name>-<container>`.
   *
   * @default - `<stack id>-<construct id>`
   */
  readonly name?: string;

  /**
   * The cores that the engine has; the containers' sum is checked against it (SPC220).
   *
   * @default - not checked
   */
  readonly cores?: number;

  /**
   * The memory that the engine has, a number of MiB or a size such as `64g`; the containers' sum, models included, is
   * checked against it (SPC221).
   *
   * @default - not checked
   */
  readonly memory?: string | number;

  /**
   * Whether the engine's processor has AVX2.
   *
   * @default - it is taken to have it; `false` is a warning (SPC412)
   */
  readonly avx2?: boolean;

  /**
   * Ports, cores and memory that the engine's host keeps for other programs: no container gets these ports (SPC209),
   * and the rest counts against `cores` and `memory`.
   *
   * @default - nothing
   */
  readonly reserved?: ReservedCapacity;

  /**
   * The registry to pull from instead of Microsoft's, for all containers without one of their own.
   *
   * @default - the edition's
   */
  readonly registry?: string;

  /**
   * The docker provider, where the stack has several engines.
   *
   * @default - the stack's only docker provider
   */
  readonly provider?: DockerProvider;
}

/**
 * Several Speech containers on one engine, with a network of their own. They are planned together, so ports that clash
 * and an engine that is too small are found (SPC204, SPC220, SPC221) before anything is deployed.
 */
export class SpeechHost extends Construct {
  /** Everything that was planned for this engine. */
  public readonly plan: SitePlan;

  /** The docker_network of the containers. */
  public readonly network: Network;

  /** The containers by name. */
  public readonly containers: Readonly<Record<string, PlannedContainer>>;

  /** What the Speech SDK takes as host, by container name. */
  public readonly hostUrls: Readonly<Record<string, string>>;

  public constructor(scope: Construct, id: string, props: SpeechHostProps) {
    super(scope, id);
    const { account, textAnalytics, licenseAccount, provider, advertise, cores, memory, avx2, reserved, registry } =
      props;
    this.plan = planOrThrow(this, {
      props,
      request: {
        name: LOCAL_SITE,
        engine: { advertise, cores, memory, avx2, reserved },
        registry,
        ...settingsRequest(props),
        containers: Object.entries(props.containers).map(([name, options]) => containerRequest(name, options)),
      },
      prefix: props.name ?? `${stackId(this)}-${id}`,
      misuses: Object.entries(props.containers).flatMap(([name, { sentiment }]) =>
        sentiment?.companion === undefined ? [] : [companionBesideHost(sentiment.companion.plan.name, name)],
      ),
      propOf: (path) => (path === "stackId" ? "name" : path.replace(/^engine\./, "")),
    });
    const { network, containers } = renderSite(this, this.plan, {
      account,
      textAnalytics,
      licenseAccount,
      provider,
      secretsOf: (name) => secretsOf(props.containers[name] ?? {}, props),
    });
    this.network = network;
    this.containers = containers;
    this.hostUrls = Object.fromEntries(this.plan.containers.map(({ name, urls }) => [name, urls.host]));
  }

  /** A container by its name; an unknown name is a problem (SPC505). */
  public container(name: string): PlannedContainer {
    // An object's own: `toString` is no container.
    const container = Object.hasOwn(this.containers, name) ? this.containers[name] : undefined;
    if (container === undefined) {
      throw unknownContainer(name, Object.keys(this.containers), this);
    }
    return container;
  }
}
