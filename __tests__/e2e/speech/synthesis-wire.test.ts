import { synthesisPaths } from "../../../lib/sandbox/speech/synthesis/rest";
import { synthesisSocketPaths } from "../../../lib/sandbox/speech/synthesis/connection";
import { startContainer, type TestContainer } from "./support/container";
import { connectWire, type WireClient } from "./support/wire";

const VOICE = "en-US-AriaNeural";
const SENTENCE = "Good morning. The train to Leeds leaves at nine.";
const ssml = (text: string, voice = VOICE): string =>
  `<speak xml:lang="en-US"><voice name="${voice}">${text}</voice></speak>`;

let container: TestContainer;
let client: WireClient;
beforeEach(async () => {
  container = await startContainer({ function: "neural-text-to-speech", voice: VOICE });
});
afterEach(() => container.close());

const names = (): string[] => client.received.map(({ path }) => path);
const context = (options: object, outputFormat = "raw-16khz-16bit-mono-pcm"): object => ({
  synthesis: { audio: { metadataOptions: options, outputFormat } },
});

test.each([...synthesisPaths, ...synthesisSocketPaths])("synthesis over a WebSocket on %s", async (path) => {
  client = await connectWire(container.port, path);
  client.text("speech.config", "", {});
  client.text("synthesis.context", "a", context({}));
  client.text("ssml", "a", ssml("Hello"));
  await client.until("turn.end");
  expect(names().slice(0, 2)).toEqual(["turn.start", "response"]);
  expect(new Set(names())).toEqual(new Set(["turn.start", "response", "audio", "turn.end"]));
  expect(new Set(client.received.map(({ requestId }) => requestId))).toEqual(new Set(["a"]));
});

test("a word is told before its audio, and the end with the length of the whole", async () => {
  client = await connectWire(container.port, synthesisSocketPaths[0]);
  client.text(
    "synthesis.context",
    "a",
    context({ wordBoundaryEnabled: "true", punctuationBoundaryEnabled: false, sessionEndEnabled: true }),
  );
  client.text("ssml", "a", ssml(SENTENCE));
  await client.until("turn.end");
  const metadata = client.received
    .filter(({ path }) => path === "audio.metadata")
    .map(({ body }) => JSON.stringify(body));
  expect(metadata).toHaveLength(10);
  expect(metadata[0]).toContain('"text":{"Text":"Good","Length":4,"BoundaryType":"WordBoundary"}');
  expect(metadata.at(-1)).toBe('{"Metadata":[{"Type":"SessionEnd","Data":{"Offset":38553750}}]}');
  expect(names().indexOf("audio.metadata")).toBeLessThan(names().lastIndexOf("audio"));
});

test("a second request on the same connection is answered after the first", async () => {
  client = await connectWire(container.port, synthesisSocketPaths[1]);
  for (const id of ["a", "b"]) {
    client.text("synthesis.context", id, context({}));
    client.text("ssml", id, ssml("Hello"));
  }
  await client.until("turn.end", 2);
  const order = client.received
    .filter(({ path }) => path.startsWith("turn"))
    .map(({ path, requestId }) => `${path} ${requestId}`);
  expect(order).toEqual(["turn.start a", "turn.end a", "turn.start b", "turn.end b"]);
});

test("a request to stop ends the audio early", async () => {
  client = await connectWire(container.port, synthesisSocketPaths[0]);
  client.text("synthesis.context", "a", context({}));
  client.text("ssml", "a", ssml(SENTENCE.repeat(100)));
  await client.until("audio");
  client.text("synthesis.control", "a", { action: "stop" });
  await client.until("turn.end");
  // The whole would be 9 MB: over a thousand frames.
  expect(names().filter((path) => path === "audio").length).toBeLessThan(600);
});

test.each([
  ["another voice", ssml("Hello", "en-US-GuyNeural"), undefined, 1007, "Voice does not match"],
  ["malformed SSML", "<speak>", undefined, 1007, "Invalid SSML"],
  ["a compressed format", ssml("Hello"), "audio-16khz-32kbitrate-mono-mp3", 1007, "Unsupported output format"],
  ["too much text", ssml("x".repeat(70_000)), undefined, 1007, "65536 bytes"],
])("%s closes the connection with its reason", async (_, body, format, code, reason) => {
  client = await connectWire(container.port, synthesisSocketPaths[0]);
  client.text("synthesis.context", "a", context({}, format));
  client.text("ssml", "a", body);
  const closed = await client.closed;
  expect([closed.code, closed.reason.includes(reason)]).toEqual([code, true]);
  expect(Buffer.byteLength(closed.reason)).toBeLessThanOrEqual(123);
});

test("a container that stops serving refuses the next request on an open connection", async () => {
  client = await connectWire(container.port, synthesisSocketPaths[0]);
  container.refuse("OutOfQuota");
  client.text("ssml", "a", ssml("Hello"));
  expect(await client.closed).toEqual({ code: 1008, reason: "The quota of the resource is used up." });
});
