import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Edition,
  type FunctionEdition,
  type FunctionName,
  catalogue,
  catalogueSources,
  editions,
  findFunctionEdition,
  functionNames,
  functionsOf,
  knownTags,
  livingImages,
} from "../../lib/domain";
import { isOlder } from "../../lib/domain/versions";

const STT_4_12_0_ADDED = ["ar-LY", "fr-BE", "nl-BE", "uz-UZ"];

function entry(name: FunctionName, edition: Edition): FunctionEdition {
  const found = findFunctionEdition(name, edition);
  if (found === undefined) {
    throw new Error(`no ${name} in ${edition}`);
  }
  return found;
}

function release(name: FunctionName, edition: Edition, version: string) {
  const found = entry(name, edition).releases.find((one) => one.version === version);
  if (found === undefined) {
    throw new Error(`no ${name} ${version}`);
  }
  return found;
}

const localesOf = (edition: Edition, version: string) => release("speech-to-text", edition, version).locales ?? [];
const voicesOf = (name: FunctionName, edition: Edition, version: string) =>
  release(name, edition, version).voices ?? [];

interface Row {
  readonly name: FunctionName;
  readonly edition: Edition;
  readonly version: string;
  readonly minimum: readonly number[];
  readonly recommended: readonly number[];
  readonly model: readonly number[] | undefined;
  readonly port: number;
  readonly protocol: string;
}

describe("the catalogue", () => {
  it("has the four functions of the seed in 2020-05 and today's four in 2025-07, and the companion in both", () => {
    const inBoth = ["speech-to-text", "custom-speech-to-text"];
    expect(functionsOf("2020-05")).toEqual([...inBoth, "text-to-speech", "custom-text-to-speech", "sentiment"]);
    expect(functionsOf("2025-07")).toEqual([...inBoth, "neural-text-to-speech", "language-detection", "sentiment"]);
  });

  it.each`
    name                       | edition      | version     | minimum    | recommended | model        | port    | protocol
    ${"speech-to-text"}        | ${"2020-05"} | ${"2.2.0"}  | ${[2, 2]}  | ${[4, 4]}   | ${[4, 6]}    | ${5000} | ${"ws"}
    ${"custom-speech-to-text"} | ${"2020-05"} | ${"2.2.0"}  | ${[2, 2]}  | ${[4, 4]}   | ${[4, 6]}    | ${5000} | ${"ws"}
    ${"text-to-speech"}        | ${"2020-05"} | ${"1.4.0"}  | ${[1, 2]}  | ${[2, 3]}   | ${undefined} | ${5000} | ${"http"}
    ${"custom-text-to-speech"} | ${"2020-05"} | ${"1.4.0"}  | ${[1, 2]}  | ${[2, 3]}   | ${undefined} | ${5000} | ${"http"}
    ${"speech-to-text"}        | ${"2025-07"} | ${"4.12.0"} | ${[4, 4]}  | ${[8, 8]}   | ${[4, 8]}    | ${5000} | ${"ws"}
    ${"custom-speech-to-text"} | ${"2025-07"} | ${"4.12.0"} | ${[4, 4]}  | ${[8, 8]}   | ${[4, 8]}    | ${5000} | ${"ws"}
    ${"neural-text-to-speech"} | ${"2025-07"} | ${"3.12.0"} | ${[6, 12]} | ${[8, 16]}  | ${undefined} | ${5000} | ${"http"}
    ${"language-detection"}    | ${"2025-07"} | ${"1.18.0"} | ${[1, 1]}  | ${[1, 1]}   | ${undefined} | ${5003} | ${"ws"}
  `("knows $name of $edition", ({ name, edition, version, minimum, recommended, model, port, protocol }: Row) => {
    const found = entry(name, edition);
    const gibibytes = ({ cores, memoryMiB }: { cores: number; memoryMiB: number }) => [cores, memoryMiB / 1024];
    const memory = found.modelMemory?.value;

    expect(found.version.value).toBe(version);
    expect(gibibytes(found.size.minimum.value)).toEqual(minimum);
    expect(gibibytes(found.size.recommended.value)).toEqual(recommended);
    expect(memory && [memory.atMinimum / 1024, memory.otherwise / 1024]).toEqual(model);
    expect(found.containerPort.value).toBe(port);
    expect(found.hostProtocol.value).toBe(protocol);
  });

  it("marks the port and the protocol of language detection as unverified", () => {
    const found = entry("language-detection", "2025-07");
    expect(found.containerPort.unverified).toBeDefined();
    expect(found.hostProtocol.unverified).toBeDefined();
  });

  it("takes the images of 2020-05 from the preview registry and those of 2025-07 from Microsoft's", () => {
    const places = catalogue
      .filter(({ name }) => name !== "sentiment")
      .flatMap(({ name, editions: known }) =>
        Object.entries(known).map(([edition, { registry, repository }]) => [
          name,
          edition,
          `${registry.value}/${repository.value}`,
        ]),
      );
    for (const [name, edition, place] of places) {
      expect(place).toBe(
        edition === "2020-05"
          ? `containerpreview.azurecr.io/microsoft/cognitive-services-${name}`
          : `mcr.microsoft.com/azure-cognitive-services/speechservices/${name}`,
      );
    }
  });

  it("gives the settings in the documented order, the model's id first", () => {
    const names = (name: FunctionName, edition: Edition) =>
      entry(name, edition).settings.map(({ value }) => value.name);
    expect(names("custom-text-to-speech", "2020-05")).toEqual(["ModelId", "Eula", "Billing", "ApiKey"]);
    expect(names("speech-to-text", "2025-07")).toEqual(["Eula", "Billing", "ApiKey"]);
  });

  it("retires everything in 2020-05 with its date and replacement, and old neural voices", () => {
    const retired = catalogue.flatMap(({ name, editions: known }) =>
      editions.flatMap((edition) => {
        const retirement = known[edition]?.retirement?.value;
        return retirement === undefined
          ? []
          : [[name, edition, retirement.date, retirement.replacement, retirement.below]];
      }),
    );
    expect(retired).toEqual([
      ["speech-to-text", "2020-05", "2020-09-22", "speech-to-text", undefined],
      ["custom-speech-to-text", "2020-05", "2020-09-22", "custom-speech-to-text", undefined],
      ["text-to-speech", "2020-05", "2021-08-31", "neural-text-to-speech", undefined],
      ["custom-text-to-speech", "2020-05", "2020-09-22", undefined, undefined],
      ["neural-text-to-speech", "2025-07", "2024-02-29", "neural-text-to-speech", "3.0.0"],
    ]);
  });

  it("names functions that it has as replacements of retired ones", () => {
    const named = catalogue.flatMap(({ editions: known }) =>
      Object.values(known).flatMap(({ retirement }) => retirement?.value.replacement ?? []),
    );
    expect(named).not.toEqual([]);
    expect(functionNames).toEqual(expect.arrayContaining(named));
  });

  it("gives a source in the table for every fact", () => {
    const known = Object.keys(catalogueSources);
    const facts = catalogue.flatMap(({ editions: byEdition }) => Object.values(byEdition)).flatMap(collectData);
    expect(facts.length).toBeGreaterThan(100);
    expect(facts.filter((sources) => sources.length === 0)).toEqual([]);
    expect(known).toEqual(expect.arrayContaining([...new Set(facts.flat())]));
  });
});

