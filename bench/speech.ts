import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { speechHandlers } from "../lib/sandbox/speech/handlers";
import { median, type Comparison } from "./compare";
import { project, runNode } from "./process";

const app = join(project, "bench", "apps", "speech.ts");
const VOICE = "en-US-AriaNeural";
const PATH = "/speech/synthesize/cognitiveservices/v1";

/**
 * Simulated speech, made and heard: the time against the playing time of the audio (the ratio is the real-time factor), and the
 * peak memory of the process against one that does nothing.
 */
export async function compareSpeech(runs: number): Promise<Comparison[]> {
  const folder = mkdtempSync(join(tmpdir(), "speech-bench-"));
  const file = join(folder, "speech.pcm");
  try {
    const nothing = await repeated(runs, () => runNode(["--import", "tsx", "-e", ""]));
    const idle = median(nothing.map(({ megabytes }) => megabytes));
    const sides = { made: "make", heard: "hear" } as const;
    const found: Comparison[] = [];
    for (const [name, direction] of Object.entries(sides)) {
      const samples = await repeated(runs, () => runNode(["--import", "tsx", app, direction, file]));
      const times = samples.map(({ output }) => JSON.parse(output) as { milliseconds: number; playing: number });
      found.push(
        {
          name: `speech ${name}, against playing`,
          unit: "ms",
          ours: median(times.map(({ milliseconds }) => milliseconds)),
          baseline: median(times.map(({ playing }) => playing)),
          goal: 0.05,
        },
        {
          name: `speech ${name}, peak memory`,
          unit: "MB",
          ours: median(samples.map(({ megabytes }) => megabytes)),
          baseline: idle,
        },
      );
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How long a client waits for the first byte of a long synthesis, against the whole of it. */
export async function compareFirstByte(runs: number): Promise<Comparison> {
  const handlers = speechHandlers({
    function: "neural-text-to-speech",
    voice: VOICE,
    clock: { now: Date.now },
    log: () => undefined,
    refuse: () => undefined,
  });
  const server = createServer((request, response) => handlers.routes.get(`POST ${PATH}`)?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`;
  try {
    const times = await repeated(runs, () => synthesize(url));
    return {
      name: "first byte, against the whole",
      unit: "ms",
      ours: median(times.map(({ first }) => first)),
      baseline: median(times.map(({ whole }) => whole)),
      goal: 0.5,
    };
  } finally {
    handlers.close();
    server.close();
  }
}

async function synthesize(url: string): Promise<{ readonly first: number; readonly whole: number }> {
  const text = "The train to Leeds leaves at nine. ".repeat(60);
  const start = performance.now();
  const response = await fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/ssml+xml", Connection: "close" },
    body: `<speak version="1.0" xml:lang="en-US"><voice name="${VOICE}">${text}</voice></speak>`,
  });
  let first: number | undefined;
  for await (const piece of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    if (piece.length > 0) first ??= performance.now() - start;
  }
  if (!response.ok) throw new Error(`the synthesis was refused with ${response.status}`);
  const whole = performance.now() - start;
  return { first: first ?? whole, whole };
}

/** One more before that, to warm caches. */
async function repeated<Sample>(runs: number, measure: () => Promise<Sample>): Promise<readonly Sample[]> {
  await measure();
  const samples: Sample[] = [];
  for (let run = 0; run < runs; run++) samples.push(await measure());
  return samples;
}
