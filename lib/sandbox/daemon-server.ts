import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { TOKEN_HEADER, type DaemonCalls, type DaemonFailure, type LogsRequest } from "./daemon-protocol";
import { SandboxError } from "./sandbox-error";

/** `alive` and `down` need nothing of the world and are answered by the server itself. */
export type DaemonHandlers = {
  readonly [Call in Exclude<keyof DaemonCalls, "down">]: (
    ask: DaemonCalls[Call]["ask"],
  ) => DaemonCalls[Call]["answer"] | Promise<DaemonCalls[Call]["answer"]>;
};

/** Gives the lines so far and, when followed, calls `line` with each new one until the returned function is called. */
export type LogSource = (
  request: LogsRequest,
  line: (text: string) => void,
) => { readonly lines: readonly string[]; readonly stop: () => void };

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString("utf8"));
}

function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json", connection: "close" });
  response.end(JSON.stringify(body));
}

function answerLogs(logs: LogSource, request: LogsRequest, response: ServerResponse): void {
  const write = (text: string): void => void response.write(`${text}\n`);
  const { lines, stop } = logs(request, write);
  response.writeHead(200, { "content-type": "text/plain; charset=utf-8", connection: "close" });
  response.flushHeaders();
  for (const text of lines) write(text);
  if (request.follow) response.once("close", stop);
  else response.end();
}

export interface DaemonService {
  readonly handlers: DaemonHandlers;
  readonly logs: LogSource;
}

export interface ControlServerOptions {
  readonly token: string;
  /** Calls wait for it. */
  readonly service: Promise<DaemonService>;
  /** Ends the process. */
  readonly end: () => void;
  /** Gets what is unexpected. */
  readonly report: (error: unknown) => void;
}

/** The control server of the background process. */
export function controlServer({ token, service, end, report }: ControlServerOptions): Server {
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers[TOKEN_HEADER] !== token) return answerJson(response, 403, null);
    const call = (request.url ?? "").slice(1);
    const ask = await bodyOf(request);
    if (call === "alive") return answerJson(response, 200, null);
    if (call === "down") {
      response.once("close", end);
      return answerJson(response, 200, null);
    }
    const { handlers, logs } = await service;
    if (call === "logs") return answerLogs(logs, ask as LogsRequest, response);
    const handler = (handlers as Readonly<Record<string, (ask: never) => unknown>>)[call];
    return answerJson(response, handler === undefined ? 404 : 200, (await handler?.(ask as never)) ?? null);
  }

  return createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (!(error instanceof SandboxError)) report(error);
      const failure: DaemonFailure =
        error instanceof SandboxError
          ? { code: error.code, message: error.message, hint: error.hint }
          : {
              code: "SPC708",
              message: `the background process failed: ${error instanceof Error ? error.message : String(error)}`,
              hint: "See .sandbox/daemon.log; `sandbox down` starts afresh.",
            };
      answerJson(response, 400, failure);
    });
  });
}