describe("releases", () => {
  const all = catalogue.flatMap(({ name, editions: known }) =>
    Object.values(known).flatMap(({ releases }) => releases.map((one) => ({ name, ...one }))),
  );

  it("each have a source with a date, and where they have a date of their own, one that can be", () => {
    for (const { sources, published } of all) {
      expect(sources.length).toBeGreaterThan(0);
      expect(sources.map((id) => catalogueSources[id].date).join()).toMatch(/\d{4}/);
      expect(published ?? "2020").toMatch(/^20\d\d(-\d\d(-\d\d)?)?$/);
    }
  });

  it("are in order and each there once", () => {
    for (const { name, editions: known } of catalogue) {
      for (const { releases } of Object.values(known)) {
        const versions = releases.map(({ version }) => version);
        expect([name, new Set(versions).size]).toEqual([name, versions.length]);
        expect(versions.toSorted((left, right) => (isOlder(left, right) ? -1 : 1))).toEqual(versions);
      }
    }
  });

  it.each([
    ["speech-to-text", "2.5.0 2.6.0 3.0.0 3.6.0 3.14.0 4.0.0 4.8.0 4.12.0 5.0.1-preview 5.0.3-preview 5.4.0"],
    ["speech-to-text", "1.0.0 1.2.0 2.0.0 2.0.2 2.0.3 2.3.0"],
    ["custom-speech-to-text", "2.0.0 2.2.0 2.5.0 3.1.0 4.12.0"],
    ["text-to-speech", "1.0.0 1.3.0 1.4.0 1.5.0 1.16.0"],
    ["custom-text-to-speech", "1.3.0 1.4.0 1.7.0 1.15.0"],
    ["neural-text-to-speech", "1.2.0 1.12.0 2.5.0 2.19.0 3.1.0 3.5.0 3.11.0 3.12.0 4.7.0"],
    ["language-detection", "1.1.0 1.6.1 1.9.0 1.11.0 1.18.0"],
  ])("of %s have %s", (name, versions) => {
    const known = all.filter((one) => one.name === name).map(({ version }) => version);
    expect(known).toEqual(expect.arrayContaining(versions.split(" ")));
  });

  it("know latest of every function and when it was that", () => {
    const latest = catalogue.flatMap(({ name, editions: known }) =>
      Object.values(known).map((edition) => {
        const { asOf, version, locale, voice } = edition.latest.value;
        return [name, asOf, version, locale, voice].filter((word) => word !== undefined);
      }),
    );
    expect(latest).toEqual([
      ["speech-to-text", "2020-05-05", "2.2.0", "en-US"],
      ["speech-to-text", "2025-07", "4.12.0", "en-US"],
      ["custom-speech-to-text", "2020-05-05", "2.2.0"],
      ["custom-speech-to-text", "2025-07", "4.12.0"],
      ["text-to-speech", "2020-05-05", "en-US", "en-US-JessaRUS"],
      ["custom-text-to-speech", "2020-05-05", "1.4.0"],
      ["neural-text-to-speech", "2025-07", "en-US", "en-US-AriaNeural"],
      ["language-detection", "2025-07", "1.18.0"],
      ["sentiment", "2020-04"],
      ["sentiment", "2020-04"],
    ]);
  });

  it.each([
    ["text-to-speech", "2020-05", "1.5.0-amd64-en-us-ariarus-preview"],
    ["text-to-speech", "2020-05", "1.16.0-amd64-en-us-ariarus"],
    ["custom-text-to-speech", "2020-05", "1.4.0-amd64-preview"],
    ["custom-text-to-speech", "2020-05", "1.7.0-amd64"],
    ["custom-speech-to-text", "2025-07", "5.0.1-preview-amd64"],
  ] as const)("of %s in %s have the tag %s", (name, edition, tag) => {
    expect(knownTags(entry(name, edition))).toContain(tag);
  });
});

