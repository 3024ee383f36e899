import type { RawData, WebSocket } from "ws";
import { audioMessage, parseBinaryMessage, parseTextMessage, textMessage, type UspMessage } from "./messages";

/** The server's end of a WebSocket of the Speech SDKs. */
export interface UspConnection {
  send(path: string, requestId: string, body: unknown): void;
  /** Resolves when the bytes have left this process, so that a slow client slows the synthesis down. */
  sendAudio(requestId: string, streamId: string, audio: Buffer): Promise<void>;
  /** Ends the connection. A reason is cut at the 123 bytes that a close frame holds. */
  close(code: number, reason: string): void;
  isOpen(): boolean;
}

/** Messages that wait to be handled before the client is made to wait, and with how many it may go on. */
const PAUSE_AT = 32;
const RESUME_AT = 8;
const LONGEST_REASON = 123;

/**
 * Hands messages over one by one in their order; while `handle` is busy the client is held back. What is no message is passed
 * over. An error in `handle` closes the connection with 1011.
 */
export function connectUsp(
  socket: WebSocket,
  events: {
    readonly handle: (message: UspMessage) => Promise<void> | void;
    readonly closed: () => void;
    readonly log: (line: string) => void;
  },
): UspConnection {
  let waiting = 0;
  let queue = Promise.resolve();

  const connection: UspConnection = {
    isOpen: () => socket.readyState === socket.OPEN,
    send(path, requestId, body) {
      if (connection.isOpen()) socket.send(textMessage(path, requestId, body));
    },
    sendAudio: (requestId, streamId, audio) =>
      new Promise((resolve) => {
        if (connection.isOpen()) socket.send(audioMessage(requestId, streamId, audio), () => resolve());
        else resolve();
      }),
    close(code, reason) {
      socket.close(code, cutToBytes(reason, LONGEST_REASON));
    },
  };

  socket.on("message", (data, isBinary) => {
    const bytes = toBuffer(data);
    const message = isBinary ? parseBinaryMessage(bytes) : parseTextMessage(bytes.toString("utf8"));
    if (message === undefined) {
      events.log(`a frame of ${bytes.length} bytes is no message of the Speech protocol; passed over`);
      return;
    }
    waiting++;
    if (waiting >= PAUSE_AT) socket.pause();
    queue = queue
      .then(() => events.handle(message))
      .catch((error: unknown) => {
        events.log(`closing 1011: ${error instanceof Error ? error.message : String(error)}`);
        connection.close(1011, "internal error of the simulation");
      })
      .finally(() => {
        waiting--;
        if (waiting <= RESUME_AT && socket.isPaused) socket.resume();
      });
  });
  socket.on("close", () => events.closed());
  socket.on("error", (error) => events.log(`WebSocket: ${error.message}`));
  return connection;
}

function toBuffer(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}

function cutToBytes(text: string, bytes: number): string {
  let cut = text;
  while (Buffer.byteLength(cut) > bytes) cut = cut.slice(0, -1);
  return cut;
}
