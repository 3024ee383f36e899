import { setTimeout as pause } from "node:timers/promises";
import { WebSocket } from "ws";

export const VOICE = "en-US-AriaNeural";
const SYNTHESIS_PATH = "/cognitiveservices/v1";
const RECOGNITION_PATH = "/speech/recognition/conversation/cognitiveservices/v1";
/** As the Speech SDKs send it: a tenth of a second of 16 kHz, 16 bit. */
const BLOCK_BYTES = 3200;
const BLOCK_MILLISECONDS = 100;

/** Samples of 16 kHz, 16 bit, that carry the text. */
export async function synthesize(port: number, text: string): Promise<Buffer> {
  const response = await fetch(`http://127.0.0.1:${port}${SYNTHESIS_PATH}`, {
    method: "POST",
    headers: { "Content-Type": "application/ssml+xml", "X-Microsoft-OutputFormat": "raw-16khz-16bit-mono-pcm" },
    body: `<speak version="1.0" xml:lang="en-US"><voice name="${VOICE}">${text}</voice></speak>`,
  });
  if (!response.ok) throw new Error(`the synthesis was refused with ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

export interface Recognition {
  readonly texts: readonly string[];
  /** From the last audio to the end of the turn, in milliseconds. */
  readonly late: number;
}

/** Sends a recording, in real time or at once, and gathers the phrases until the turn ends. */
export async function recognize(port: number, audio: Buffer, isRealTime: boolean): Promise<Recognition> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${RECOGNITION_PATH}?language=en-US`);
  const texts: string[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    socket.on("message", (data: Buffer) => {
      const [head = "", body = ""] = data.toString("utf8").split("\r\n\r\n", 2);
      if (head.includes("Path: turn.end")) resolve();
      if (!head.includes("Path: speech.phrase")) return;
      const { DisplayText } = JSON.parse(body) as { readonly DisplayText?: string };
      if (DisplayText !== undefined) texts.push(DisplayText);
    });
    socket.on("error", reject);
    socket.on("close", (code) => reject(new Error(`a connection was closed with ${code}`)));
  });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  socket.send("Path: speech.context\r\nX-RequestId: a\r\n\r\n{}");
  const began = performance.now();
  for (let at = 0, block = 1; at < audio.length; at += BLOCK_BYTES, block++) {
    socket.send(audioFrame(audio.subarray(at, at + BLOCK_BYTES)));
    if (isRealTime) await pause(Math.max(0, began + block * BLOCK_MILLISECONDS - performance.now()));
  }
  socket.send(audioFrame(Buffer.alloc(0)));
  const sent = performance.now();
  await ended;
  const late = performance.now() - sent;
  socket.removeAllListeners("close").close();
  return { texts, late };
}

function audioFrame(bytes: Buffer): Buffer {
  const head = Buffer.from("Path: audio\r\nX-RequestId: a\r\n");
  return Buffer.concat([Buffer.from([head.length >> 8, head.length & 0xff]), head, bytes]);
}
