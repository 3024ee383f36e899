import { readFileSync, writeFileSync } from "node:fs";
import { encodeSamples } from "../../lib/sandbox/speech/audio/samples";
import { createListener } from "../../lib/sandbox/speech/carrier/listener";
import { planSpeech } from "../../lib/sandbox/speech/carrier/speaker";

/** Hertz, and bytes a second of its 16 bit samples. */
const SAMPLE_RATE = 16_000;
const BYTES_PER_SECOND = 2 * SAMPLE_RATE;
/** As the Speech SDKs send it: a tenth of a second. */
const BLOCK_BYTES = BYTES_PER_SECOND / 10;

const text = "The train to Leeds leaves at nine from platform four. ".repeat(40).trim();

/** Writes the samples of a text to a file. */
async function make(file: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  const speech = planSpeech([{ kind: "utterance", text, language: "en-US" }], SAMPLE_RATE);
  for await (const piece of speech.samples()) pieces.push(encodeSamples(piece, "pcm"));
  const audio = Buffer.concat(pieces);
  writeFileSync(file, audio);
  return audio;
}

/** Reads a file of samples as a container hears them; a text that is not the one that was said ends the bench. */
async function hear(file: string): Promise<Buffer> {
  const audio = readFileSync(file);
  const listener = createListener(0.5);
  const events = [];
  for (let at = 0; at < audio.length; at += BLOCK_BYTES) {
    events.push(...(await listener.hear(audio.subarray(at, at + BLOCK_BYTES))));
  }
  events.push(...(await listener.finish()));
  listener.close();
  if (!events.some((event) => event.kind === "whole" && event.text === text)) throw new Error("the text was not heard");
  return audio;
}

async function main([direction, file = ""]: readonly string[]): Promise<void> {
  const start = performance.now();
  const audio = await (direction === "make" ? make(file) : hear(file));
  const milliseconds = performance.now() - start;
  console.log(JSON.stringify({ milliseconds, playing: (1000 * audio.length) / BYTES_PER_SECOND }));
}

main(process.argv.slice(2)).catch((problem: unknown) => {
  console.error(problem);
  process.exitCode = 1;
});
