import { sentenceFor } from "../../lib/operate/sentences";
import { talkPairs, textOf } from "../../lib/operate/talk";
import type { VerifyTarget } from "../../lib/operate/targets";

const target = (name: string, more: Partial<VerifyTarget>): VerifyTarget => ({
  name,
  hostUrl: `http://${name}:5000`,
  readyUrl: `http://${name}:5000/ready`,
  statusUrl: `http://${name}:5000/status`,
  ...more,
});
const listener = (name: string, locale?: string): VerifyTarget =>
  target(name, { function: locale === undefined ? "custom-speech-to-text" : "speech-to-text", locale });
const speaker = (name: string, voice: string): VerifyTarget =>
  target(name, { function: "neural-text-to-speech", voice, locale: voice.slice(0, 5) });
const pairsOf = (...targets: readonly VerifyTarget[]): readonly string[] =>
  talkPairs(targets).map((pair) => `${pair.speaker.name} -> ${pair.listener.name}`);

describe("who talks with whom", () => {
  it.each([
    ["nobody, alone", [listener("a", "en-US")], []],
    ["those of one language", [listener("a", "en-US"), speaker("b", "en-GB-SoniaNeural")], ["b -> a"]],
    ["not those of two", [listener("a", "en-US"), speaker("b", "de-DE-KatjaNeural")], []],
    [
      "the voice of the very locale before others",
      [listener("a", "en-US"), speaker("b", "en-GB-SoniaNeural"), speaker("c", "en-US-AriaNeural")],
      ["c -> a", "b -> a"],
    ],
    [
      "each at least once, and no more than that takes",
      [
        listener("a", "en-US"),
        listener("b", "en-GB"),
        listener("c", "de-DE"),
        speaker("d", "en-US-AriaNeural"),
        speaker("e", "de-DE-KatjaNeural"),
      ],
      ["d -> a", "d -> b", "e -> c"],
    ],
    [
      "no custom model, whose language is not known",
      [listener("a"), target("b", { function: "custom-text-to-speech" }), speaker("c", "en-US-AriaNeural")],
      [],
    ],
    [
      "no container whose function is not known",
      [target("a", { locale: "en-US" }), speaker("b", "en-US-AriaNeural")],
      [],
    ],
    [
      "no companion, which has a language and no ears",
      [target("a", { function: "sentiment", language: "en", locale: "en-US" }), speaker("b", "en-US-AriaNeural")],
      [],
    ],
    ["no language without a sentence", [listener("a", "xx-XX"), speaker("b", "xx-XX-OneNeural")], []],
  ])("%s", (_name, targets, expected) => {
    expect(pairsOf(...targets)).toEqual(expected);
  });

  it("says a sentence of the listener's language", () => {
    expect(sentenceFor("de-AT")).toBe(sentenceFor("de-DE"));
    expect(talkPairs([listener("a", "de-AT"), speaker("b", "de-DE-KatjaNeural")])[0]?.text).toBe(sentenceFor("de"));
  });
});

test("what was heard in several phrases is one text, without those that hold no words", () => {
  expect(textOf([{ text: "One." }, { text: "" }, { text: "Two." }])).toBe("One. Two.");
});
