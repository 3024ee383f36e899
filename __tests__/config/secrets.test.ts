import fc from "fast-check";
import { stringify } from "yaml";
import { parseConfig, problemTable } from "../../lib/config";
import { holdsSecret, isSecretName } from "../../lib/config/secrets";
import { documents, pathsOf, withValue } from "./documents";

const OLD_KEY = "0123456789abcdef0123456789abcdef";
const NEW_KEY = `${"Ab3".repeat(25)}AAAYACOGx`;

describe("a text is taken for a secret when it is", () => {
  test.each([
    ["an account key of 32 digits", OLD_KEY],
    ["an account key of 84 characters", NEW_KEY],
    ["a storage key", `${"a/+b".repeat(21)}ab==`],
    ["a setting with a key", "ApiKey=hunter2"],
    ["a header with a key", "Ocp-Apim-Subscription-Key: hunter2"],
    ["a shared access signature", "https://contoso.blob.core.windows.net/models?sv=2020&sig=aGVsbG8"],
    ["a JSON web token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."],
    ["a private key", "-----BEGIN RSA PRIVATE KEY-----"],
    ["an address with a password", "tcp://operator:hunter2@speech-1:2376"],
  ])("%s", (_title, text) => expect(holdsSecret(text)).toBe(true));
});

describe("a text is not taken for a secret when it is", () => {
  test.each([
    ["a model id", "11111111-2222-3333-4444-555555555555"],
    ["a digest", `sha256:${"0123456789abcdef".repeat(4)}`],
    ["a tag", "4.12.0-amd64-en-us"],
    ["a commit", "0123456789abcdef0123456789abcdef01234567"],
    ["an address with a user", "ssh://operator@speech-1"],
    ["an endpoint", "https://westeurope.api.cognitive.microsoft.com/"],
    ["a sentence", "lab network, the keys are with the front desk"],
    ["a reference", "ApiKey=${API_KEY}"],
    ["a folder of Windows", String.raw`C:\CustomSpeech`],
  ])("%s", (_title, text) => expect(holdsSecret(text)).toBe(false));
});

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

test("what is named as a key is not repeated, whatever its value", () => {
  expect(said("apiKey: hunter2\naccount: { key1: { primary: hunter2 } }\n")).not.toContain("hunter2");
});
