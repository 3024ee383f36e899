import { counted, either, quoted, sentence, wrapWords } from "../../lib/domain/words";

test.each([
  ["run plan", "Run plan."],
  ["nearest: en-GB", "Nearest: en-GB."],
  ["deploy", "Deploy."],
  ["already a sentence.", "Already a sentence."],
  ["edition: says which images", "edition: says which images."],
  ["speech-containers sandbox logs captions tells why", "speech-containers sandbox logs captions tells why."],
  ["docs/checks.md lists the rules", "docs/checks.md lists the rules."],
  ["--help shows what there is", "--help shows what there is."],
  ['"eu" is no location', '"eu" is no location.'],
  ["memory_swap stays", "memory_swap stays."],
  ["Docker is missing", "Docker is missing."],
])("a sentence begins with a capital unless it begins with what is typed: %s", (text, expected) => {
  expect(sentence(text)).toBe(expected);
});

test("a count agrees with its noun", () => {
  expect([0, 1, 2].map((count) => counted(count, "problem"))).toEqual(["0 problems", "1 problem", "2 problems"]);
});

test("alternatives are listed with one or", () => {
  expect([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(either)).toEqual(["", "a", "a or b", "a, b or c"]);
});

test("a quoted value is short and without the password of an address", () => {
  expect([quoted("tcp://user:secret@engine"), quoted("x".repeat(90))]).toEqual([
    '"tcp://user:***@engine"',
    `"${"x".repeat(80)}…"`,
  ]);
});

test("words are wrapped, and a longer word stands whole on a line of its own", () => {
  expect(wrapWords("see https://example.com/page for more", 12)).toEqual([
    "see",
    "https://example.com/page",
    "for more",
  ]);
});
