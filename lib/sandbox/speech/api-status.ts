/** The words of `apiStatus` in `/status`. Compare by equality: `Invalid` contains `valid`. */
export type ApiStatus =
  | "Valid"
  | "Invalid"
  | "Mismatch"
  | "CouldNotConnect"
  | "BillingEndpointBusy"
  | "OutOfQuota"
  | "ContainerUseUnauthorized"
  | "Unknown";

/** The text of `Valid` is a real container's, the others are the sandbox's own words. */
export const apiStatusMessages: Readonly<Record<ApiStatus, string>> = {
  Valid: "Api Key is valid, no action needed.",
  Invalid: "Api Key is invalid.",
  Mismatch: "Api Key or billing endpoint belongs to another kind of resource.",
  CouldNotConnect: "The billing endpoint could not be reached.",
  BillingEndpointBusy: "The billing endpoint is busy.",
  OutOfQuota: "The quota of the resource is used up.",
  ContainerUseUnauthorized: "The subscription is not approved for this container.",
  Unknown: "The Api Key has not been checked yet.",
};
