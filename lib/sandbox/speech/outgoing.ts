import { request, type RequestOptions } from "node:http";
import { readBody } from "./http";

/** What Node's HTTP client connects to instead of what the URL names. */
export type Route = Pick<RequestOptions, "socketPath" | "host" | "port">;

/** Finds who answers at a URL inside a container; rejects with the words of the failure when nobody does. */
export type FindRoute = (url: URL) => Promise<Route>;

export interface Answer {
  readonly status: number;
  readonly json: unknown;
}

const TIMEOUT_MILLISECONDS = 5000;
const LONGEST_ANSWER_BYTES = 1024 * 1024;

/** Posts JSON by HTTP along a route. The stand-ins speak no TLS, whatever the URL says. */
export async function postJson(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: unknown,
  findRoute: FindRoute,
): Promise<Answer> {
  const route = await findRoute(url);
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        ...route,
        method: "POST",
        path: `${url.pathname}${url.search}`,
        headers: {
          Host: url.host,
          "Content-Type": "application/json",
          "Content-Length": Buffer.byteLength(text),
          ...headers,
        },
        agent: false,
        signal: AbortSignal.timeout(TIMEOUT_MILLISECONDS),
      },
      (response) => {
        readBody(response, LONGEST_ANSWER_BYTES).then(
          (bytes) => resolve({ status: response.statusCode ?? 0, json: parsed(bytes) }),
          reject,
        );
      },
    );
    outgoing.once("error", reject);
    outgoing.end(text);
  });
}

function parsed(bytes: Buffer | undefined): unknown {
  try {
    return JSON.parse(bytes?.toString("utf8") ?? "");
  } catch {
    return undefined;
  }
}
