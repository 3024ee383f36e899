import { Container } from "@cdktf/provider-docker/lib/container";
import { Image } from "@cdktf/provider-docker/lib/image";
import type { Network } from "@cdktf/provider-docker/lib/network";
import type { DockerProvider } from "@cdktf/provider-docker/lib/provider";
import { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import type { ContainerPlan } from "../../domain/plan";
import type { Problem } from "../../domain/problems";
import { LOCAL_SITE } from "../../domain/request";
import { companionElsewhere, companionOfOtherStack } from "../misuse";
import { tellFacts } from "./container-facts";
import type { SpeechContainerOptions } from "./container-options";
import { secretsOf } from "./container-settings";
import { containerRequest, type SharedContainerProps, planOrThrow, stackId } from "./plan-site";
import type { ICompanion } from "./sentiment";
import { startAfter } from "./speech-site";
import { renderSteps } from "./steps";
import { translateContainer, translateImage } from "./translate";

export interface SpeechContainerProps extends SpeechContainerOptions, SharedContainerProps {
  /**
   * The name of the container: lower-case letters, digits and hyphens. On the engine it is `<stack id>-<name>`.
   *
   * @default - the construct id
   */
  readonly name?: string;

  /**
   * The network that the container joins.
   *
   * @default - the engine's own bridge
   */
  readonly network?: Network;

  /**
   * The docker provider, where the stack has several engines.
   *
   * @default - the stack's only docker provider
   */
  readonly provider?: DockerProvider;
}

/**
 * One Speech container and its image. Several on one engine belong into a `SpeechHost`, which finds clashes between
 * them. Problems are thrown all at once as a `ConstructProblem`.
 */
export class SpeechContainer extends Construct {
  /** Everything that was planned: image, size, port, settings. */
  public readonly plan: ContainerPlan;

  /** What the Speech SDK takes as host, such as `ws://localhost:5000`. */
  public readonly hostUrl: string;

  /** Answers 200 once the container can work. */
  public readonly readyUrl: string;

  /** Says whether the account accepts the container's key. */
  public readonly statusUrl: string;

  /** The network that the container has joined. */
  public readonly network?: Network;

  /** The image on the engine. */
  public readonly image: Image;

  /** The docker_container that fetches the licence of a disconnected container and ends. */
  public readonly licenseStep?: Container;

  /** The docker_containers that fetch its display models and end. */
  public readonly displaySteps: readonly Container[];

  /** The docker_container itself. */
  public readonly resource: Container;

  public constructor(scope: Construct, id: string, props: SpeechContainerProps) {
    super(scope, id);
    const {
      account,
      textAnalytics,
      licenseAccount,
      eula,
      edition,
      advertise,
      name = id,
      network,
      provider,
      ...options
    } = props;
    const companion = options.sentiment?.companion;
    const place = `containers.${name}`;
    const site = planOrThrow(this, {
      props: { account, textAnalytics, licenseAccount, eula, edition },
      request: { name: LOCAL_SITE, engine: { advertise }, containers: [containerRequest(name, options)] },
      prefix: stackId(this),
      neighbours: companion === undefined ? [] : [companion.plan],
      misuses: companion === undefined ? [] : misusesOfCompanion(this, companion, network),
      propOf: (path) => (path === place ? "name" : path.replace(`${place}.`, "").replace("engine.", "")),
    });
    const [plan] = site.containers as readonly [ContainerPlan];
    this.plan = plan;
    this.hostUrl = plan.urls.host;
    this.readyUrl = plan.urls.ready;
    this.statusUrl = plan.urls.status;
    this.image = new Image(this, "image", { ...translateImage(plan.image), provider });
    const wiring = {
      imageId: this.image.imageId,
      networkName: network?.name,
      account,
      textAnalytics,
      licenseAccount,
      secrets: secretsOf(options),
    };
    this.network = network;
    const steps = renderSteps(this, plan, { ...wiring, provider }, (own) => own);
    this.licenseStep = steps.licenseStep;
    this.displaySteps = steps.displaySteps;
    this.resource = new Container(this, "Default", { ...translateContainer(plan, wiring), ...steps.after, provider });
    tellFacts(this.resource, plan);
    if (companion !== undefined) {
      startAfter(this.resource, companion.resource);
    }
  }
}

function misusesOfCompanion(
  scope: Construct,
  { plan, resource, network: theirs }: ICompanion,
  network: Network | undefined,
): readonly Problem[] {
  if (TerraformStack.of(resource) !== TerraformStack.of(scope)) {
    return [companionOfOtherStack(plan.name)];
  }
  return network === undefined || theirs !== network ? [companionElsewhere(plan.name)] : [];
}
