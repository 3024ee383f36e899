import type { IncomingMessage, ServerResponse } from "node:http";
import { STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer, type WebSocket } from "ws";
import type { ApiStatus } from "./api-status";
import type { Clock } from "./clock";
import { redactedUrl, type RequestHandler, sendJson } from "./http";
import { serveRecognition } from "./recognition/connection";
import { recognitionPaths } from "./recognition/settings";
import { refusalBody, refusalFor } from "./refusal";
import type { TextAnalyticsSettings } from "./sentiment/client";
import { sentimentHandler, sentimentPaths } from "./sentiment/companion";
import { serveSynthesis, synthesisSocketPaths } from "./synthesis/connection";
import { synthesisHandler, synthesisPaths, voicesHandler, voicesPath } from "./synthesis/rest";

/** A function of the catalogue that speaks, listens or judges. */
export type SpeechFunctionName =
  | "speech-to-text"
  | "custom-speech-to-text"
  | "text-to-speech"
  | "custom-text-to-speech"
  | "neural-text-to-speech"
  | "language-detection"
  | "sentiment";

export interface SpeechOptions {
  readonly function: SpeechFunctionName;
  /** Short name of the one voice of a text-to-speech container; undefined for a custom voice. */
  readonly voice?: string;
  /** Where a speech-to-text container asks for sentiment. Default: nowhere. */
  readonly textAnalytics?: TextAnalyticsSettings;
  readonly clock: Clock;
  /** Lines of the container's log; they hold no spoken text and no key. */
  readonly log: (line: string) => void;
  /** The `apiStatus` word for which the container serves no queries now; undefined while it serves. */
  readonly refuse: () => ApiStatus | undefined;
}

/** What a container's one HTTP server plugs in. */
export interface SpeechHandlers {
  /** By `METHOD /path`; a path without an entry is the server's own business (404). */
  readonly routes: ReadonlyMap<string, (request: IncomingMessage, response: ServerResponse) => void>;
  /** For the server's `upgrade` event. False: the path is not served here, the caller answers. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Ends every connection at once. */
  close(): void;
}

/** Bytes; the SDKs send 3.2 kB. */
const LONGEST_FRAME = 4 * 1024 * 1024;

type Serve = (socket: WebSocket, url: URL) => void;

/** The speech part of a simulated container of that function. */
export function speechHandlers(options: SpeechOptions): SpeechHandlers {
  const { log, refuse } = options;
  const routes = new Map<string, RequestHandler>();
  const sockets = new Map<string, Serve>();
  plugIn(options, routes, sockets);

  const server = new WebSocketServer({
    noServer: true,
    maxPayload: LONGEST_FRAME,
    handleProtocols: (protocols) => protocols.values().next().value ?? false,
  });

  return {
    routes: new Map([...routes].map(([key, handler]) => [key, answering(handler, options)])),
    close() {
      for (const client of server.clients) client.terminate();
      server.close();
    },
    upgrade(request, socket, head) {
      const url = new URL(request.url ?? "/", "http://container");
      const serve = sockets.get(url.pathname);
      if (serve === undefined) return false;
      socket.on("error", (error) => log(`connection: ${error.message}`));
      const line = `WebSocket ${redactedUrl(request.url ?? "/")}`;
      const apiStatus = refuse();
      if (apiStatus !== undefined) {
        const refusal = refusalFor(apiStatus);
        log(`${line} ${refusal.status} ${apiStatus}`);
        refuseUpgrade(socket, refusal.status, JSON.stringify(refusalBody(refusal)));
        return true;
      }
      log(`${line} 101`);
      server.handleUpgrade(request, socket, head, (webSocket) => serve(webSocket, url));
      return true;
    },
  };
}

function plugIn(options: SpeechOptions, routes: Map<string, RequestHandler>, sockets: Map<string, Serve>): void {
  const refusalMessage = (): string | undefined => {
    const apiStatus = options.refuse();
    return apiStatus === undefined ? undefined : refusalFor(apiStatus).message;
  };
  switch (options.function) {
    case "speech-to-text":
    case "custom-speech-to-text":
    case "language-detection": {
      const answers = options.function === "language-detection" ? "language" : "words";
      const recognizer = { ...options, answers, refuse: refusalMessage } as const;
      for (const path of Object.values(recognitionPaths))
        sockets.set(path, (socket, url) => serveRecognition(socket, url, recognizer));
      return;
    }
    case "text-to-speech":
    case "custom-text-to-speech":
    case "neural-text-to-speech": {
      const synthesizer = { ...options, refuse: refusalMessage };
      routes.set(`GET ${voicesPath}`, voicesHandler(options));
      for (const path of synthesisPaths) routes.set(`POST ${path}`, synthesisHandler(options));
      for (const path of [...synthesisPaths, ...synthesisSocketPaths])
        sockets.set(path, (socket) => serveSynthesis(socket, synthesizer));
      return;
    }
    case "sentiment": {
      const paths = Object.keys(sentimentPaths) as (keyof typeof sentimentPaths)[];
      for (const path of paths) routes.set(`POST ${path}`, sentimentHandler(path));
    }
  }
}

/** Answers with the refusal while the container serves no queries; logs every answer; never throws. */
function answering(
  handler: RequestHandler,
  { refuse, log }: SpeechOptions,
): (request: IncomingMessage, response: ServerResponse) => void {
  const answer: RequestHandler = async (request, response) => {
    const apiStatus = refuse();
    if (apiStatus === undefined) {
      await handler(request, response);
    } else {
      request.resume();
      const refusal = refusalFor(apiStatus);
      sendJson(response, refusal.status, refusalBody(refusal));
    }
    log(`${request.method} ${redactedUrl(request.url ?? "/")} ${response.statusCode}`);
  };
  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      log(`the simulation failed: ${error instanceof Error ? error.message : String(error)}`);
      response.destroy();
    });
  };
}

function refuseUpgrade(socket: Duplex, status: number, body: string): void {
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    "Connection: close",
    "Content-Type: application/json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
}
