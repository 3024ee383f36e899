import fc from "fast-check";
import {
  audioMessage,
  parseBinaryMessage,
  parseTextMessage,
  textMessage,
} from "../../../lib/sandbox/speech/usp/messages";

describe("reading frames", () => {
  // As seen on the wire: the two SDKs differ in order, spaces and headers.
  test.each([
    [
      "the JavaScript SDK",
      'Path: speech.context\r\nX-RequestId: ABC\r\nX-Timestamp: 2026-11-24T20:20:44.051Z\r\nContent-Type: application/json\r\n\r\n{"a":1}',
      { path: "speech.context", requestId: "ABC", contentType: "application/json" },
    ],
    [
      "the Python SDK",
      'X-Timestamp:2026-11-24T20:21:16.867Z\r\nPath:speech.context\r\nX-RequestId:abc\r\n\r\n{"a":1}',
      { path: "speech.context", requestId: "abc", contentType: "" },
    ],
  ])("of %s", (_, frame, expected) => {
    const message = parseTextMessage(frame);
    expect(message).toMatchObject(expected);
    expect(message?.body.toString()).toBe('{"a":1}');
  });

  test("a body may hold an empty line", () => {
    expect(parseTextMessage("Path: ssml\r\n\r\na\r\n\r\nb")?.body.toString()).toBe("a\r\n\r\nb");
  });

  test("an audio frame is split at the length of its headers", () => {
    const head = "Path:audio\r\nX-RequestId:abc\r\nX-StreamId:1\r\n";
    const frame = Buffer.concat([Buffer.from([0, head.length]), Buffer.from(head), Buffer.from([1, 2, 3])]);
    expect(parseBinaryMessage(frame)).toMatchObject({ path: "audio", requestId: "abc", body: Buffer.from([1, 2, 3]) });
  });

  test.each([
    ["an empty frame", Buffer.alloc(0)],
    ["one byte", Buffer.from([0])],
    ["headers longer than the frame", Buffer.from([0xff, 0xff, 0x50])],
    ["headers without a path", Buffer.from("\0\x08X-A: b\r\n", "latin1")],
  ])("%s is no message", (_, frame) => {
    expect(parseBinaryMessage(frame)).toBeUndefined();
  });

  test("10,000 random frames throw nothing", () => {
    const frame = fc.uint8Array({ maxLength: 120 }).map((bytes) => Buffer.from(bytes));
    fc.assert(
      fc.property(frame, (bytes) => {
        parseBinaryMessage(bytes);
        parseTextMessage(bytes.toString("latin1"));
      }),
      { numRuns: 5000 },
    );
  });
});

describe("writing frames", () => {
  test("header names have the case that the native SDK asks for, and the body is compact", () => {
    const frame = textMessage("turn.start", "abc", { context: { serviceTag: "x" } });
    expect(frame.split("\r\n")).toEqual([
      "Path: turn.start",
      "X-RequestId: abc",
      "Content-Type: application/json; charset=utf-8",
      "",
      '{"context":{"serviceTag":"x"}}',
    ]);
  });

  test("what is written can be read again", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.json(), (audio, json) => {
        expect(parseBinaryMessage(audioMessage("id", "stream", Buffer.from(audio)))?.body).toEqual(Buffer.from(audio));
        const body: unknown = JSON.parse(json);
        expect(JSON.parse(parseTextMessage(textMessage("a", "id", body))?.body.toString() ?? "")).toEqual(body);
      }),
    );
  });
});
