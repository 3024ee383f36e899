import fc from "fast-check";
import { duration, formatDuration, parseDuration } from "../../../lib/sandbox/provider/validators";

test.each([
  ["1m0s", 60e9],
  ["60s", 60e9],
  ["1.5s", 1.5e9],
  ["500ms", 5e8],
  ["1h0m0s", 3600e9],
  ["0s", 0],
  ["0", 0],
  ["-1s", -1e9],
])("%s is %d nanoseconds", (text, nanoseconds) => {
  expect(parseDuration(text)).toBe(nanoseconds);
});

test.each(["often", "1", "1 s", "", "s", "1m2", "1d"])("%j is no duration", (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test("a duration as Go prints it reads back", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e15 }),
      (nanoseconds) => parseDuration(formatDuration(nanoseconds)) === nanoseconds,
    ),
  );
});

test.each([
  [60e9, "1m0s"],
  [90e9, "1m30s"],
  [3600e9, "1h0m0s"],
  [5e8, "500ms"],
  [1.5e9, "1.5s"],
])("%d nanoseconds print as %s", (nanoseconds, text) => {
  expect(formatDuration(nanoseconds)).toBe(text);
});

test("a negative duration is refused in the provider's words", () => {
  expect(duration("-1s", "interval")).toEqual([
    ["'-1s' duration must not be negative", "'-1s' duration must not be negative"],
  ]);
});
