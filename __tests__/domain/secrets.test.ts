import fc from "fast-check";
import { holdsSecret, isKeyName } from "../../lib/domain";
import { quoted } from "../../lib/domain/words";

const hexKey = fc.stringMatching(/^[0-9a-f]{32}$/);
const longKey = fc.stringMatching(/^[A-Za-z0-9]{84}$/).filter((key) => /[0-9]/.test(key) && /[A-Za-z]/.test(key));
/** Not of a key's form: only what stands before it says that it is one. */
const SHORT_KEY = "0a1b2c3d-4e5f-6071";
const anyKey = fc.oneof(hexKey, longKey);

const OLD_KEY = "0123456789abcdef0123456789abcdef";
const NEW_KEY = `${"Ab3".repeat(25)}AAAYACOGx`;

describe("a text is taken for a secret when it is", () => {
  it.each([
    ["an account key of 32 digits", OLD_KEY],
    ["an account key of 84 characters", NEW_KEY],
    ["a storage key", `${"a/+b".repeat(21)}ab==`],
    ["a setting with a key", "ApiKey=0a1b2c3d-4e5f-6071"],
    ["a header with a key", "Ocp-Apim-Subscription-Key: 0a1b2c3d-4e5f-6071"],
    ["a shared access signature", "https://contoso.blob.core.windows.net/models?sv=2020&sig=aGVsbG8"],
    ["a JSON web token", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."],
    ["a private key", "-----BEGIN RSA PRIVATE KEY-----"],
    ["an address with a password", "tcp://operator:hunter2@speech-1:2376"],
  ])("%s", (_title, text) => expect(holdsSecret(text)).toBe(true));
});

describe("a text is not taken for a secret when it is", () => {
  it.each([
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

describe("keys in the clear", () => {
  it("are known by their form, wherever they stand in a text", () => {
    const around = fc.string({ unit: fc.constantFrom(" ", "-", "/", "=", ":") });
    fc.assert(
      fc.property(anyKey, around, around, (key, before, after) => {
        expect(holdsSecret(`${before}${key}${after}`)).toBe(true);
      }),
    );
  });

  it.each([
    "11111111-2222-3333-4444-555555555555",
    `sha256:${"0f".repeat(32)}`,
    "a".repeat(84),
    "https://westeurope.api.cognitive.microsoft.com/",
    "",
    "ApiKey=$KEY_OF_THE_ACCOUNT_2",
    "ApiKey={API_KEY_OF_THE_ACCOUNT_2}",
    "ApiKey=${var.key_of_the_account_2}",
    "the ApiKey",
    "apiKey=",
    "monkey=0a1b2c3d4e5f60718",
    "gateway, api key: one for each client",
    "access key: see-the-vault-of-the-team",
    "https://contoso.example/help?key=documentation",
    "https://contoso.example/help?key=documentation-of-keys",
  ])("%p holds none", (text) => {
    expect(holdsSecret(text)).toBe(false);
  });

  it.each([
    `ApiKey=${SHORT_KEY}`,
    `apikey: ${SHORT_KEY}`,
    `api_key="${SHORT_KEY}"`,
    `Ocp-Apim-Subscription-Key: ${SHORT_KEY}`,
    `AccountKey=${SHORT_KEY};`,
    `-e ApiKey=${SHORT_KEY}`,
    `https://contoso.example/?a=b&key=${SHORT_KEY}`,
    `api key: see vault, ApiKey=${SHORT_KEY}`,
  ])("%s assigns one", (text) => {
    expect(holdsSecret(text)).toBe(true);
  });

  it("are what some names promise", () => {
    expect(
      ["ApiKey", "api_key", "apikey", "subscription-key", "accessKey", "SentimentAnalysisApiKey"].every(isKeyName),
    ).toBe(true);
    expect(["key", "keySlot", "monkey", "keyboard"].some(isKeyName)).toBe(false);
  });

  it("are never quoted in a message", () => {
    fc.assert(
      fc.property(anyKey, fc.string(), (key, text) => {
        expect(quoted(`${text} ${key}`)).not.toContain(key);
      }),
    );
    expect(quoted("ssh://deploy:hunter2@leeds")).toBe('"ssh://deploy:***@leeds"');
  });

  it.each([
    "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln",
    "-----BEGIN PRIVATE KEY----- MIIB",
    `${"a/+b".repeat(21)}ab==`,
    "https://contoso.blob.core.windows.net/?sig=aGVsbG8",
    `ssh://deploy:hunter2@leeds?key=${SHORT_KEY}`,
  ])("are never quoted in a message, of whatever form: %s", (text) => {
    expect(quoted(text)).toMatch(/^"\*\*\*" \(\d+ characters that look like a secret\)$/);
  });

  it("do not keep a message from showing other values, on one line and not without end", () => {
    expect(quoted("a\nb")).toBe('"a\\nb"');
    expect(quoted("x".repeat(500)).length).toBeLessThan(100);
  });
});
