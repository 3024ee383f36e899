import { datum } from "./datum";

/** Where every container tells whether it takes queries, and whether its key was good when it started. */
export const probePaths = datum({ ready: "/ready", status: "/status" }, "M13");

/** Where Microsoft's registry keeps the layers of its images: whoever pulls reaches these as well, by TCP 443. */
export const registryDataHosts = datum({ registry: "mcr.microsoft.com", data: ["*.data.mcr.microsoft.com"] }, "C2");

/** Hosts that a connected container reaches by TCP 443 to report its usage. */
export const billingHosts = datum(["*.cognitive.microsoft.com", "*.cognitiveservices.azure.com"], "M13");
