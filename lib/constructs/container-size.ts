import type { SizeRequest } from "../domain/request";

export interface ExplicitSize {
  /** CPU cores; fractions are allowed. */
  readonly cores: number;
  /** The memory limit: a number of MiB or a size such as `12g`. */
  readonly memory: string | number;
  /**
   * Why less than the function's minimum is enough here. Written into the plan.
   *
   * @default - a size below the minimum is a problem
   */
  readonly belowMinimum?: string;
}

/** How many cores and how much memory a container gets. */
export class ContainerSize {
  /** The least with which the function runs. */
  public static readonly MINIMUM = new ContainerSize("minimum");

  /** What the function's documentation recommends. */
  public static readonly RECOMMENDED = new ContainerSize("recommended");

  /** A size of your own. */
  public static of(size: ExplicitSize): ContainerSize {
    return new ContainerSize(size);
  }

  readonly #request: SizeRequest;

  // A private field makes the type its own: without one, any object would pass for a size, and be ignored.
  private constructor(request: SizeRequest) {
    this.#request = request;
  }

  /** @internal */
  public _render(): SizeRequest {
    return this.#request;
  }
}
