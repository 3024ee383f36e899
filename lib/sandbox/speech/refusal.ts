/** How a container that serves no queries answers them. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
}

/**
 * By the words of `apiStatus` (containers.md 4). The statuses and the `NoCredit` code are unverified for Speech: other containers
 * of the same framework answer so.
 */
const refusals: Readonly<Record<string, Refusal>> = {
  Invalid: { status: 401, message: "Api Key is invalid." },
  Mismatch: { status: 401, message: "Api Key or endpoint is for another kind of resource." },
  ContainerUseUnauthorized: { status: 403, message: "The subscription is not approved for this container." },
  OutOfQuota: { status: 429, message: "The quota of the resource is used up." },
  BillingEndpointBusy: { status: 503, message: "The billing endpoint is busy." },
  CouldNotConnect: { status: 503, message: "The billing endpoint could not be reached." },
};

/** The answer for an `apiStatus`; a word that is not known is passed on. */
export function refusalFor(apiStatus: string): Refusal {
  return refusals[apiStatus] ?? { status: 503, message: `The container serves no queries: ${apiStatus}.` };
}

export function refusalBody({ message }: Refusal): unknown {
  return { error: { code: "NoCredit", message } };
}
