import type * as Domain from "../../lib/domain";
import type { FunctionEntry } from "../../lib/domain";

/** A function that no line of the package knows: it takes the place of one data file of the catalogue. */
const fact = <Value>(value: Value) => ({ value, sources: ["S" as const] });
const whisper = {
  name: "whisper",
  serves: "voice",
  editions: {
    "2025-07": {
      registry: fact("registry.example"),
      repository: fact("speech/whisper"),
      version: fact("1.0.0"),
      tag: fact({ locale: true, voice: true, preview: "by voice" }),
      latest: fact({ asOf: "2025-07" }),
      size: { minimum: fact({ cores: 1, memoryMiB: 1024 }), recommended: fact({ cores: 2, memoryMiB: 2048 }) },
      containerPort: fact(5009),
      hostProtocol: fact("http"),
      paths: [],
      settings: [fact({ name: "Eula", value: "accept" })],
      swagger: fact(false),
      releases: [
        {
          version: "1.0.0",
          sources: ["S"],
          voices: [
            { name: "en-GB-AdaSoft", locale: "en-GB", preview: false },
            { name: "en-GB-BeaSoft", locale: "en-GB", preview: true },
          ],
        },
      ],
    },
  },
} as unknown as FunctionEntry;

describe("a function that is new", () => {
  let domain: typeof Domain;

  beforeAll(() => {
    jest.resetModules();
    jest.doMock("../../lib/domain/catalogue/language-detection", () => ({ languageDetection: whisper }));
    domain = require("../../lib/domain") as typeof Domain;
  });

  const plan = (change: Partial<Domain.ContainerRequest>) =>
    domain.planDeployment({
      name: "contoso",
      edition: "2025-07",
      eula: "accept",
      account: { kind: "existing", name: "contoso", resourceGroup: "rg" },
      layout: "containers",
      sites: [{ name: "local", containers: [{ name: "soft", function: "whisper", ...change }] }],
    });

  it("is planned from its data file alone", () => {
    const result = plan({ voice: "en-GB-BeaSoft" });
    const container = result.ok ? result.plan.sites[0]?.containers[0] : undefined;
    expect(result.problems).toEqual([]);
    expect(container).toMatchObject({
      function: "whisper",
      image: { registry: "registry.example", repository: "speech/whisper", tag: "1.0.0-amd64-en-gb-beasoft-preview" },
      voice: "en-GB-BeaSoft",
      size: { cores: 2, memoryMiB: 2048 },
      port: { container: 5009 },
      settings: [{ name: "Eula" }],
    });
  });

  it("is judged by it", () => {
    const { problems } = plan({ voice: "BeaSoft", version: "1.0.0" });
    expect(problems).toMatchObject([{ code: "SPC102", hint: "nearest: en-GB-BeaSoft" }]);
  });

  it("is known by its images and its tags", () => {
    expect(domain.functionOfRepository("mirror/speech/whisper")).toEqual({ function: "whisper", edition: "2025-07" });
    expect(domain.parseTag("1.0.0-amd64-en-gb-adasoft")).toMatchObject({ locale: "en-gb", voice: "adasoft" });
    expect(domain.livingImages()).toContain("registry.example/speech/whisper:1.0.0-amd64-en-gb-adasoft");
  });
});
