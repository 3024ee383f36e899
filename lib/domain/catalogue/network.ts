import { datum } from "./datum";

/** Where every container tells whether it takes queries, and whether its key was good when it started. */
export const probePaths = datum({ ready: "/ready", status: "/status" }, "M13");

/** Hosts that a connected container reaches by TCP 443 to report its usage. */
export const billingHosts = datum(["*.cognitive.microsoft.com", "*.cognitiveservices.azure.com"], "M13");
