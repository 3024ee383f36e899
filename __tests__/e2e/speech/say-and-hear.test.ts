import { hear } from "../../../lib/operate/hear";
import { say } from "../../../lib/operate/say";
import { readWav } from "../../../lib/operate/wav";
import { wordErrors } from "../../../lib/operate/word-error-rate";
import { containing } from "../../sandbox/speech/support/matchers";
import { startContainer, type TestContainer } from "./support/container";

const VOICE = "en-US-AriaNeural";
const SENTENCE = 'Good morning. The train to "Leeds" & <York> leaves at nine.';

let narrator: TestContainer;
let captions: TestContainer;

beforeAll(async () => {
  narrator = await startContainer({ function: "neural-text-to-speech", voice: VOICE });
  captions = await startContainer({ function: "speech-to-text" });
});
afterAll(() => Promise.all([narrator.close(), captions.close()]));

test.each([
  "riff-16khz-16bit-mono-pcm",
  "riff-24khz-16bit-mono-pcm",
  "riff-8khz-8bit-mono-mulaw",
  "riff-8khz-8bit-mono-alaw",
])("what one container says in %s another hears, word for word", async (format) => {
  const said = await say({
    hostUrl: `http://localhost:${narrator.port}`,
    address: "127.0.0.1",
    text: SENTENCE,
    voice: VOICE,
    format,
  });
  if (!said.said) throw new Error(said.reason);
  expect(readWav(said.audio)?.seconds).toBeGreaterThan(3);
  const interim: string[] = [];
  const answer = await hear({
    hostUrl: `ws://localhost:${captions.port}`,
    address: "127.0.0.1",
    wav: said.audio,
    locale: "en-US",
    interim: (text) => interim.push(text),
  });
  if (!answer.heard) throw new Error(answer.reason);
  expect(answer.phrases.map(({ text }) => text)).toEqual([SENTENCE]);
  expect(wordErrors(SENTENCE, answer.phrases.map(({ text }) => text).join(" ")).rate).toBe(0);
  expect(interim.length).toBeGreaterThan(0);
});

test("a voice that the container does not have is told in the container's words", async () => {
  const answer = await say({ hostUrl: `http://127.0.0.1:${narrator.port}`, text: "Hello", voice: "en-US-GuyNeural" });
  expect(answer).toEqual({ said: false, reason: "400 Bad Request: Voice does not match" });
});

test("a container that is not there, or is of another function, is told by a reason", async () => {
  const gone = await startContainer({ function: "neural-text-to-speech", voice: VOICE });
  await gone.close();
  const said = await say({ hostUrl: `http://127.0.0.1:${gone.port}`, text: "Hello", voice: VOICE });
  expect(said).toEqual({ said: false, reason: containing("ECONNREFUSED") });
  expect(await say({ hostUrl: `http://127.0.0.1:${captions.port}`, text: "Hello", voice: VOICE })).toEqual({
    said: false,
    reason: "404 Not Found",
  });

  const wav = await say({ hostUrl: `http://127.0.0.1:${narrator.port}`, text: "Hello", voice: VOICE });
  if (!wav.said) throw new Error(wav.reason);
  const heard = await hear({ hostUrl: `ws://127.0.0.1:${narrator.port}`, wav: wav.audio, locale: "en-US" });
  expect(heard).toEqual({ heard: false, reason: containing("404") });
});

test("what is no WAV file is not sent", async () => {
  const answer = await hear({
    hostUrl: `ws://127.0.0.1:${captions.port}`,
    wav: Buffer.from("not audio"),
    locale: "en-US",
  });
  expect(answer).toEqual({ heard: false, reason: containing("not a WAV file") });
});

test("control characters, which XML cannot hold, are left out", async () => {
  const said = await say({ hostUrl: `http://127.0.0.1:${narrator.port}`, text: "Hello\u0000 you\u0007", voice: VOICE });
  expect(said.said).toBe(true);
});
