import fc from "fast-check";
import { assignsKey, isKeyName, looksLikeKey } from "../../lib/domain";
import { quoted } from "../../lib/domain/words";

const hexKey = fc.stringMatching(/^[0-9a-f]{32}$/);
const longKey = fc.stringMatching(/^[A-Za-z0-9]{84}$/).filter((key) => /[0-9]/.test(key) && /[A-Za-z]/.test(key));
const anyKey = fc.oneof(hexKey, longKey);

describe("keys in the clear", () => {
  it("are known by their form, wherever they stand in a text", () => {
    const around = fc.string({ unit: fc.constantFrom(" ", "-", "/", "=", ":") });
    fc.assert(
      fc.property(anyKey, around, around, (key, before, after) => {
        expect(looksLikeKey(`${before}${key}${after}`)).toBe(true);
      }),
    );
  });

  it.each([
    "11111111-2222-3333-4444-555555555555",
    `sha256:${"0f".repeat(32)}`,
    "a".repeat(84),
    "https://westeurope.api.cognitive.microsoft.com/",
    "",
  ])("%p looks like none", (text) => {
    expect(looksLikeKey(text)).toBe(false);
  });

  it.each([
    "ApiKey=abc",
    "apikey: abc",
    "api_key=abc",
    "Ocp-Apim-Subscription-Key: abc",
    "AccountKey=abc;",
    "-e ApiKey=abc",
  ])("%s assigns one", (text) => {
    expect(assignsKey(text)).toBe(true);
  });

  it.each(["ApiKey=$KEY", "ApiKey={API_KEY}", "ApiKey=${KEY}", "the ApiKey", "apiKey=", "monkey=1"])(
    "%s assigns none",
    (text) => {
      expect(assignsKey(text)).toBe(false);
    },
  );

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

  it("do not keep a message from showing other values, on one line and not without end", () => {
    expect(quoted("a\nb")).toBe('"a\\nb"');
    expect(quoted("x".repeat(500)).length).toBeLessThan(100);
  });
});
