import { type ApiStatus, apiStatusMessages } from "./api-status";

/** How a container that serves no queries answers them. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
}

/** Unverified for Speech, as is the code `NoCredit`: another container of the same framework was seen to answer so (containers.md 4). */
const statuses: Partial<Record<ApiStatus, number>> = {
  Invalid: 401,
  Mismatch: 401,
  ContainerUseUnauthorized: 403,
  OutOfQuota: 429,
};

export function refusalFor(apiStatus: ApiStatus): Refusal {
  return { status: statuses[apiStatus] ?? 503, message: apiStatusMessages[apiStatus] };
}

export function refusalBody({ message }: Refusal): unknown {
  return { error: { code: "NoCredit", message } };
}
