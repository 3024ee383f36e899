import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { TOKEN_HEADER, type DaemonCalls, type DaemonFailure, type LogsRequest } from "./daemon-protocol";
import { SandboxError } from "./sandbox-error";

export type DaemonHandlers = {
  readonly [Call in keyof DaemonCalls]: (
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

/** The control server of the background process. `report` gets what is unexpected. */
export function controlServer(
  token: string,
  handlers: DaemonHandlers,
  logs: LogSource,
  report: (error: unknown) => void,
): Server {
  const calls: Readonly<Record<string, (ask: never) => unknown>> = handlers;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers[TOKEN_HEADER] !== token) return answerJson(response, 403, null);
    const call = (request.url ?? "").slice(1);
    if (call === "alive") return answerJson(response, 200, null);
    const ask = await bodyOf(request);
    if (call === "logs") return answerLogs(logs, ask as LogsRequest, response);
    return answerJson(response, 200, (await calls[call]?.(ask as never)) ?? null);
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
