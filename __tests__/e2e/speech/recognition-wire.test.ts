import { recognitionPaths } from "../../../lib/sandbox/speech/recognition/settings";
import { noise, pcm, silence, spoken, spokenBytes } from "../../sandbox/speech/support/audio";
import { startContainer, type TestContainer } from "./support/container";
import { connectWire, type WireClient } from "./support/wire";
import { containing } from "../../sandbox/speech/support/matchers";

const SENTENCE = "Good morning. The train to Leeds leaves at nine.";

let container: TestContainer;
beforeEach(async () => {
  container = await startContainer({ function: "speech-to-text" });
});
afterEach(() => container.close());

function sendAudio(client: WireClient, requestId: string, audio: Buffer): void {
  for (let at = 0; at < audio.length; at += 3200) client.audio(requestId, audio.subarray(at, at + 3200));
}

const names = (client: WireClient): string[] => client.received.map(({ path }) => path);

test("one utterance: the recommended order of messages, each with the request's id as the client wrote it", async () => {
  const client = await connectWire(container.port, `${recognitionPaths.interactive}?language=en-US`);
  client.text("speech.config", "", {});
  client.text("speech.context", "AbC", {});
  sendAudio(client, "aBc", await spokenBytes(SENTENCE));
  await client.until("turn.end");
  expect(names(client)).toEqual([
    "turn.start",
    "speech.startDetected",
    "speech.hypothesis",
    "speech.endDetected",
    "speech.phrase",
    "turn.end",
  ]);
  expect(new Set(client.received.map(({ requestId }) => requestId))).toEqual(new Set(["AbC"]));
  client.close();
});

test("many utterances: EndOfDictation at the end of the audio, in whole milliseconds, covers all of it", async () => {
  const client = await connectWire(container.port, recognitionPaths.conversation);
  client.text("speech.context", "a", {});
  const audio = await spokenBytes("First.");
  sendAudio(client, "a", audio);
  client.audio("a", Buffer.alloc(0));
  await client.until("turn.end");
  expect(names(client).slice(-4)).toEqual(["speech.phrase", "speech.phrase", "speech.endDetected", "turn.end"]);
  const last = client.received.at(-3)?.body;
  expect(last?.["RecognitionStatus"]).toBe("EndOfDictation");
  const ticks = (audio.length / 32_000) * 1e7;
  expect(Number(last?.["Offset"]) % 10_000).toBe(0);
  expect(Number(last?.["Offset"]) - ticks).toBeGreaterThanOrEqual(0);
  expect(Number(last?.["Offset"]) - ticks).toBeLessThan(10_000);
  client.close();
});

test("interim results come while audio still arrives", async () => {
  const client = await connectWire(container.port, recognitionPaths.conversation);
  client.text("speech.context", "a", {});
  const audio = await spokenBytes(SENTENCE.repeat(3));
  sendAudio(client, "a", audio.subarray(0, audio.length / 2));
  await client.until("speech.hypothesis");
  expect(names(client)).not.toContain("speech.phrase");
  sendAudio(client, "a", audio.subarray(audio.length / 2));
  await client.until("speech.phrase");
  client.close();
});

test("audio of a request that has ended is passed over, and the next request is answered", async () => {
  const client = await connectWire(container.port, recognitionPaths.interactive);
  for (const requestId of ["one", "two"]) {
    client.text("speech.context", requestId, {});
    sendAudio(client, requestId, await spokenBytes("Short."));
    await client.until("turn.end", requestId === "one" ? 1 : 2);
    sendAudio(client, requestId, await spokenBytes("Late audio."));
    client.audio(requestId, Buffer.alloc(0));
    client.audio(requestId, Buffer.alloc(0));
  }
  const texts = client.received.filter(({ path }) => path === "speech.phrase").map(({ body }) => body["DisplayText"]);
  expect(texts).toEqual(["Short.", "Short."]);
  client.close();
});

test("silence of 5 s ends a request for one utterance, without waiting for the end of the audio", async () => {
  const client = await connectWire(container.port, recognitionPaths.interactive);
  client.text("speech.context", "a", {});
  sendAudio(client, "a", pcm(silence(6, 16_000)));
  await client.until("turn.end");
  const phrase = client.received.find(({ path }) => path === "speech.phrase")?.body;
  expect(phrase?.["RecognitionStatus"]).toBe("InitialSilenceTimeout");
  expect(Number(phrase?.["Offset"]) / 1e7).toBeCloseTo(5, 0);
  client.close();
});

