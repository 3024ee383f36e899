import { randomUUID } from "node:crypto";
import type { WebSocket } from "ws";
import type { WordPlace } from "../carrier/speaker";
import { connectUsp, type UspConnection } from "../usp/connection";
import type { UspMessage } from "../usp/messages";
import { LONGEST_SSML, prepareSynthesis, type Synthesis } from "./request";
import type { Synthesizer } from "./rest";

/** Where the two SDKs connect when addressed by host; both also connect on the REST paths when given one as endpoint. */
export const synthesisSocketPaths = ["/tts/cognitiveservices/websocket/v1", "/cognitiveservices/websocket/v1"] as const;

/** What the SDKs ask for when the user chose nothing. */
const DEFAULT_SOCKET_FORMAT = "raw-16khz-16bit-mono-pcm";
/** Bytes of audio in a frame. */
const FRAME_BYTES = 8192;
const TICKS_PER_SECOND = 10_000_000;

/** The part of `synthesis.context` that matters here. The JavaScript SDK writes some booleans as strings. */
interface SynthesisContext {
  readonly synthesis?: {
    readonly audio?: { readonly outputFormat?: unknown; readonly metadataOptions?: Readonly<Record<string, unknown>> };
  };
}

/** Serves one WebSocket of synthesis: per request `synthesis.context`, then `ssml`. */
export function serveSynthesis(
  socket: WebSocket,
  synthesizer: Synthesizer & { readonly refuse: () => string | undefined },
): void {
  const { voice, log, refuse } = synthesizer;
  let context: SynthesisContext = {};
  let stopped = false;
  let speaking: Promise<void> = Promise.resolve();

  const connection = connectUsp(socket, {
    log,
    closed: () => (stopped = true),
    handle(message) {
      if (message.path === "synthesis.context") context = contextOf(message);
      if (message.path === "synthesis.control") stopped = true;
      if (message.path !== "ssml") return;
      stopped = false;
      const asked = context;
      // Not awaited here: a request to stop must be read while the audio leaves.
      speaking = speaking
        .then(() => answer(message, asked))
        .catch((error: unknown) => {
          log(`synthesis: ${error instanceof Error ? error.message : String(error)}`);
          connection.close(1011, "internal error of the simulation");
        });
    },
  });

  async function answer({ requestId, body }: UspMessage, asked: SynthesisContext): Promise<void> {
    const refusal = refuse();
    if (refusal !== undefined) {
      log(`refused: ${refusal}`);
      connection.close(1008, refusal);
      return;
    }
    const format = asked.synthesis?.audio?.outputFormat;
    const result =
      body.length > LONGEST_SSML
        ? ({ ok: false, message: `SSML is limited to ${LONGEST_SSML} bytes` } as const)
        : prepareSynthesis(body.toString("utf8"), typeof format === "string" ? format : DEFAULT_SOCKET_FORMAT, voice);
    if (!result.ok) {
      log(`synthesis refused: ${result.message}`);
      connection.close(1007, result.message);
      return;
    }
    log(`synthesizing ${result.synthesis.seconds.toFixed(1)} s, ${result.synthesis.format.name}`);
    await stream(connection, requestId, result.synthesis, asked.synthesis?.audio?.metadataOptions ?? {}, () => stopped);
  }
}

async function stream(
  connection: UspConnection,
  requestId: string,
  synthesis: Synthesis,
  options: Readonly<Record<string, unknown>>,
  isStopped: () => boolean,
): Promise<void> {
  const serviceTag = randomUUID().replaceAll("-", "");
  const wants = (option: string): boolean => String(options[option]) === "true";
  const words = synthesis.words.filter(({ isPunctuation }) =>
    wants(isPunctuation ? "punctuationBoundaryEnabled" : "wordBoundaryEnabled"),
  );
  connection.send("turn.start", requestId, { context: { serviceTag } });
  connection.send("response", requestId, { context: { serviceTag }, audio: { type: "inline", streamId: serviceTag } });

  let sent = 0;
  let announced = 0;
  const bytesPerSecond = synthesis.byteLength / synthesis.seconds;
  for await (const piece of synthesis.audio()) {
    const until = (sent + piece.length) / bytesPerSecond;
    for (let word = words[announced]; word !== undefined && word.start <= until; word = words[++announced]) {
      connection.send("audio.metadata", requestId, { Metadata: [boundary(word)] });
    }
    for (let start = 0; start < piece.length; start += FRAME_BYTES) {
      if (isStopped()) break;
      await connection.sendAudio(requestId, serviceTag, piece.subarray(start, start + FRAME_BYTES));
    }
    sent += piece.length;
    if (isStopped()) break;
  }
  if (wants("sessionEndEnabled")) {
    const Offset = Math.round((sent / bytesPerSecond) * TICKS_PER_SECOND);
    connection.send("audio.metadata", requestId, { Metadata: [{ Type: "SessionEnd", Data: { Offset } }] });
  }
  connection.send("turn.end", requestId, {});
}

function boundary({ text, isPunctuation, start, end }: WordPlace): unknown {
  const Offset = Math.round(start * TICKS_PER_SECOND);
  const BoundaryType = isPunctuation ? "PunctuationBoundary" : "WordBoundary";
  return {
    Type: "WordBoundary",
    Data: {
      Offset,
      Duration: Math.round(end * TICKS_PER_SECOND) - Offset,
      text: { Text: text, Length: text.length, BoundaryType },
    },
  };
}

function contextOf({ body }: UspMessage): SynthesisContext {
  try {
    const context: unknown = JSON.parse(body.toString("utf8"));
    return typeof context === "object" && context !== null ? context : {};
  } catch {
    return {};
  }
}
