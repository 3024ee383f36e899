import { request, type IncomingMessage } from "node:http";
import type { Claim } from "./daemon-claim";
import { TOKEN_HEADER, type DaemonCalls, type DaemonFailure } from "./daemon-protocol";
import { SandboxError } from "./sandbox-error";

/** Sends a request to a background process; rejects when nobody listens there. */
export function send(claim: Claim, path: string, body: unknown, signal?: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        ...("socketPath" in claim.listens ? claim.listens : { host: "127.0.0.1", port: claim.listens.port }),
        method: "POST",
        path: `/${path}`,
        headers: { [TOKEN_HEADER]: claim.token, "content-type": "application/json" },
        agent: false,
        ...(signal === undefined ? {} : { signal }),
      },
      resolve,
    );
    outgoing.once("error", reject);
    outgoing.end(JSON.stringify(body));
  });
}

async function text(message: IncomingMessage): Promise<string> {
  message.setEncoding("utf8");
  let all = "";
  for await (const part of message) all += part as string;
  return all;
}

export async function* linesOf(message: IncomingMessage): AsyncGenerator<string, void> {
  message.setEncoding("utf8");
  let rest = "";
  for await (const part of message) {
    const lines = `${rest}${part as string}`.split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
}

/** Turns an answer that tells of a failure into the error. */
export async function orFailure(message: IncomingMessage): Promise<IncomingMessage> {
  if (message.statusCode === 200) return message;
  const { code, message: words, hint } = JSON.parse(await text(message)) as DaemonFailure;
  throw new SandboxError(code, words, hint);
}

export async function ask<Call extends keyof DaemonCalls>(
  claim: Claim,
  call: Call,
  body: DaemonCalls[Call]["ask"],
): Promise<DaemonCalls[Call]["answer"]> {
  const answer = await orFailure(await send(claim, call, body));
  return JSON.parse(await text(answer)) as DaemonCalls[Call]["answer"];
}

/** Whether the process of a claim lives: it answers, and knows the claim's token. */
export async function isAlive(claim: Claim): Promise<boolean> {
  try {
    const answer = await send(claim, "alive", null, AbortSignal.timeout(10_000));
    answer.resume();
    return answer.statusCode === 200;
  } catch {
    return false;
  }
}
