import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ApiStatus } from "../../../../lib/sandbox/speech/api-status";
import { speechHandlers, type SpeechOptions } from "../../../../lib/sandbox/speech/handlers";
import type { FindRoute } from "../../../../lib/sandbox/speech/outgoing";
import type { TextAnalyticsSettings } from "../../../../lib/sandbox/speech/sentiment/client";

/** A simulated container reduced to its speech: the handlers on a plain server, as the worker plugs them in. */
export interface TestContainer {
  readonly port: number;
  readonly log: string[];
  /** Moves the container's clock, in milliseconds. */
  advance(milliseconds: number): void;
  /** Serves no queries from now on, for that `apiStatus`; undefined: serves again. */
  refuse(apiStatus: ApiStatus | undefined): void;
  close(): Promise<void>;
}

const real: FindRoute = async ({ hostname, port }) => ({ host: hostname, port });

export async function startContainer({
  textAnalytics,
  ...options
}: Pick<SpeechOptions, "function"> &
  Partial<Pick<SpeechOptions, "voice">> & {
    /** Asked where it really is: no network of containers is simulated here. */
    readonly textAnalytics?: Omit<TextAnalyticsSettings, "route">;
  }): Promise<TestContainer> {
  const log: string[] = [];
  let ahead = 0;
  let apiStatus: ApiStatus | undefined;
  const handlers = speechHandlers({
    ...options,
    ...(textAnalytics !== undefined && { textAnalytics: { ...textAnalytics, route: real } }),
    clock: { now: () => Date.now() + ahead },
    log: (line) => log.push(line),
    refuse: () => apiStatus,
  });
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0];
    const handler = handlers.routes.get(`${request.method} ${path}`);
    if (handler === undefined) response.writeHead(404).end();
    else handler(request, response);
  });
  server.on("upgrade", (request, socket, head) => {
    if (handlers.upgrade(request, socket, head)) return;
    socket.on("error", () => socket.destroy());
    socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    log,
    advance: (milliseconds) => (ahead += milliseconds),
    refuse: (word) => (apiStatus = word),
    async close() {
      handlers.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