/** The sources of every fact below a value. */
function collectData(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  const own = "sources" in value ? [value.sources as readonly string[]] : [];
  return [...own, ...Object.values(value).flatMap(collectData)];
}

describe("locales of speech-to-text", () => {
  it("are 14 in 1.x, 39 in 2.2.0 and ja-JP alone in 2.0.3", () => {
    expect(new Set(localesOf("2020-05", "1.2.0")).size).toBe(14);
    expect(new Set(localesOf("2020-05", "2.2.0")).size).toBe(39);
    expect(localesOf("2020-05", "2.1.1")).toEqual(localesOf("2020-05", "2.2.0"));
    expect(localesOf("2020-05", "2.0.3")).toEqual(["ja-JP"]);
  });

  it.each([
    ["2020-05", "2.3.0", 39],
    ["2025-07", "2.5.0", 39],
    ["2025-07", "2.6.0", 40],
    ["2025-07", "2.7.0", 82],
    ["2025-07", "2.16.0", 82],
    ["2025-07", "2.17.0", 84],
    ["2025-07", "2.18.0", 84],
  ] as const)("of edition %s grow until 3.0.0: %s has %i", (edition, version, count) => {
    expect(new Set(localesOf(edition, version)).size).toBe(count);
  });

  it("are 84 in 3.0.0, which 3.0.1 completes by uk-UA alone", () => {
    expect(new Set(localesOf("2025-07", "3.0.0")).size).toBe(84);
    expect(localesOf("2025-07", "3.0.0")).not.toContain("uk-UA");
    expect(localesOf("2025-07", "3.0.1")).toEqual(["uk-UA"]);
  });

  it("grow with each version; uk-UA leaves with 4.8.0 and comes back with 4.10.0", () => {
    expect(localesOf("2025-07", "4.6.0")).toContain("uk-UA");
    expect(localesOf("2025-07", "4.8.0")).not.toContain("uk-UA");
    expect(new Set(localesOf("2025-07", "3.6.0")).size).toBe(85 + 21);
    expect(new Set(localesOf("2025-07", "3.11.0")).size).toBe(85 + 21 + 2);
    expect(new Set(localesOf("2025-07", "4.9.0")).size).toBe(84 + 21 + 2 + 9);
    expect(localesOf("2025-07", "4.9.0")).not.toContain("uk-UA");
    expect(localesOf("2025-07", "4.10.0")).toContain("uk-UA");
  });

  it("are 121 in 4.12.0, the four newest and zh-CN-sichuan among them", () => {
    const locales = localesOf("2025-07", "4.12.0");
    expect(new Set(locales).size).toBe(121);
    expect(locales).toEqual(expect.arrayContaining(["zh-CN-sichuan", "uk-UA", ...STT_4_12_0_ADDED]));
  });

  it("are 83 in 5.0.3-preview", () => {
    expect(new Set(localesOf("2025-07", "5.0.3-preview")).size).toBe(83);
  });

  it("are all written as language, region and sometimes a variant", () => {
    const all = catalogue.flatMap(({ editions: known }) => Object.values(known)).flatMap(({ releases }) => releases);
    const locales = all.flatMap((one) => one.locales ?? []);
    expect(locales.filter((locale) => !/^[a-z]{2,3}-[A-Z]{2}(-[a-z]+)?$/.test(locale))).toEqual([]);
  });
});

