import { datum, unverifiedDatum } from "./datum";

/** How long an endpoint is gone when its container is replaced, in seconds; estimates for reports, never limits. */

/** From the start of a container until it takes queries: its model is loaded. Reported are 60 to 90 seconds. */
export const modelLoadSeconds = unverifiedDatum(90, "one chart's readme; depends on model and engine", "C2");

/** The longest that a custom model may take to download: then the container gives up. */
export const modelDownloadSeconds = datum(3600, "M10");
