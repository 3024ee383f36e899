import type { ApiStatus } from "./api-status";

/** What a container knows about its key. */
export interface BillingState {
  /** Outcome of the last call: what `/status` tells. */
  readonly apiStatus: ApiStatus;
  /** Whether Azure's last answer was that the key is good. */
  readonly accepted: boolean;
  /** Calls in a row that got no answer. */
  readonly failedTries: number;
}

/** Tries without an answer after which queries are refused (containers.md 5). */
export const ALLOWED_TRIES = 10;

const MINUTE = 60_000;

export const beforeFirstCall: BillingState = { apiStatus: "Unknown", accepted: false, failedTries: 0 };

export function afterBillingCall(before: BillingState, outcome: ApiStatus): BillingState {
  const unanswered = outcome === "CouldNotConnect" || outcome === "BillingEndpointBusy";
  return unanswered
    ? { apiStatus: outcome, accepted: before.accepted, failedTries: before.failedTries + 1 }
    : { apiStatus: outcome, accepted: outcome === "Valid", failedTries: 0 };
}

/**
 * Queries are answered while the key is accepted and fewer than ten calls in a row went unanswered. The process lives on in any case.
 * The calls go on after the tenth, so that an endpoint that comes back restores service: Microsoft's "until the billing endpoint
 * is restored", not verified for the time after the tenth try.
 */
export const servesQueries = (state: BillingState): boolean => state.accepted && state.failedTries < ALLOWED_TRIES;

/** Usage is reported every 10 to 15 minutes; `random` is in [0, 1). Milliseconds of simulated time. */
export const timeToNextCall = (random: number): number => (10 + 5 * random) * MINUTE;
