import { datum, unverifiedDatum } from "./datum";
import type { FunctionName } from "./index";

/** How a container is told of a proxy: a word, as documented, and the variables that .NET and libcurl read. */
export const proxySettings = {
  address: datum({ name: "HTTP_PROXY", meaning: "proxy for what the container sends out" }, "M4", "M13"),
  credentials: datum(
    { name: "HTTP_PROXY_CREDS", meaning: "user:password at the proxy; the documents want it in lower case" },
    "M4",
    "M13",
  ),
  /** The same word as a variable, as in Microsoft's samples. */
  variable: datum({ name: "http_proxy", meaning: "the same, for programs that read the environment" }, "M15"),
  secure: unverifiedDatum(
    { names: ["HTTPS_PROXY", "https_proxy"], meaning: "proxy for what is sent by https" },
    "no page names it; programs that read the environment, such as .NET and libcurl, know both spellings",
    "M15",
  ),
  except: unverifiedDatum(
    { names: ["NO_PROXY", "no_proxy"], meaning: "hosts that are reached without the proxy" },
    "no page names it; programs that read the environment, such as .NET and libcurl, know both spellings",
    "M15",
  ),
} as const;

/** Hosts that are never reached through a proxy: the container itself. */
export const NEVER_BY_PROXY = ["localhost", "127.0.0.1"] as const;

/** The version that mended an error with HTTP proxies, by function. */
export const proxyMended = unverifiedDatum<Readonly<Partial<Record<FunctionName, string>>>>(
  { "speech-to-text": "3.10.0", "custom-speech-to-text": "3.10.0", "neural-text-to-speech": "2.9.0" },
  "the release notes name 3.10.0 and 2.9.0; which function each is for follows from the numbers",
  "M7",
);
