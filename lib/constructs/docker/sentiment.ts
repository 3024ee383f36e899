import type { Container } from "@cdktf/provider-docker/lib/container";
import type { Network } from "@cdktf/provider-docker/lib/network";
import type { ContainerPlan } from "../../domain/plan";
import type { SentimentRequest } from "../../domain/request";

/** A sentiment container that is a construct of its own, as a `SpeechContainer` is. */
export interface ICompanion {
  /** What was planned for it. */
  readonly plan: ContainerPlan;
  /** The docker_container: those that ask it start after it. */
  readonly resource: Container;
  /** The network that it has joined; without one, nobody reaches it by its name. */
  readonly network?: Network;
}

/** Where a container that transcribes gets the sentiment of its results from. */
export class Sentiment {
  /** From the cloud: the account in `textAnalytics`. */
  public static readonly CLOUD = new Sentiment("cloud");

  /**
   * From a container of the function `sentiment` on the same network.
   *
   * @param companion a container of the same `SpeechHost` by its name, or a `SpeechContainer` that has joined the same
   * `network`; one that is no such container is a problem (SPC263, SPC507)
   */
  public static fromContainer(companion: string | ICompanion): Sentiment {
    return typeof companion === "string"
      ? new Sentiment({ container: companion })
      : new Sentiment({ container: companion.plan.name }, companion);
  }

  readonly #request: SentimentRequest;

  private constructor(
    request: SentimentRequest,
    /** The companion, where it is a construct of its own. */
    public readonly companion?: ICompanion,
  ) {
    this.#request = request;
  }

  /** @internal */
  public _render(): SentimentRequest {
    return this.#request;
  }
}
