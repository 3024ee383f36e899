import { containerSettings } from "../../../lib/domain";
import { reasonsOfSettings } from "../../../lib/sandbox/speech/setting-check";
import { readSettings } from "../../../lib/sandbox/speech/settings";

const reasons = (words: readonly string[], output?: string) => reasonsOfSettings(readSettings(words, []), output);

test("log files without an output mount stop the start", () => {
  expect(reasons(["Logging:Disk:Format=json"])).toEqual([expect.stringContaining("output mount")]);
  expect(reasons(["Logging:Disk:Format=json"], "/folder")).toEqual([]);
});

test.each([
  "Logging:Console:LogLevel:Default=Loud",
  "Logging:Disk:Format=xml",
  "Logging:Disk:MaxFileSize=big",
  "Fluentd:Port=http",
  "Fluentd:UseTLS=maybe",
  "DECODER_MAX_COUNT=",
])("%s stops the start, with one line that names it", (word) => {
  const [name = ""] = word.split("=");
  expect(reasons([word], "/folder")).toEqual([expect.stringContaining(name)]);
});

test("values are taken in any case, and what is not said stops nothing", () => {
  expect(reasons(["Logging:Console:LogLevel:Default=debug", "Fluentd:UseTLS=True", "Anything=x"])).toEqual([]);
});

test("a secret is not shown", () => {
  const names = containerSettings.flatMap(({ value }) => (value.value.kind === "secret" ? [value.name] : []));
  expect(reasons(names.map((name) => `${name}=planted`)).join()).not.toContain("planted");
});
