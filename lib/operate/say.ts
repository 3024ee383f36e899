import { printable } from "./printable";

/** What a text-to-speech container is to say. */
export interface SayRequest {
  /** Host URL of the container, such as `http://localhost:5001`. */
  readonly hostUrl: string;
  /** Connect here instead of the URL's own host (the sandbox's loopback addresses). */
  readonly address?: string;
  readonly text: string;
  /** Short name in mixed case, such as `en-US-AriaNeural`; of a custom voice, its name in the portal. */
  readonly voice: string;
  /** Default: {@link DEFAULT_SAY_FORMAT}, a WAV file. */
  readonly format?: string;
}

export type SayAnswer =
  | { readonly said: true; readonly audio: Buffer; readonly seconds: number }
  /** Why not, in the container's or the system's own words. */
  | { readonly said: false; readonly reason: string };

export const DEFAULT_SAY_FORMAT = "riff-16khz-16bit-mono-pcm";

/** Documented for every version of every text-to-speech container. */
const SYNTHESIS_PATH = "/speech/synthesize/cognitiveservices/v1";
/** Long texts take a real container some seconds before it sends anything. */
const PATIENCE_MS = 120_000;
/** Of a body that explains a refusal, in characters. */
const LONGEST_REASON = 300;

/** Asks a container, simulated or real, to say a text; never rejects. */
export async function say({
  hostUrl,
  address,
  text,
  voice,
  format = DEFAULT_SAY_FORMAT,
}: SayRequest): Promise<SayAnswer> {
  const url = new URL(SYNTHESIS_PATH, hostUrl.replace(/^ws/, "http"));
  if (address !== undefined) url.hostname = address;
  const began = performance.now();
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { Accept: "audio/*", "Content-Type": "application/ssml+xml", "X-Microsoft-OutputFormat": format },
      body: ssmlOf(text, voice),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const audio = Buffer.from(await response.arrayBuffer());
    if (!response.ok) {
      const words = audio.toString("utf8").slice(0, LONGEST_REASON).trim().replace(/\s+/g, " ");
      return {
        said: false,
        reason: printable(`${response.status} ${response.statusText}${words === "" ? "" : `: ${words}`}`),
      };
    }
    return { said: true, audio, seconds: (performance.now() - began) / 1000 };
  } catch (error) {
    return { said: false, reason: reasonOf(error) };
  }
}

/** Plain text as SSML for one voice, in the language of its name. */
function ssmlOf(text: string, voice: string): string {
  const language = /^[a-z]{2,3}-[A-Z]{2}/.exec(voice)?.[0] ?? "en-US";
  const speak = `version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="${language}"`;
  return `<speak ${speak}><voice name="${escaped(voice)}">${escaped(text)}</voice></speak>`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML 1.0 cannot hold control characters at all, so they become spaces. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => entities[character] ?? character)
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, " ");
}

/** `fetch` hides the system's word in the cause of its error. */
function reasonOf(error: unknown): string {
  const { message = String(error), cause } = error as {
    readonly message?: string;
    readonly cause?: { readonly message?: string };
  };
  return cause?.message ?? message;
}
