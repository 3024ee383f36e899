import { readSettings } from "../../../lib/sandbox/speech/settings";
import { reasonsNotToStart } from "../../../lib/sandbox/speech/start-check";

const GOOD = ["Eula=accept", "Billing=https://westeurope.api.cognitive.microsoft.com/", "ApiKey=k"];

const reasons = (words: readonly string[], needsModel = false) =>
  reasonsNotToStart(readSettings(words, []), { needsModel });
const without = (name: string) => GOOD.filter((word) => !word.startsWith(name));

test("the three options are enough to start", () => {
  expect(reasons(GOOD)).toEqual([]);
});

test.each([
  [without("Eula"), "Missing EULA=accept command line option"],
  [[...without("Eula"), "Eula=Accept"], "Missing EULA=accept command line option"],
  [without("Billing"), "Missing Billing="],
  [[...without("Billing"), "Billing="], "Missing Billing="],
  [[...without("Billing"), "Billing=westeurope"], "Invalid Billing Endpoint URI."],
  [[...without("Billing"), "Billing=ftp://host/"], "Invalid Billing Endpoint URI."],
  [without("ApiKey"), "Missing ApiKey="],
])("%j is refused with one line", (words, message) => {
  expect(reasons(words)).toEqual([expect.stringContaining(message)]);
});

test("everything that is missing is told at once", () => {
  expect(reasons([])).toHaveLength(3);
});

test("a custom function without a model needs ModelId", () => {
  expect(reasons(GOOD, true)).toEqual([expect.stringContaining("ModelId")]);
  expect(reasons([...GOOD, "ModelId=m"], true)).toEqual([]);
});
