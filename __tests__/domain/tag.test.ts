import fc from "fast-check";
import { LATEST, catalogue, knownTags, parseTag, renderTag } from "../../lib/domain";
import { knownLocales } from "../../lib/domain/catalogue/locales";

const allTags = catalogue
  .flatMap(({ editions }) => Object.values(editions))
  .flatMap((edition) => [...knownTags(edition)])
  .filter((tag) => tag !== LATEST);

describe("tags", () => {
  it("come back from their parts, every one that the catalogue knows", () => {
    expect(allTags.length).toBeGreaterThan(900);
    const again = allTags.map((tag) => {
      const parts = parseTag(tag);
      return parts && renderTag(parts);
    });
    expect(again).toEqual(allTags);
  });

  it("give back the parts of which they are made", () => {
    const number = fc.integer({ min: 0, max: 99 });
    const version = fc
      .tuple(number, number, number, fc.boolean())
      .map(([major, minor, patch, preview]) => `${major}.${minor}.${patch}${preview ? "-preview" : ""}`);
    const locale = fc.constantFrom(...knownLocales.keys());
    const voice = fc
      .stringMatching(/^[a-z][a-z0-9]{2,9}(-apollo)?$/)
      .filter((word) => !/^(preview|sichuan)/.test(word));
    const parts = fc.oneof(
      fc.record({ version, preview: fc.boolean() }),
      fc.record({ version, locale, preview: fc.boolean() }),
      fc.record({ version, locale, voice, preview: fc.boolean() }),
      fc.record({
        version: fc.tuple(number, number).map(([major, minor]) => `${major}.${minor}`),
        language: fc.stringMatching(/^[a-z]{2,3}$/),
        preview: fc.constant(false),
      }),
    );
    fc.assert(
      fc.property(parts, (given) => {
        expect(parseTag(renderTag(given))).toEqual(given);
      }),
    );
  });

  it.each([
    ["2.2.0-amd64-en-us-preview", { version: "2.2.0", locale: "en-us", preview: true }],
    ["1.3.0-amd64-en-us-jessarus-preview", { version: "1.3.0", locale: "en-us", voice: "jessarus", preview: true }],
    [
      "1.3.0-amd64-de-de-stefan-apollo-preview",
      { version: "1.3.0", locale: "de-de", voice: "stefan-apollo", preview: true },
    ],
    ["4.12.0-amd64-zh-cn-sichuan", { version: "4.12.0", locale: "zh-cn-sichuan", preview: false }],
    ["5.0.3-preview-amd64-en-us", { version: "5.0.3-preview", locale: "en-us", preview: false }],
    ["1.18.0-amd64-preview", { version: "1.18.0", preview: true }],
    ["4.12.0-amd64", { version: "4.12.0", preview: false }],
    ["3.0-zht", { version: "3.0", language: "zht", preview: false }],
    ["9.0.0-amd64-xx-yy", { version: "9.0.0", locale: "xx-yy", preview: false }],
  ])("%s is parsed by the table of locales", (tag, parts) => {
    expect(parseTag(tag)).toEqual(parts);
  });

  it.each([
    "latest",
    "4.12.0",
    "3.0",
    "3.0.0-en",
    "3.0-en-us",
    "4.12-amd64",
    "4.12.0-arm64-en-us",
    "4.12.0-amd64-en-US",
    "4.12.0-amd64-",
    "4.12.0-amd64-english",
    "v4.12.0-amd64",
  ])("%s is outside of the grammar", (tag) => {
    expect(parseTag(tag)).toBeUndefined();
  });
});
