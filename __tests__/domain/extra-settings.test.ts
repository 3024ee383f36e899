import fc from "fast-check";
import { containerSettings } from "../../lib/domain";
import { one } from "./problem-requests";
import { codesOf, containerOf, problemOf } from "./requests";

const withExtra = (extraSettings: Readonly<Record<string, string | number | boolean>>) => one({ extraSettings });
const KEY = "0123456789abcdef0123456789abcdef";

describe("extra settings", () => {
  it("stand behind all others as they are written, whatever the order", () => {
    const { settings } = containerOf(
      withExtra({ "Logging:Console:LogLevel:Microsoft": "Warning", Cache: 5, Beta: true }),
    );
    expect(settings.slice(3)).toEqual(
      [
        ["Beta", "true"],
        ["Cache", "5"],
        ["Logging:Console:LogLevel:Microsoft", "Warning"],
      ].map(([name, text]) => ({ name, value: { kind: "literal", text }, via: "argument" })),
    );
  });

  it.each([
    ["Eula", "delete this line"],
    ["billing", "delete this line; see account:"],
    ["APIKEY", "delete this line; see account:"],
    ["ModelId", "use modelId"],
    ["Mounts:Output", "use mounts.output"],
    ["Mounts__License", "use disconnected"],
    ["Mounts:Input", "delete this line"],
    ["CloudAI:SentimentAnalysisSettings:TextAnalyticsHost", "use sentiment"],
    ["http_proxy", "use proxy"],
    ["NO_PROXY", "use proxy"],
    ["BaseModelLocale", "use displayModels, or speech-containers model list and model download"],
    ["FullDisplay", "use displayModels, or speech-containers model list and model download"],
    ...containerSettings.map(({ value }): [string, string] => [value.name, `use settings.${value.key}`]),
  ] as [string, string][])("do not take %s, in any spelling, and name what does", (name, hint) => {
    expect(problemOf(withExtra({ [name]: "x" }), "SPC285")).toMatchObject({ hint });
    const otherwise = name.toUpperCase().replaceAll(":", "__");
    expect(codesOf(withExtra({ [otherwise]: "x" }))).toContain(`SPC285 containers.captions.extraSettings.${otherwise}`);
  });

  it.each(["Proxy:Password", "Storage:AccountKey", "Vault__Token", "Db:ConnectionString", "My:Secret"])(
    "do not take a secret by its name: %s",
    (name) => {
      expect(codesOf(withExtra({ [name]: "hunter2" }))).toContain(`SPC310 containers.captions.extraSettings.${name}`);
    },
  );

  it("do not take a secret by its look, and never show it", () => {
    const request = withExtra({ Harmless: KEY });
    expect(codesOf(request)).toContain("SPC310 containers.captions.extraSettings.Harmless");
    expect(JSON.stringify(problemOf(withExtra({ "a b": KEY }), "SPC286"))).not.toContain(KEY);
  });

  it.each([
    [{ "two words": "x" }],
    [{ "a=b": "x" }],
    [{ "": "x" }],
    [{ Empty: "" }],
    [{ Lines: "a\nb" }],
    [{ "Logging:": "x" }],
    [{ Cache: 1, CACHE: 2 }],
    [{ "A:B": 1, a__b: 2 }],
  ])("are not %j", (extra) => {
    expect(codesOf(withExtra(extra)).map((code) => code.slice(0, 6))).toEqual(["SPC286"]);
  });

  it("are passed on or refused, never lost", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (name, value) => {
        const request = withExtra({ [name]: value });
        const refused = codesOf(request).length > 0;
        expect(refused || containerOf(request).settings.some((one_) => one_.name === name)).toBe(true);
      }),
    );
  });
});
