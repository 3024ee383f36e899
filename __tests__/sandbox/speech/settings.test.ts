import fc from "fast-check";
import { readSettings } from "../../../lib/sandbox/speech/settings";

test.each([
  ["Eula=accept", "eula", "accept"],
  ["EULA=accept", "eula", "accept"],
  ["Logging:Console:LogLevel:Default=Information", "logging:console:loglevel:default", "Information"],
  ["Billing=https://host/?a=b", "billing", "https://host/?a=b"],
  ["ApiKey=", "apikey", ""],
])("the word %s sets %s", (word, name, value) => {
  expect(readSettings([word], []).get(name)).toBe(value);
  expect(readSettings([], [word]).get(name)).toBe(value);
});

test("values stay verbatim whatever they hold", () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      expect(readSettings([`ApiKey=${value}`], []).get("apikey")).toBe(value);
    }),
  );
});

test("the command wins over the environment, whatever the case of the names", () => {
  expect(readSettings(["apikey=command"], ["ApiKey=environment"]).get("apikey")).toBe("command");
});

test("a variable has two underscores where a word has a colon; a word keeps them", () => {
  expect(readSettings([], ["Logging__Disk__Format=a__b"]).get("logging:disk:format")).toBe("a__b");
  expect(readSettings(["a__b=c"], []).get("a__b")).toBe("c");
});

test("words without a name and a value are not settings", () => {
  expect(readSettings(["serve", "=x"], []).size).toBe(0);
});
