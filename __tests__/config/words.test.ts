import { parseConfig } from "../../lib/config";
import { badConfigs } from "./bad-configs";

const all = badConfigs.flatMap(({ title, yaml }) =>
  parseConfig(yaml, "speech.yaml").problems.map((problem) => ({ title, ...problem })),
);

test("every hint says what to do", () => {
  expect(all.filter(({ hint }) => /^(?:write|add|use)?\s*$|:\s*$/.test(hint))).toEqual([]);
});

test("messages and hints start small, end without a dot, and are no exclamations", () => {
  const misfits = all.filter(({ message, hint }) =>
    [message, hint].some(
      (text) => /^[A-Z](?![A-Z])|[.!]$|!\s|please|oops|successfully/i.test(text) && !/^[a-z"`\d*]/.test(text),
    ),
  );
  expect(misfits).toEqual([]);
});

describe("what to do is said of a value of the wrong type:", () => {
  const hintOf = (yaml: string) =>
    parseConfig(yaml, "speech.yaml").problems.find(({ code }) => code === "SPC012")?.hint;

  test.each([
    ["name: 2024", "write something like contoso-speech"],
    ["containers: { a: }", "write something like { function: speech-to-text, locale: en-US, port: 5000 }"],
    [
      "containers: { a: speech-to-text }",
      "write something like { function: speech-to-text, locale: en-US, port: 5000 }",
    ],
    [
      "sites: { leeds: }",
      "write something like { containers: { captions: { function: speech-to-text, locale: en-US } } }",
    ],
    ["engine: ssh://x@y", "write something like { host: ssh://operator@speech-1.contoso.com }"],
    ["tags: { costcenter: }", "write text"],
    ["tags: { costcenter: 42 }", 'put it in quotes: "42"'],
    ["engine: { memory: .nan }", "write something like 64g"],
  ])("%s", (yaml, hint) => {
    expect(hintOf(yaml)).toBe(hint);
  });
});

describe("what to do is said:", () => {
  const hintOf = (keys: string) =>
    parseConfig(`containers:\n  captions: { function: speech-to-text, locale: en-US, ${keys} }\n`, "speech.yaml")
      .problems.filter(({ path }) => path.startsWith("containers.captions"))
      .map(({ message, hint }) => `${message}; ${hint}`);

  test.each([
    ["prot: 1", '"prot" is not a key here; nearest: port, proxy, front'],
    ["host: tcp://a", '"host" is not a key here; nearest: port; otherwise it belongs at engine.host'],
    ["cores: 8", '"cores" is not a key here; it belongs at containers.<name>.size.cores'],
    ["backend: {}", '"backend" is not a key here; it belongs at the top of the file'],
    ["name: x", '"name" is not a key here; delete this line; the name is the key above'],
    ["port: '5000'", '"5000" is text, but a whole number is expected; write it without quotes: 5000'],
    ["port: soon", '"soon" is text, but a whole number is expected; write something like 5000'],
    ["version: 4.10", "4.10 is a number, but text is expected; write something like 4.12.0"],
    ["tag: 4.10", '4.10 is a number, but text is expected; put it in quotes: "4.10"'],
    ["healthCheck: { test: [CMD, x], interval: 30 }", "30 is a number, but text is expected; write something like 30s"],
    ["tag: [a]", "a list is written here, but text is expected; write something like 4.12.0-amd64-en-us"],
    ["tag:", "nothing is written here, but text is expected; write something like 4.12.0-amd64-en-us"],
    ["allowRetired: yes", '"yes" is text, but true or false is expected; write true or false'],
    ["secretsVia: true", "true is a boolean, but text is expected; write environment or arguments"],
    [
      "size: true",
      "true is a boolean, but text or a map of keys is expected; " +
        "write minimum, recommended or something like { cores: 8, memory: 16g }",
    ],
    ["size: huge", '"huge" is not a size; write minimum, recommended or something like { cores: 8, memory: 16g }'],
    ["size: { cores: 8 }", "this key is missing; add memory: something like 16g"],
    ["mounts: /srv", '"/srv" is text, but a map of keys is expected; write something like { output: volume }'],
    ["apiKey: x", "keys are never written here; the account's key is wired for you; delete this line"],
  ])("%s", (keys, expected) => {
    expect(hintOf(keys)).toEqual([expected]);
  });

  test("a key that nobody knows gets the list of those that are known", () => {
    expect(hintOf("offline: 1")[0]).toMatch(/use function, locale, voice, .* or allowRetired$/);
  });
});
