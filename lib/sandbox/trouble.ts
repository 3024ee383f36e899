import type { ApiStatus } from "./speech/api-status";

/** Words of `sandbox set --billing` with what the billing calls of a container are answered. */
const billingAnswers = {
  offline: "CouldNotConnect",
  busy: "BillingEndpointBusy",
  "invalid-key": "Invalid",
  mismatch: "Mismatch",
  "out-of-quota": "OutOfQuota",
  unauthorized: "ContainerUseUnauthorized",
} as const satisfies Readonly<Record<string, ApiStatus>>;

/** `valid` ends the trouble: the simulated Azure judges the key again. */
export type BillingWord = keyof typeof billingAnswers | "valid";

/** What a container that runs is made to do, until its program ends. */
export interface Trouble {
  readonly billing?: BillingWord;
  /** How much later the container answers each request, in milliseconds; 0: at once. */
  readonly slowMilliseconds?: number;
  /** Its program ends at once, as after a fault of its own; the restart policy decides what follows. */
  readonly crash?: boolean;
}

/** What billing calls are answered with; undefined: what the simulated Azure says. */
export const billingAnswer = (word: BillingWord): ApiStatus | undefined =>
  word === "valid" ? undefined : billingAnswers[word];
