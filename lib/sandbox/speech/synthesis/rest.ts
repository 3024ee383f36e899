import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DEFAULT_OUTPUT_FORMAT } from "../audio/formats";
import { readBody, type RequestHandler, sendJson, sendText } from "../http";
import { LONGEST_SSML, prepareSynthesis } from "./request";

/** Both documented paths of synthesis, and the one of the list of voices. */
export const synthesisPaths = ["/speech/synthesize/cognitiveservices/v1", "/cognitiveservices/v1"] as const;
export const voicesPath = "/cognitiveservices/voices/list";

export interface Synthesizer {
  /** Short name of the container's voice; undefined when only the custom model knows it. */
  readonly voice?: string;
  readonly log: (line: string) => void;
}

/** `POST` of SSML: the audio leaves while it is made. */
export function synthesisHandler({ voice, log }: Synthesizer): RequestHandler {
  return async (request, response) => {
    const contentType = (request.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase();
    const body = await readBody(request, LONGEST_SSML);
    if (contentType !== "application/ssml+xml") {
      sendText(response, 415, `Unsupported content type "${contentType}"; expected is application/ssml+xml`);
      return;
    }
    if (body === undefined) {
      sendText(response, 413, `SSML is limited to ${LONGEST_SSML} bytes`);
      return;
    }
    const result = prepareSynthesis(body.toString("utf8"), formatOf(request), voice);
    if (!result.ok) {
      log(`synthesis refused: ${result.message}`);
      sendText(response, 400, result.message);
      return;
    }
    const { synthesis } = result;
    log(`synthesizing ${synthesis.seconds.toFixed(1)} s, ${synthesis.format.name}`);
    const type = synthesis.format.container === "riff" ? "audio/x-wav" : "audio/basic";
    response.writeHead(200, { "Content-Type": type, "Content-Length": synthesis.byteLength });
    try {
      await pipeline(Readable.from(synthesis.audio()), response);
    } catch (error) {
      log(`synthesis ended early: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}

/** One entry, in the form that both SDKs read. Gender and speed of a voice are not in the catalogue. */
export function voicesHandler({ voice }: Synthesizer): RequestHandler {
  const [, locale = "", name = ""] = /^([a-z]{2,3}-[A-Z]{2}(?:-[a-z]+)?)-(.+)$/.exec(voice ?? "") ?? [];
  const voices =
    voice === undefined
      ? []
      : [
          {
            Name: `Microsoft Server Speech Text to Speech Voice (${locale}, ${name})`,
            DisplayName: name.replace(/Neural$/, ""),
            LocalName: name.replace(/Neural$/, ""),
            ShortName: voice,
            Gender: "Neutral",
            Locale: locale,
            LocaleName: locale,
            SampleRateHertz: "24000",
            VoiceType: name.endsWith("Neural") ? "Neural" : "Standard",
            Status: "GA",
            WordsPerMinute: "0",
          },
        ];
  return async (_request, response) => sendJson(response, 200, voices);
}

function formatOf(request: IncomingMessage): string {
  const header = request.headers["x-microsoft-outputformat"];
  return (Array.isArray(header) ? header[0] : header) ?? DEFAULT_OUTPUT_FORMAT;
}
