import fc from "fast-check";
import { distance } from "fastest-levenshtein";
import { functionNames, nearest } from "../../lib/domain";
import { closest, editDistance } from "../../lib/domain/nearest";

describe("the edit distance", () => {
  it("is what the reference implementation says", () => {
    const word = fc.string({ maxLength: 12, unit: fc.constantFrom("a", "b", "c", "-") });
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(editDistance(left, right)).toBe(distance(left, right));
      }),
    );
  });
});

describe("the nearest words", () => {
  it.each([
    ["speech-to-txt", "speech-to-text"],
    ["Speech-To-Text", "speech-to-text"],
    ["language-detecton", "language-detection"],
    ["custom-speech-text", "custom-speech-to-text"],
  ])("of %s start with %s", (word, expected) => {
    expect(nearest(word, functionNames)[0]).toBe(expected);
  });

  it("are none when nothing is near", () => {
    expect(nearest("transcriber", functionNames)).toEqual([]);
  });

  it("never offer a word of which no letter is left", () => {
    expect(nearest("ab", ["x", "yz"])).toEqual([]);
  });

  it("keep the order of the list among equals and are at most three", () => {
    expect(closest("en-xx", ["en-AU", "en-CA", "en-GB", "en-US"])).toEqual(["en-AU", "en-CA", "en-GB"]);
  });
});
