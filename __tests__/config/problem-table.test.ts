import { parseConfig, problemTable, problemsJson } from "../../lib/config";
import type { Problem } from "../../lib/domain";

const place = (line: number, column: number) => ({ source: { file: "speech.yaml", line, column } });

const locale: Problem = {
  code: "SPC101",
  level: "error",
  path: "containers.captions.locale",
  message: '"en-UK" is not a locale of speech-to-text 4.12.0',
  hint: "nearest: en-GB, en-US, en-AU",
  ...place(12, 15),
};
const port: Problem = {
  code: "SPC204",
  level: "error",
  path: "containers.narrator.port",
  message: "5000 is already taken by containers.captions (line 11)",
  hint: "free: 5001",
  ...place(18, 11),
};
const key: Problem = {
  code: "SPC310",
  level: "error",
  path: "containers.callcenter.apiKey",
  message: "keys are never written here",
  hint: "the account's key is wired for you; delete this line",
  ...place(21, 5),
};
const edition: Problem = {
  code: "SPC104",
  level: "warning",
  path: "edition",
  message: "no edition is configured, so 2025-07 is planned",
  hint: 'add the line edition: "2025-07"',
  ...place(1, 1),
};

test("problems are rows of place, message and hint under the verdict, 80 columns wide", () => {
  expect(problemTable("speech.yaml", [locale, port, key])).toBe(`speech.yaml: 3 problems, nothing was planned

  SPC101  12:15  containers.captions.locale: "en-UK" is not a locale of
                 speech-to-text 4.12.0. Nearest: en-GB, en-US, en-AU.
  SPC204  18:11  containers.narrator.port: 5000 is already taken by
                 containers.captions (line 11). Free: 5001.
  SPC310  21:5   containers.callcenter.apiKey: keys are never written here. The
                 account's key is wired for you; delete this line.

  speech-containers explain SPC101   says more about a code`);
});

test("warnings come behind the errors, under their own heading", () => {
  expect(problemTable("speech.yaml", [edition, key])).toBe(`speech.yaml: 1 problem and 1 warning, nothing was planned

  SPC310  21:5  containers.callcenter.apiKey: keys are never written here. The
                account's key is wired for you; delete this line.

  1 warning

  SPC104  1:1   edition: no edition is configured, so 2025-07 is planned. Add
                the line edition: "2025-07".

  speech-containers explain SPC310   says more about a code`);
});

test("warnings alone say that everything was planned", () => {
  expect(problemTable("speech.yaml", [edition, { ...edition, path: "" }]))
    .toBe(`speech.yaml: 2 warnings, everything was planned

  SPC104  1:1  edition: no edition is configured, so 2025-07 is planned. Add the
               line edition: "2025-07".
  SPC104  1:1  no edition is configured, so 2025-07 is planned. Add the line
               edition: "2025-07".

  speech-containers explain SPC104   says more about a code`);
});

test("no problems are one line", () => {
  expect(problemTable("speech.yaml", [])).toBe("speech.yaml: no problems");
});

test("without a place there is no column for it", () => {
  const { source: _source, ...missing } = { ...key, code: "SPC001" as const, path: "" };
  expect(problemTable("speech.yaml", [missing])).toContain("\n  SPC001  keys are never written here.");
});

test("no line is wider than the screen", () => {
  const { problems } = parseConfig("name: [a]\naccount: x\ncontainers: { a: { qqq: 1 }, b: {} }\n", "speech.yaml");
  for (const width of [60, 80, 120]) {
    const longest = Math.max(
      ...problemTable("speech.yaml", problems, { width })
        .split("\n")
        .map((line) => line.length),
    );
    expect(longest).toBeLessThanOrEqual(width);
    expect(longest).toBeGreaterThan(width - 25);
  }
});

test("an address stays in one piece", () => {
  const address = `https://${"contoso".repeat(12)}.cognitiveservices.azure.com/`;
  expect(problemTable("speech.yaml", [{ ...key, message: `${address} is too long` }])).toContain(address);
});

test("colour is only added: without its codes the text is the same", () => {
  const coloured = problemTable("speech.yaml", [locale, edition], { colour: true });
  expect(coloured).toContain("\u001b[31mSPC101\u001b[0m");
  expect(coloured).toContain("\u001b[33mSPC104\u001b[0m");
  expect(coloured.replaceAll(/\u001b\[\d+m/g, "")).toBe(problemTable("speech.yaml", [locale, edition]));
});

test("nothing of a file can steer the terminal", () => {
  const yaml = 'name: "a\\e[31mb\\x07c\\u202Ed"\n"\\e[2J": 1\n';
  const table = problemTable("\u001b[1m.yaml", parseConfig(yaml, "speech.yaml").problems);
  expect(table).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});

test("as JSON every problem has all fields, without a place as null", () => {
  const { source: _source, ...missing } = key;
  expect(problemsJson([locale, missing])).toEqual({
    problems: [
      {
        code: "SPC101",
        level: "error",
        file: "speech.yaml",
        line: 12,
        column: 15,
        path: "containers.captions.locale",
        message: '"en-UK" is not a locale of speech-to-text 4.12.0',
        hint: "nearest: en-GB, en-US, en-AU",
      },
      expect.objectContaining({ code: "SPC310", file: null, line: null, column: null }),
    ],
  });
});
