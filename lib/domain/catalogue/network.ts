import { datum } from "./datum";

/** Hosts that a connected container reaches by TCP 443 to report its usage. */
export const billingHosts = datum(["*.cognitive.microsoft.com", "*.cognitiveservices.azure.com"], "M13");
