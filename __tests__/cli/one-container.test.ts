import { choose } from "../../lib/cli/one-container";
import type { VerifyTarget } from "../../lib/operate";

const target = (name: string, functionName: string): VerifyTarget => ({
  name,
  function: functionName,
  hostUrl: "http://localhost:5000",
  readyUrl: "http://localhost:5000/ready",
  statusUrl: "http://localhost:5000/status",
});

describe("the container that a name means", () => {
  const targets = [
    target("lab/captions", "speech-to-text"),
    target("hall/captions", "speech-to-text"),
    target("hall/narrator", "neural-text-to-speech"),
    target("hall/languages", "language-detection"),
  ];

  it.each([
    ["lab/captions", "listens", "lab/captions"],
    ["narrator", "speaks", "hall/narrator"],
  ] as const)("%j, which %s, is %s", (name, role, expected) => {
    expect(choose(targets, name, role).name).toBe(expected);
  });

  it.each([
    ["hall/narator", "speaks", "SPC623", /is not a container/, /nearest: hall\/narrator/],
    ["zzzzzzzzzzzzzz", "speaks", "SPC623", /is not a container/, /there are: lab\/captions, hall\/captions/],
    ["captions", "listens", "SPC623", /more than one/, /lab\/captions, hall\/captions/],
    [
      "narrator",
      "listens",
      "SPC620",
      /neural-text-to-speech, which does not listen/,
      /lab\/captions or hall\/captions/,
    ],
    ["languages", "speaks", "SPC620", /language-detection, which does not speak/, /take hall\/narrator/],
  ] as const)("%j, which %s, is refused with %s", (name, role, code, message, hint) => {
    expect(() => choose(targets, name, role)).toThrow(
      expect.objectContaining({
        code,
        message: expect.stringMatching(message) as string,
        hint: expect.stringMatching(hint) as string,
      }) as Error,
    );
  });
});
