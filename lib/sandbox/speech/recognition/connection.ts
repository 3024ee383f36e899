import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import type { Clock } from "../clock";
import { connectUsp } from "../usp/connection";
import type { UspMessage } from "../usp/messages";
import { readSettings, type RecognitionSettings, recognitionPaths } from "./settings";
import { type Recognizer, startTurn, type Turn } from "./turn";

/**
 * Limits of the documented modes, in milliseconds of the clock: a single utterance gets 20 s (the page on modes; the FAQ says
 * 15), a connection for many utterances is closed after 10 minutes and the client connects again.
 */
const INTERACTIVE_LIMIT = 20_000;
const CONNECTION_LIMIT = 600_000;
/** Real milliseconds between two looks at the clock. */
const LIMIT_CHECK = 250;

/** Serves one WebSocket of recognition. `refuse` gives the reason why no query is answered now, if there is one. */
export function serveRecognition(
  socket: WebSocket,
  url: URL,
  recognizer: Recognizer & { readonly clock: Clock; readonly refuse: () => string | undefined },
): void {
  const { clock, log } = recognizer;
  const opened = clock.now();
  let turn:
    | { readonly id: string; readonly began: number; readonly settings: RecognitionSettings; readonly running: Turn }
    | undefined;
  /** The request whose turn was last over: audio of it may still be under way. */
  let ended: string | undefined;

  const connection = connectUsp(socket, {
    log,
    closed: () => {
      clearInterval(timer);
      turn?.running.abandon();
    },
    async handle(message) {
      if (message.path === "speech.context") begin(message);
      if (message.path !== "audio" || sameRequest(message.requestId, ended)) return;
      if (!sameRequest(message.requestId, turn?.id)) begin({ ...message, body: Buffer.from("{}") });
      const current = turn;
      await current?.running.audio(message.body);
      if (current?.running.isOver()) ended = current.id;
    },
  });

  function begin({ requestId, body }: UspMessage): void {
    if (turn !== undefined && !turn.running.isOver()) turn.running.abandon();
    const send = (path: string, content: unknown): void => connection.send(path, requestId, content);
    const refusal = recognizer.refuse();
    const settings = readSettings(url, parsed(body));
    const running = startTurn(recognizer, settings, send, randomUUID().replaceAll("-", ""));
    turn = { id: requestId, began: clock.now(), settings, running };
    if (refusal === undefined) return;
    log(`refused: ${refusal}`);
    send("speech.phrase", { RecognitionStatus: "Forbidden", Offset: 0, Duration: 0 });
    send("turn.end", {});
    running.abandon();
    ended = requestId;
  }

  const timer = setInterval(() => {
    const now = clock.now();
    if (url.pathname !== recognitionPaths.interactive && now - opened >= CONNECTION_LIMIT) {
      log("closing: a connection lasts 10 minutes at most");
      connection.close(1000, "the connection has lasted 10 minutes");
    } else if (turn?.settings.utterances === "one" && now - turn.began >= INTERACTIVE_LIMIT) {
      turn.running.stop("a single utterance lasts 20 s at most").catch((error: unknown) => log(String(error)));
    }
  }, LIMIT_CHECK);
  timer.unref();
}

function sameRequest(first: string, second: string | undefined): boolean {
  return first.toLowerCase() === second?.toLowerCase();
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return {};
  }
}