describe("standard voices", () => {
  it("are 81 in 49 locales, with no slug twice", () => {
    const voices = voicesOf("text-to-speech", "2020-05", "1.3.0");
    expect(new Set(voices.map(({ name }) => name.toLowerCase())).size).toBe(81);
    expect(new Set(voices.map(({ locale }) => locale)).size).toBe(49);
  });

  it("call Jessa Aria from 1.4.0 on and differ in nothing else", () => {
    const before = voicesOf("text-to-speech", "2020-05", "1.3.0").map(({ name }) => name);
    const after = voicesOf("text-to-speech", "2020-05", "1.4.0").map(({ name }) => name);
    expect(before.filter((name) => !after.includes(name))).toEqual(["en-US-Jessa24kRUS", "en-US-JessaRUS"]);
    expect(after.filter((name) => !before.includes(name))).toEqual(["en-US-Aria24kRUS", "en-US-AriaRUS"]);
  });
});

describe("neural voices", () => {
  const voices = voicesOf("neural-text-to-speech", "2025-07", "3.12.0");

  it("are 112 in 44 locales", () => {
    expect(new Set(voices.map(({ name }) => name)).size).toBe(112);
    expect(new Set(voices.map(({ locale }) => locale)).size).toBe(44);
  });

  it("are those of the registry export, in lower case", () => {
    const slugs = readFileSync(join(__dirname, "../fixtures/neural-voices-3.12.0.txt"), "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split(": "))
      .flatMap(([locale, names = ""]) =>
        names.split(", ").map((name) => `${locale}-${name.replace("(-preview)", "")}neural`),
      );
    expect(voices.map(({ name }) => name.toLowerCase()).toSorted()).toEqual(slugs.toSorted());
  });

  it.each(["en-US-AndrewMultilingualNeural", "fil-PH-BlessicaNeural", "ko-KR-InJoonNeural", "ko-KR-SunHiNeural"])(
    "have the mixed case of Microsoft's voice list, such as %s",
    (name) => {
      expect(voices.map((voice) => voice.name)).toContain(name);
    },
  );

  it("are previews only where the tag says so", () => {
    expect(voices.filter(({ preview }) => preview).map(({ name }) => name)).toEqual([
      "zh-CN-XiaochenNeural",
      "zh-CN-XiaoqiuNeural",
      "zh-CN-XiaoshuangNeural",
      "zh-CN-XiaoyanNeural",
    ]);
  });
});

describe("living images", () => {
  const images = livingImages();

  it.each([
    "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:latest",
    "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-zh-cn-sichuan",
    "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:5.0.3-preview-amd64-en-gb",
    "mcr.microsoft.com/azure-cognitive-services/speechservices/custom-speech-to-text:4.12.0-amd64",
    "mcr.microsoft.com/azure-cognitive-services/speechservices/neural-text-to-speech:3.12.0-amd64-en-us-arianeural",
    "mcr.microsoft.com/azure-cognitive-services/speechservices/neural-text-to-speech:3.12.0-amd64-zh-cn-xiaoyanneural-preview",
    "mcr.microsoft.com/azure-cognitive-services/speechservices/language-detection:1.18.0-amd64-preview",
  ])("have %s", (image) => {
    expect(images).toContain(image);
  });

  it("have none of the retired preview registry", () => {
    expect(images.filter((image) => image.startsWith("containerpreview"))).toEqual([]);
  });
});
