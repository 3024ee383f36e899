import type { IncomingMessage, ServerResponse } from "node:http";
import type { SpeechContainer } from "../container";

type RouteHandler = (container: SpeechContainer, request: IncomingMessage, response: ServerResponse) => void;

/** Handlers by method and path, such as `GET /ready`. */
export type RouteTable = Readonly<Record<string, RouteHandler>>;

/**
 * Answers in full. `unverified` names what of the answer no document or real container has confirmed; it goes into a header,
 * so that nobody takes the sandbox for a source.
 */
export function answer(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: string,
  unverified?: string,
): void {
  response.writeHead(status, {
    "content-type": contentType,
    ...(unverified === undefined ? {} : { "x-sandbox-unverified": unverified }),
  });
  response.end(body);
}

export const answerJson = (response: ServerResponse, status: number, body: object, unverified?: string): void =>
  answer(response, status, "application/json; charset=utf-8", JSON.stringify(body), unverified);
