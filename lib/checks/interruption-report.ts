/** What an apply does to the endpoint of one container. */
export type Effect =
  /** Nothing, or a change that the engine takes while it runs. */
  | "stays"
  | "starts"
  /** Gone until the new container has loaded its model. */
  | "replaced"
  /** Replaced, and answers at another address afterwards. */
  | "moves"
  | "ends";

export interface Interruption {
  readonly address: string;
  /** As people call the container. */
  readonly name: string;
  readonly effect: Effect;
  /** Why, in a few words; absent: nothing changes. */
  readonly why?: string;
  /** What clients take as host: before where it exists, and after where it will. */
  readonly before?: string;
  readonly after?: string;
  /** How long nobody answers. Absent: not at all, or for good. */
  readonly outage?: Outage;
}

export interface Outage {
  /** An estimate. */
  readonly seconds: number;
  /** What comes before the new container can load its model, and takes as long as it takes. */
  readonly behind?: "the pull of its image";
  /** Where the estimate comes from. */
  readonly source: string;
}

export interface InterruptionReport {
  /** Every Speech container of the plan, in the order of its addresses. */
  readonly endpoints: readonly Interruption[];
  /** Ways that leave somebody answering all the time. */
  readonly steps: readonly TwoSteps[];
}

/** A way in two applies that leaves somebody answering all the time. */
export interface TwoSteps {
  /** Names of the containers that it is about. */
  readonly containers: readonly string[];
  readonly first: string;
  readonly second: string;
}
