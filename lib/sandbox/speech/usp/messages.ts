/**
 * The messages of the Speech SDKs on their WebSockets. Text frames: headers, an empty line, a body. Binary frames: two bytes
 * (big-endian) with the length of the headers, the headers, the payload.
 */
export interface UspMessage {
  /** The kind of message, such as `speech.context` or `audio`; lower case. */
  readonly path: string;
  /** As the client wrote it; empty where it sends none (Python's `speech.config`). */
  readonly requestId: string;
  readonly contentType: string;
  readonly body: Buffer;
}

/** Undefined when the bytes are no message. Header names are read without regard to case, as the two SDKs differ. */
export function parseTextMessage(text: string): UspMessage | undefined {
  const split = text.indexOf("\r\n\r\n");
  const head = split < 0 ? text : text.slice(0, split);
  return messageOf(head, Buffer.from(split < 0 ? "" : text.slice(split + 4)));
}

export function parseBinaryMessage(bytes: Buffer): UspMessage | undefined {
  if (bytes.length < 2) return undefined;
  const headerLength = bytes.readUInt16BE(0);
  if (2 + headerLength > bytes.length) return undefined;
  return messageOf(bytes.toString("utf8", 2, 2 + headerLength), bytes.subarray(2 + headerLength));
}

function messageOf(head: string, body: Buffer): UspMessage | undefined {
  const headers = new Map<string, string>();
  for (const line of head.split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  const path = headers.get("path")?.toLowerCase();
  if (path === undefined || path === "") return undefined;
  return {
    path,
    requestId: headers.get("x-requestid") ?? "",
    contentType: headers.get("content-type") ?? "",
    body,
  };
}

/**
 * A text frame for the client. Names are spelt as here because the native SDK compares them with case, and the JSON is compact
 * because the JavaScript SDK cuts a body at an empty line.
 */
export function textMessage(path: string, requestId: string, body: unknown): string {
  const head = `Path: ${path}\r\nX-RequestId: ${requestId}\r\nContent-Type: application/json; charset=utf-8`;
  return `${head}\r\n\r\n${JSON.stringify(body)}`;
}

/** A binary frame with synthesized audio for the client. */
export function audioMessage(requestId: string, streamId: string, audio: Buffer): Buffer {
  const head = Buffer.from(
    `Path: audio\r\nX-RequestId: ${requestId}\r\nX-StreamId: ${streamId}\r\nContent-Type: audio/x-wav\r\n`,
  );
  const length = Buffer.alloc(2);
  length.writeUInt16BE(head.length);
  return Buffer.concat([length, head, audio]);
}
