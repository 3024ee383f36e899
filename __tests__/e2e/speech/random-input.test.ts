import { Agent, request } from "node:http";
import fc from "fast-check";
import { writeWaveHeader } from "../../../lib/sandbox/speech/audio/riff";
import { recognitionPaths } from "../../../lib/sandbox/speech/recognition/settings";
import { synthesisSocketPaths } from "../../../lib/sandbox/speech/synthesis/connection";
import { synthesisPaths } from "../../../lib/sandbox/speech/synthesis/rest";
import { startContainer, type TestContainer } from "./support/container";
import { connectWire, type WireClient } from "./support/wire";

/** Each run has a hundred inputs, so a property sees 10,000. */
const INPUTS = 100;
const RUNS = { numRuns: 100 };
const VOICE = "en-US-AriaNeural";

const hundred = <Input>(input: fc.Arbitrary<Input>): fc.Arbitrary<Input[]> =>
  fc.array(input, { minLength: INPUTS, maxLength: INPUTS, size: "max" });

const bytes = (maxLength: number): fc.Arbitrary<Buffer> =>
  fc.uint8Array({ maxLength, size: "max" }).map((array) => Buffer.from(array));

/** Without text, as making audio of each would take the time. */
const whole = `<speak xmlns='http://www.w3.org/2001/10/synthesis' xml:lang='en-US'><voice name='${VOICE}'><p><prosody rate='fast'/></p><break time='10ms'/></voice></speak>`;
const pieces =
  `<speak>|</speak>|<voice name='${VOICE}'>|</voice>|<break/>|<p>|</p>|&#0;|&lt;|&x;|<!--|-->|]]>|<?|<![CDATA[|a| |\u0000|𐀀`.split(
    "|",
  );

/** Documents with some damage, heaps of pieces, and bytes that are no text at all. */
const ssml: fc.Arbitrary<Buffer> = fc.oneof(
  fc
    .tuple(fc.nat(whole.length), fc.nat(12), fc.string({ maxLength: 4 }))
    .map(([at, removed, added]) => Buffer.from(whole.slice(0, at) + added + whole.slice(at + removed))),
  fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((list) => Buffer.from(list.join(""))),
  bytes(60),
);

type Frame = (client: WireClient) => void;
const paths = [
  "speech.config",
  "speech.context",
  "audio",
  "telemetry",
  "synthesis.context",
  "ssml",
  "synthesis.control",
];
const requestId = fc.constantFrom("", "one", "ONE", "two");

/** What is no frame of the protocol, and what is one with a body that is none. */
const frame: fc.Arbitrary<Frame> = fc.oneof(
  bytes(120).map((body) => (client: WireClient) => client.raw(body)),
  bytes(120).map((body) => (client: WireClient) => client.raw(body.toString("latin1"))),
  fc.tuple(fc.constantFrom(...paths), requestId, fc.oneof(fc.json({ maxDepth: 2 }), fc.string())).map(
    ([path, id, body]) =>
      (client: WireClient) =>
        client.text(path, id, body),
  ),
  fc.tuple(requestId, bytes(400)).map(
    ([id, body]) =>
      (client: WireClient) =>
        client.audio(id, body),
  ),
);

describe("speech to text", () => {
  let container: TestContainer;
  beforeAll(async () => {
    container = await startContainer({ function: "speech-to-text" });
  });
  afterAll(() => container.close());

  /** An empty request after all that: it gets its result, on the same connection. */
  async function answers(client: WireClient): Promise<void> {
    client.text("speech.context", "last", {});
    client.audio("last", Buffer.alloc(0));
    expect(await client.answered("last")).toBe(true);
    client.close();
    expect(container.log.join("\n")).not.toContain("closing 1011");
    container.log.length = 0;
  }

  test("10,000 random frames: each connection still answers", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.values(recognitionPaths)), hundred(frame), async (path, frames) => {
        const client = await connectWire(container.port, path);
        for (const send of frames) send(client);
        await answers(client);
      }),
      RUNS,
    );
  });

  test("10,000 random pieces of audio, half of them behind a header: each connection still answers", async () => {
    const header = fc
      .tuple(fc.constantFrom("pcm", "mulaw", "alaw"), fc.constantFrom(8000, 16_000, 24_000), fc.nat(43), fc.boolean())
      .map(([encoding, sampleRate, cut, isWhole]) => {
        const made = writeWaveHeader({ encoding, sampleRate }, 0);
        return isWhole ? made : made.subarray(0, cut);
      });
    const audio = fc.tuple(fc.option(header), hundred(bytes(400)));
    await fc.assert(
      fc.asyncProperty(audio, async ([head, chunks]) => {
        const client = await connectWire(container.port, recognitionPaths.conversation);
        client.text("speech.context", "one", {});
        for (const chunk of [head ?? Buffer.alloc(1), ...chunks]) if (chunk.length > 0) client.audio("one", chunk);
        await answers(client);
      }),
      RUNS,
    );
  });
});

describe("text to speech", () => {
  let container: TestContainer;
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  beforeAll(async () => {
    container = await startContainer({ function: "neural-text-to-speech", voice: VOICE });
  });
  afterAll(async () => {
    agent.destroy();
    await container.close();
  });

  const post = (body: Buffer, path: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const headers = { "Content-Type": "application/ssml+xml", "Content-Length": body.length };
      const options = { agent, port: container.port, host: "127.0.0.1", method: "POST", path, headers };
      const outgoing = request(options, (response) => {
        response.resume().on("end", () => resolve(response.statusCode));
      });
      outgoing.on("error", reject);
      outgoing.end(body);
    });

  test("10,000 random or damaged SSML bodies: each gets audio or 400", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...synthesisPaths), hundred(ssml), async (path, bodies) => {
        const statuses = await Promise.all(bodies.map((body) => post(body, path)));
        expect(statuses.filter((status) => status !== 200 && status !== 400)).toEqual([]);
        container.log.length = 0;
      }),
      RUNS,
    );
  });

  test("10,000 random frames: each connection is served to its end, or closed with a reason", async () => {
    const end = `<speak><voice name='${VOICE}'>Hi</voice></speak>`;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...synthesisSocketPaths), hundred(frame), async (path, frames) => {
        const client = await connectWire(container.port, path);
        for (const send of frames) send(client);
        client.text("ssml", "last", end);
        if (!(await client.answered("last"))) expect((await client.closed).code).toBe(1007);
        client.close();
        container.log.length = 0;
      }),
      RUNS,
    );
  });
});
