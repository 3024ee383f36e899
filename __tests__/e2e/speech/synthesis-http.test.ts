import { request } from "node:http";
import { outputFormats } from "../../../lib/sandbox/speech/audio/formats";
import { readWaveHeader } from "../../../lib/sandbox/speech/audio/riff";
import { heard } from "../../sandbox/speech/support/audio";
import { startContainer, type TestContainer } from "./support/container";
import { containing, including } from "../../sandbox/speech/support/matchers";

const VOICE = "en-US-AriaNeural";
const SENTENCE = "Good morning. The train to Leeds leaves at nine.";
const paths = ["/speech/synthesize/cognitiveservices/v1", "/cognitiveservices/v1"];

const ssml = (inside: string): string =>
  `<speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="en-US">${inside}</speak>`;
const voiced = (text: string, voice = VOICE): string => ssml(`<voice name="${voice}">${text}</voice>`);

let container: TestContainer;

beforeAll(async () => {
  container = await startContainer({ function: "neural-text-to-speech", voice: VOICE });
});
afterAll(() => container.close());
afterEach(() => container.refuse(undefined));

const post = (body: string, headers: Record<string, string> = {}, path = "/cognitiveservices/v1"): Promise<Response> =>
  fetch(`http://127.0.0.1:${container.port}${path}`, {
    method: "POST",
    body,
    headers: {
      "Content-Type": "application/ssml+xml",
      "X-Microsoft-OutputFormat": "riff-16khz-16bit-mono-pcm",
      ...headers,
    },
  });

test.each(paths)("POST %s gives a WAV file with exact sizes that carries the text", async (path) => {
  const response = await post(voiced(SENTENCE), { Accept: "audio/*" }, path);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "audio/x-wav"]);
  const wav = Buffer.from(await response.arrayBuffer());
  expect([wav.readUInt32LE(4), wav.readUInt32LE(40)]).toEqual([wav.length - 8, wav.length - 44]);
  expect((await heard(wav)).texts).toEqual([SENTENCE]);
});

test.each(outputFormats.map(({ name }) => name))("%s", async (name) => {
  const response = await post(voiced("Hello"), { "X-Microsoft-OutputFormat": name });
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([response.status, bytes.length]).toEqual([200, Number(response.headers.get("content-length"))]);
  expect(readWaveHeader(bytes).kind).toBe(name.startsWith("riff") ? "found" : "absent");
});

test.each([
  ["another voice", voiced("Hello", "en-US-GuyNeural"), {}, 400, "Voice does not match"],
  ["the voice in another case", voiced("Hello", "en-us-arianeural"), {}, 400, "Voice does not match"],
  [
    "one of two voices",
    ssml(`<voice name="${VOICE}">a</voice><voice name="x">b</voice>`),
    {},
    400,
    "Voice does not match",
  ],
  ["malformed SSML", "<speak><voice>", {}, 400, "Invalid SSML"],
  ["no body", "", {}, 400, "Invalid SSML"],
  ["another content type", voiced("Hello"), { "Content-Type": "application/json" }, 415, "application/ssml+xml"],
  [
    "a compressed format",
    voiced("Hello"),
    { "X-Microsoft-OutputFormat": "audio-16khz-32kbitrate-mono-mp3" },
    400,
    "riff-24khz-16bit-mono-pcm",
  ],
  ["too much text", voiced("x".repeat(70_000)), {}, 413, "65536 bytes"],
])("%s is refused", async (_, body, headers, status, words) => {
  const response = await post(body, headers);
  expect([response.status, await response.text()]).toEqual([status, containing(words)]);
});

test("the long form of the voice's name matches too", async () => {
  expect((await post(voiced("Hello", "Microsoft Server Speech Text to Speech Voice (en-US, AriaNeural)"))).status).toBe(
    200,
  );
});

test("a long break separates two utterances, a short one does not", async () => {
  const body = voiced('One <break time="200ms"/> two. <break time="1s"/> Three.');
  const wav = Buffer.from(await (await post(body)).arrayBuffer());
  expect((await heard(wav)).texts).toEqual(["One two.", "Three."]);
});

test("the first bytes leave before the last are made", async () => {
  await (await post(voiced("Warm up"))).arrayBuffer();
  const began = performance.now();
  const response = await post(voiced(SENTENCE.repeat(60)));
  const reader = response.body?.getReader();
  await reader?.read();
  const first = performance.now() - began;
  while ((await reader?.read())?.done === false);
  expect(first).toBeLessThan((performance.now() - began) / 3);
});

test("100 at once are served, and none fails", async () => {
  const ask = async () => {
    const response = await post(voiced("One of a hundred."));
    return { status: response.status, audio: Buffer.from(await response.arrayBuffer()) };
  };
  const answers = await Promise.all(Array.from({ length: 100 }, ask));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  const [same = "", ...others] = new Set(answers.map(({ audio }) => audio.toString("latin1")));
  expect(others).toHaveLength(0);
  expect((await heard(Buffer.from(same, "latin1"))).texts).toEqual(["One of a hundred."]);
});

test("a client that goes away ends the work", async () => {
  await new Promise<void>((resolve, reject) => {
    const path = paths[1];
    const headers = { "Content-Type": "application/ssml+xml" };
    const outgoing = request({ port: container.port, host: "127.0.0.1", path, method: "POST", headers }, (response) =>
      response.once("data", () => resolve(void response.destroy())),
    );
    outgoing.on("error", reject);
    outgoing.end(voiced(SENTENCE.repeat(60)));
  });
  expect((await post(voiced("Still here"))).status).toBe(200);
  expect(container.log.join("\n")).toContain("ended early");
});

test("the list of voices names the one voice", async () => {
  const response = await fetch(`http://127.0.0.1:${container.port}/cognitiveservices/voices/list`);
  expect(await response.json()).toEqual([including({ ShortName: VOICE, Locale: "en-US", DisplayName: "Aria" })]);
});

test.each([
  ["Invalid", 401, "Api Key is invalid."],
  ["Mismatch", 401, "another kind of resource"],
  ["OutOfQuota", 429, "quota"],
  ["CouldNotConnect", 503, "could not be reached"],
  ["Unknown", 503, "has not been checked"],
] as const)("while the key's status is %s, a query gets %i", async (apiStatus, status, words) => {
  container.refuse(apiStatus);
  const response = await post(voiced("Hello"));
  expect([response.status, await response.json()]).toEqual([
    status,
    { error: { code: "NoCredit", message: containing(words) } },
  ]);
});

test("a custom voice's name is not known, so any is taken", async () => {
  const custom = await startContainer({ function: "custom-text-to-speech" });
  const response = await fetch(`http://127.0.0.1:${custom.port}/cognitiveservices/v1`, {
    method: "POST",
    headers: { "Content-Type": "application/ssml+xml" },
    body: voiced("Hello", "ContosoVoice"),
  });
  expect((await heard(Buffer.from(await response.arrayBuffer()))).texts).toEqual(["Hello"]);
  await custom.close();
});

test("speech to text has no REST recognition", async () => {
  const speechToText = await startContainer({ function: "speech-to-text" });
  const path = "/speech/recognition/interactive/cognitiveservices/v1";
  expect((await fetch(`http://127.0.0.1:${speechToText.port}${path}`, { method: "POST", body: "audio" })).status).toBe(
    404,
  );
  await speechToText.close();
});
