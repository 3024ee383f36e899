import fc from "fast-check";
import { stringify } from "yaml";
import { parseConfig, problemTable } from "../../lib/config";
import { isSecretName } from "../../lib/config/secrets";
import { documents, pathsOf, withValue } from "./documents";

test.each(["apiKey", "api-key", "API_KEY", "ApiKey", "key1", "subscriptionKey", "token", "password", "clientSecret"])(
  "%s is a name for a secret",
  (name) => expect(isSecretName(name)).toBe(true),
);

test.each(["keySlot", "tokens", "locale", "keyboard", "monkey"])("%s is no name for a secret", (name) =>
  expect(isSecretName(name)).toBe(false),
);

describe("names of the user's own may be any word:", () => {
  test.each(["tags: { token: blue, key: A4 }", "containers: { token: { function: language-detection } }"])(
    "%s",
    (yaml) => {
      expect(parseConfig(yaml, "speech.yaml").problems.map(({ code }) => code)).not.toContain("SPC310");
    },
  );
});

const said = (yaml: string) => {
  const { problems } = parseConfig(yaml, "speech.yaml");
  return JSON.stringify(problems) + problemTable("speech.yaml", problems);
};

const places = Object.values(documents).flatMap((document) => pathsOf(document).map((path) => ({ document, path })));
const secret = fc.oneof(
  fc.string({ unit: fc.constantFrom(...Array.from("0123456789abcdef")), minLength: 32, maxLength: 32 }),
  fc
    .string({ unit: fc.constantFrom(...Array.from("0123456789abcdefXYZ")), minLength: 80, maxLength: 80 })
    .map((text) => `a0Z1${text}`),
);

test("no key is ever repeated, whatever place it is put in", () => {
  fc.assert(
    fc.property(fc.constantFrom(...places), secret, fc.nat(5), ({ document, path }, key, way) => {
      const inside = [key, [key], { [key]: 1 }, { apiKey: key }, { test: ["CMD", `ApiKey=${key}`] }, [{ a: key }]];
      expect(said(stringify(withValue(document, path, inside[way])))).not.toContain(key);
    }),
    { numRuns: 60 },
  );
});

test("no key is ever repeated, wherever it breaks the text", () => {
  const [document] = Object.values(documents);
  const text = stringify(document);
  fc.assert(
    fc.property(fc.nat(text.length), secret, fc.nat(4), (position, key, way) => {
      const inserted = [` ${key} `, `"${key}"`, `\n${key}: x\n`, `: *${key}\n`, ` !${key} `][way] ?? "";
      expect(said(text.slice(0, position) + inserted + text.slice(position))).not.toContain(key);
    }),
    { numRuns: 60 },
  );
});

test("a secret of any form is not repeated in the place of a backend's settings", () => {
  expect(said("backend: { azurerm: 'https://contoso/?sig=hunter2' }\n")).not.toContain("hunter2");
});

test.each(["modelId", "digest", "tag", "locale"])("a token in the place of a %s is not repeated", (key) => {
  const token = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln";
  const named = `containers: { a: { function: custom-speech-to-text, ${key}: ${token} } }`;
  expect(said(named)).not.toContain("eyJhbGci");
});

test("what is named as a key is not repeated, whatever its value", () => {
  expect(said("apiKey: hunter2\naccount: { key1: { primary: hunter2 } }\n")).not.toContain("hunter2");
});
