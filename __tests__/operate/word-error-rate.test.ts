import fc from "fast-check";
import { wordErrors } from "../../lib/operate/word-error-rate";

test.each([
  ["Good morning.", "good morning", { words: 2, substitutions: 0, deletions: 0, insertions: 0, rate: 0 }],
  [
    "The train leaves at nine",
    "The plane leaves nine",
    { words: 5, substitutions: 1, deletions: 1, insertions: 0, rate: 0.4 },
  ],
  ["one two", "one and two", { words: 2, substitutions: 0, deletions: 0, insertions: 1, rate: 0.5 }],
  ["one two", "", { words: 2, substitutions: 0, deletions: 2, insertions: 0, rate: 1 }],
  ["", "", { words: 0, substitutions: 0, deletions: 0, insertions: 0, rate: 0 }],
  ["", "something", { words: 0, substitutions: 0, deletions: 0, insertions: 1, rate: 1 }],
  ["Grüße, Zoë!", "grüße zoë", { words: 2, substitutions: 0, deletions: 0, insertions: 0, rate: 0 }],
])("%j heard as %j", (said, heard, errors) => {
  expect(wordErrors(said, heard)).toEqual(errors);
});

const words = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 12 });

test("a text heard as itself has no error, and errors are as many in both directions", () => {
  fc.assert(
    fc.property(words, words, (said, heard) => {
      expect(wordErrors(said.join(" "), said.join(" ")).rate).toBe(0);
      const there = wordErrors(said.join(" "), heard.join(" "));
      const back = wordErrors(heard.join(" "), said.join(" "));
      const total = (errors: typeof there): number => errors.substitutions + errors.deletions + errors.insertions;
      expect(total(there)).toBe(total(back));
      expect(there.insertions - there.deletions).toBe(heard.length - said.length);
      expect(total(there)).toBeGreaterThanOrEqual(Math.abs(heard.length - said.length));
      expect(total(there)).toBeLessThanOrEqual(Math.max(said.length, heard.length));
    }),
  );
});
