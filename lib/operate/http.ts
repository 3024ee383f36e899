import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";

/** Where a URL is asked: `address` is connected to instead of the URL's own host (the sandbox's loopback addresses). */
export interface HttpPlace {
  readonly url: string;
  readonly address?: string;
}

export type HttpAnswer =
  | { readonly reached: true; readonly statusCode: number; readonly body: string }
  /** `reason` is the system's word, such as `ECONNREFUSED`. */
  | { readonly reached: false; readonly reason: string };

export type HttpGet = (place: HttpPlace) => Promise<HttpAnswer>;

/** Longer than any answer of a healthy container takes, short enough to poll with. */
const ANSWER_WITHIN_MS = 5_000;
/** A home page of another program may be endless; the JSON of a container is below 1 KB. */
const LONGEST_BODY = 64 * 1024;

/** GETs a URL; never rejects. `ws` and `wss` URLs are asked by their HTTP side. */
export const httpGet: HttpGet = ({ url, address }) =>
  new Promise((resolve) => {
    const place = new URL(url.replace(/^ws/, "http"));
    const send = place.protocol === "https:" ? httpsRequest : httpRequest;
    const host = place.hostname.replace(/^\[|\]$/g, "");
    const request = send(
      {
        host: address ?? host,
        // TLS has server names for names only (RFC 6066, section 3).
        ...(isIP(host) === 0 ? { servername: host } : {}),
        port: place.port,
        path: place.pathname + place.search,
        headers: { host: place.host, accept: "application/json" },
        agent: false,
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      },
      (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          if (body.length < LONGEST_BODY) body += chunk;
          else response.destroy();
        });
        // Cut off in the middle: what came so far is judged, "close" follows.
        response.on("error", () => undefined);
        response.once("close", () => resolve({ reached: true, statusCode: response.statusCode ?? 0, body }));
      },
    );
    request.once("error", (error: NodeJS.ErrnoException) =>
      resolve({ reached: false, reason: error.code ?? error.name }),
    );
    request.end();
  });
