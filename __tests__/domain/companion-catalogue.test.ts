import { type Edition, catalogue, findFunctionEdition, functionOfRepository, livingImages } from "../../lib/domain";

const REPOSITORIES: readonly (readonly [Edition, string])[] = [
  ["2020-05", "azure-cognitive-services/sentiment"],
  ["2025-07", "azure-cognitive-services/textanalytics/sentiment"],
];

describe("the catalogue of sentiment", () => {
  it.each(REPOSITORIES)("takes the images of %s from Microsoft's registry, at %s", (edition, repository) => {
    const found = findFunctionEdition("sentiment", edition);
    expect([found?.registry.value, found?.repository.value]).toEqual(["mcr.microsoft.com", repository]);
    expect(functionOfRepository(`mirror/${repository}`)).toEqual({ function: "sentiment", edition });
  });

  it.each(REPOSITORIES)("has the sizes of Microsoft's chart in %s", (edition) => {
    const found = findFunctionEdition("sentiment", edition);
    expect(found?.size.minimum.value).toEqual({ cores: 3, memoryMiB: 3072 });
    expect(found?.size.recommended.value).toEqual({ cores: 8, memoryMiB: 8192 });
    expect([found?.modelMemory, found?.containerPort.value, found?.hostProtocol.value]).toEqual([
      undefined,
      5000,
      "http",
    ]);
  });

  it("has an image for each of the ten languages", () => {
    const living = livingImages().filter((image) => image.includes("/textanalytics/sentiment:"));
    const tags = living.map((image) => image.split(":")[1]);
    expect(new Set(tags)).toEqual(
      new Set(["latest", ..."de en es fr it ja nl pt zh zht".split(" ").map((language) => `3.0-${language}`)]),
    );
    expect(tags).toHaveLength(11);
  });

  it("bills to a Text Analytics account, and nothing else does", () => {
    const elsewhere = catalogue.filter(({ editions }) =>
      Object.values(editions).some(({ settings }) => settings.some(({ value }) => value.account !== undefined)),
    );
    expect(elsewhere.map(({ name }) => name)).toEqual(["sentiment"]);
    const settings = findFunctionEdition("sentiment", "2025-07")?.settings ?? [];
    expect(settings.map(({ value }) => [value.name, value.account])).toEqual([
      ["Eula", undefined],
      ["Billing", "textAnalytics"],
      ["ApiKey", "textAnalytics"],
    ]);
  });
});