test("a format that is not simulated is a bad request that the log explains", async () => {
  const client = await connectWire(container.port, recognitionPaths.interactive);
  client.text("speech.context", "a", {});
  const header = Buffer.from(
    "52494646000000005741564566 6d7420100000005500010080bb000000770100020010006461746100000000".replaceAll(" ", ""),
    "hex",
  );
  client.audio("a", header);
  await client.until("turn.end");
  expect(client.received.find(({ path }) => path === "speech.phrase")?.body["RecognitionStatus"]).toBe("BadRequest");
  expect(container.log.join("\n")).toContain("format tag 85");
  client.close();
});

describe("limits of the modes", () => {
  test("after 20 s a single utterance ends with what was understood, and the log says why", async () => {
    const client = await connectWire(container.port, recognitionPaths.interactive);
    client.text("speech.context", "a", {});
    const audio = await spokenBytes(SENTENCE.repeat(3));
    sendAudio(client, "a", audio.subarray(0, audio.length / 2));
    await client.until("speech.hypothesis");
    container.advance(20_000);
    await client.until("turn.end");
    const hypotheses = client.received.filter(({ path }) => path === "speech.hypothesis");
    const phrase = client.received.find(({ path }) => path === "speech.phrase")?.body;
    expect(phrase).toMatchObject({ RecognitionStatus: "Success", DisplayText: hypotheses.at(-1)?.body["Text"] });
    expect(container.log.join("\n")).toContain("20 s");
    client.close();
  });

  test.each([recognitionPaths.conversation, recognitionPaths.dictation])(
    "after 10 minutes the connection on %s is closed",
    async (path) => {
      const client = await connectWire(container.port, path);
      client.text("speech.context", "a", {});
      container.advance(599_000);
      await new Promise((resolve) => setTimeout(resolve, 600));
      client.audio("a", pcm(silence(0.1, 16_000)));
      container.advance(1000);
      expect(await client.closed).toMatchObject({ code: 1000, reason: containing("10 minutes") });
    },
  );
});

test("a container that stops serving refuses the next request on an open connection", async () => {
  const client = await connectWire(container.port, recognitionPaths.interactive);
  container.refuse("OutOfQuota");
  client.text("speech.context", "a", {});
  await client.until("turn.end");
  expect(client.received.find(({ path }) => path === "speech.phrase")?.body["RecognitionStatus"]).toBe("Forbidden");
  client.close();
});

test("the sub-protocol that the Python SDK offers is accepted, and other paths are not served", async () => {
  await expect(connectWire(container.port, "/speech/recognition/other/v1")).rejects.toThrow("404");
  const client = await connectWire(container.port, recognitionPaths.universal);
  client.close();
  await client.closed;
});

test("100 at once wait for a receiver, and none fails", async () => {
  const audio = await spokenBytes("One of a hundred.");
  const clients = await Promise.all(
    Array.from({ length: 100 }, () => connectWire(container.port, recognitionPaths.interactive)),
  );
  for (const client of clients) {
    client.text("speech.context", "a", {});
    sendAudio(client, "a", audio);
    client.audio("a", Buffer.alloc(0));
  }
  await Promise.all(clients.map((client) => client.until("turn.end")));
  const texts = clients.map(
    (client) => client.received.find(({ path }) => path === "speech.phrase")?.body["DisplayText"],
  );
  expect(new Set(texts)).toEqual(new Set(["One of a hundred."]));
  for (const client of clients) client.close();
});

test("noise in front of a sentence does not hide it from a client that wants many", async () => {
  const client = await connectWire(container.port, recognitionPaths.conversation);
  client.text("speech.context", "a", {});
  const audio = Buffer.concat([
    pcm(noise(1, 16_000, 5000)),
    pcm(silence(1, 16_000)),
    pcm(await spoken("Hello.", 16_000)),
  ]);
  sendAudio(client, "a", audio);
  client.audio("a", Buffer.alloc(0));
  await client.until("turn.end");
  const statuses = client.received
    .filter(({ path }) => path === "speech.phrase")
    .map(({ body }) => body["RecognitionStatus"]);
  expect(statuses).toEqual(["NoMatch", "Success", "EndOfDictation"]);
  client.close();
});
