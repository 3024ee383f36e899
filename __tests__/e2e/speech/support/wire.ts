import { WebSocket } from "ws";

/** A bare client of the Speech protocol, for what the SDKs do not let a test send or see. */
export interface WireClient {
  readonly received: { readonly path: string; readonly requestId: string; readonly body: Record<string, unknown> }[];
  text(path: string, requestId: string, body: unknown): void;
  audio(requestId: string, bytes: Buffer): void;
  raw(frame: string | Buffer): void;
  /** Waits until a message with that path has come. */
  until(path: string, count?: number): Promise<void>;
  /** Waits for the end of the turn of that request; false: the connection was closed first. */
  answered(requestId: string): Promise<boolean>;
  /** Close code and reason. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  close(): void;
}

export async function connectWire(port: number, path: string): Promise<WireClient> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, "USP");
  const received: WireClient["received"] = [];
  const closed = new Promise<{ code: number; reason: string }>((resolve) =>
    socket.on("close", (code, reason) => resolve({ code, reason: reason.toString() })),
  );
  socket.on("message", (data: Buffer, isBinary) => {
    const text = isBinary ? data.toString("utf8", 2, 2 + data.readUInt16BE(0)) : data.toString("utf8");
    const header = (name: string): string => new RegExp(`^${name}: (.*)$`, "m").exec(text)?.[1]?.trim() ?? "";
    const json = isBinary ? "{}" : text.slice(text.indexOf("\r\n\r\n") + 4);
    received.push({
      path: header("Path"),
      requestId: header("X-RequestId"),
      body: JSON.parse(json) as Record<string, unknown>,
    });
  });
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });

  async function poll(name: string, isThere: () => boolean): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (!isThere()) {
      if (Date.now() > deadline)
        throw new Error(`no ${name} among ${received.map((message) => message.path).join(", ")}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  return {
    received,
    closed,
    text: (name, requestId, body) =>
      socket.send(
        `Path: ${name}\r\nX-RequestId: ${requestId}\r\n\r\n${typeof body === "string" ? body : JSON.stringify(body)}`,
      ),
    audio(requestId, bytes) {
      const head = Buffer.from(`Path: audio\r\nX-RequestId: ${requestId}\r\n`);
      socket.send(Buffer.concat([Buffer.from([head.length >> 8, head.length & 0xff]), head, bytes]));
    },
    raw: (frame) => socket.send(frame),
    close: () => socket.close(),
    async until(name, count = 1) {
      await poll(name, () => received.filter((message) => message.path === name).length >= count);
    },
    async answered(requestId) {
      const hasEnded = (): boolean =>
        received.some((message) => message.path === "turn.end" && message.requestId === requestId);
      await poll(`turn.end of ${requestId}`, () => hasEnded() || socket.readyState === socket.CLOSED);
      return hasEnded();
    },
  };
}
