import { type ContainerRequest, FINGERPRINT_LABEL, renderReference } from "../../lib/domain";
import { startPort } from "../../lib/domain/ports";
import { MODEL_ID, captions, codesOf, containerOf, deployment } from "./requests";

const MODEL_VOLUME = `contoso-model-${MODEL_ID}`;

const custom: ContainerRequest = { name: "callcenter", function: "custom-speech-to-text", modelId: MODEL_ID };

describe("images", () => {
  it.each([
    [
      "by locale",
      captions(),
      "2025-07",
      "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us",
    ],
    [
      "by a locale of three parts",
      captions({ locale: "zh-CN-sichuan" }),
      "2025-07",
      "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-zh-cn-sichuan",
    ],
    [
      "by voice",
      captions({ function: "neural-text-to-speech", locale: undefined, voice: "ko-KR-SunHiNeural" }),
      "2025-07",
      "mcr.microsoft.com/azure-cognitive-services/speechservices/neural-text-to-speech:3.12.0-amd64-ko-kr-sunhineural",
    ],
    [
      "by a preview voice",
      captions({ function: "neural-text-to-speech", locale: undefined, voice: "zh-CN-XiaoqiuNeural" }),
      "2025-07",
      "mcr.microsoft.com/azure-cognitive-services/speechservices/neural-text-to-speech:3.12.0-amd64-zh-cn-xiaoqiuneural-preview",
    ],
    [
      "by model",
      custom,
      "2025-07",
      "mcr.microsoft.com/azure-cognitive-services/speechservices/custom-speech-to-text:4.12.0-amd64",
    ],
    [
      "of language detection",
      captions({ function: "language-detection", locale: undefined }),
      "2025-07",
      "mcr.microsoft.com/azure-cognitive-services/speechservices/language-detection:1.18.0-amd64-preview",
    ],
    [
      "of the seed by locale",
      captions({ allowRetired: true }),
      "2020-05",
      "containerpreview.azurecr.io/microsoft/cognitive-services-speech-to-text:2.2.0-amd64-en-us-preview",
    ],
    [
      "of the seed by a voice with a hyphen",
      captions({ function: "text-to-speech", locale: undefined, voice: "de-DE-Stefan-Apollo", allowRetired: true }),
      "2020-05",
      "containerpreview.azurecr.io/microsoft/cognitive-services-text-to-speech:1.4.0-amd64-de-de-stefan-apollo-preview",
    ],
    [
      "by version",
      captions({ version: "5.0.3-preview" }),
      "2025-07",
      "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:5.0.3-preview-amd64-en-us",
    ],
    [
      "by a digest with a voice that nobody listed",
      captions({
        function: "neural-text-to-speech",
        locale: undefined,
        version: "4.7.0",
        voice: "ta-IN-PallaviNeural",
        digest: `sha256:${"0f".repeat(32)}`,
      }),
      "2025-07",
      "mcr.microsoft.com/azure-cognitive-services/speechservices/neural-text-to-speech:4.7.0-amd64-ta-in-pallavineural" +
        `@sha256:${"0f".repeat(32)}`,
    ],
    [
      "where a later version of a retired function moved to",
      captions({
        function: "text-to-speech",
        locale: undefined,
        voice: "de-DE-Stefan-Apollo",
        version: "1.16.0",
        allowRetired: true,
      }),
      "2020-05",
      "mcr.microsoft.com/azure-cognitive-services/speechservices/text-to-speech:1.16.0-amd64-de-de-stefan-apollo",
    ],
    [
      "by tag",
      captions({ tag: "latest" }),
      "2025-07",
      "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:latest",
    ],
    [
      "by digest",
      captions({ digest: `sha256:${"0f".repeat(32)}` }),
      "2025-07",
      `mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us@sha256:${"0f".repeat(32)}`,
    ],
    [
      "from a mirror",
      captions({ registry: "contoso.azurecr.io/mirror" }),
      "2025-07",
      "contoso.azurecr.io/mirror/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us",
    ],
  ])("are chosen %s", (_, container, edition, reference) => {
    expect(renderReference(containerOf(deployment([container], { edition })).image)).toBe(reference);
  });

  it("come from the nearest registry: the container's, the site's, the deployment's", () => {
    const registryOf = (own?: string, site?: string) =>
      containerOf(
        deployment([], {
          registry: "a.example",
          sites: [{ name: "local", registry: site, containers: [captions({ registry: own })] }],
        }),
      ).image.registry;
    expect([registryOf("c.example", "b.example"), registryOf(undefined, "b.example"), registryOf()]).toEqual([
      "c.example",
      "b.example",
      "a.example",
    ]);
  });

  it("tell locale and voice, as clients spell them", () => {
    const served = (change: Partial<ContainerRequest>, edition = "2025-07") => {
      const { locale, voice } = containerOf(
        deployment([captions({ locale: undefined, allowRetired: true, ...change })], { edition }),
      );
      return [locale, voice];
    };
    const neural = "neural-text-to-speech";
    expect(served({ tag: "4.12.0-amd64-zh-cn-sichuan" })).toEqual(["zh-CN-sichuan", undefined]);
    expect(served({ tag: "latest" })).toEqual(["en-US", undefined]);
    expect(served({ tag: "9.0.0-amd64-xx-yy" })).toEqual(["xx-YY", undefined]);
    expect(served({ function: neural, voice: "en-US-AvaNeural" })).toEqual(["en-US", "en-US-AvaNeural"]);
    expect(served({ function: neural, tag: "latest" })).toEqual(["en-US", "en-US-AriaNeural"]);
    expect(served({ function: neural, tag: "3.12.0-amd64-ko-kr-sunhineural" })).toEqual(["ko-KR", "ko-KR-SunHiNeural"]);
    expect(served({ function: neural, tag: "4.7.0-amd64-ta-in-newneural", voice: "ta-IN-NewNeural" })).toEqual([
      "ta-IN",
      "ta-IN-NewNeural",
    ]);
    expect(served({ function: neural, tag: "4.7.0-amd64-ta-in-newneural" })).toEqual(["ta-IN", undefined]);
    expect(served({ function: "text-to-speech", tag: "latest" }, "2020-05")).toEqual(["en-US", "en-US-JessaRUS"]);
    expect(served({ function: "text-to-speech", tag: "latest", voice: "en-US-AriaRUS" }, "2020-05")).toEqual([
      "en-US",
      "en-US-AriaRUS",
    ]);
  });
});

describe("ports and URLs", () => {
  it("publish on loopback, and speak the protocol of the function", () => {
    expect(containerOf(deployment())).toMatchObject({
      port: { address: "127.0.0.1", host: 5000, container: 5000 },
      urls: {
        host: "ws://localhost:5000",
        ready: "http://localhost:5000/ready",
        status: "http://localhost:5000/status",
      },
    });
    const speaker = captions({ function: "neural-text-to-speech", locale: undefined, voice: "en-US-AriaNeural" });
    expect(containerOf(deployment([speaker])).urls.host).toBe("http://localhost:5000");
    const detector = captions({ function: "language-detection", locale: undefined });
    expect(containerOf(deployment([detector])).port.container).toBe(5003);
  });

  it("follow the name where none is set, and keep off the explicit ones", () => {
    expect(containerOf(deployment([captions({ port: undefined })])).port.host).toBe(startPort("captions"));
    const taken = captions({ name: "other", port: startPort("captions") });
    expect(containerOf(deployment([captions({ port: undefined }), taken])).port.host).toBe(startPort("captions") + 1);
  });

  it("may meet on addresses that do not overlap", () => {
    const other = captions({ name: "other", address: "127.0.0.2" });
    expect(codesOf(deployment([captions(), other]))).toEqual([]);
    expect(
      codesOf(deployment([captions(), other, captions({ name: "open", address: "0.0.0.0", exposed: "a demo" })])),
    ).toEqual(["SPC204 containers.open.port", "SPC204 containers.other.port"]);
  });

  it.each([
    [{ address: "0.0.0.0", exposed: "a demo" }, undefined, "ws://localhost:5000"],
    [{ address: "0.0.0.0", exposed: "a demo" }, { host: "ssh://deploy@leeds.example" }, "ws://leeds.example:5000"],
    [{ address: "192.168.1.5", front: "nginx" }, undefined, "ws://192.168.1.5:5000"],
    [{}, { host: "ssh://deploy@leeds.example" }, "ws://localhost:5000"],
    [{}, { advertise: "speech.example" }, "ws://localhost:5000"],
    [{ address: "127.0.0.2" }, { advertise: "speech.example" }, "ws://127.0.0.2:5000"],
    [{ address: "0.0.0.0", front: "nginx" }, { advertise: "speech.example" }, "ws://speech.example:5000"],
  ])("with %p on the engine %p are reached at %s", (change, engine, url) => {
    const request = deployment([], { sites: [{ name: "local", engine, containers: [captions(change)] }] });
    expect(containerOf(request).urls.host).toBe(url);
  });
});

describe("models", () => {
  it("are kept in a volume that has the model in its name and no site, so that sites share one", () => {
    const mounts = containerOf(deployment([custom])).mounts;
    expect(mounts).toEqual([{ type: "volume", source: MODEL_VOLUME, target: "/usr/local/models", readOnly: false }]);
    const sites = [{ name: "leeds", containers: [custom] }];
    expect(containerOf(deployment([], { layout: "sites", sites })).mounts).toEqual(mounts);
  });

  it("are one model however their id is written", () => {
    expect(containerOf(deployment([{ ...custom, modelId: MODEL_ID.toUpperCase() }])).mounts[0]?.source).toBe(
      MODEL_VOLUME,
    );
  });

  it.each(["/srv/models", "C:\\CustomSpeech"])("are kept in %s when it is given", (models) => {
    expect(containerOf(deployment([{ ...custom, mounts: { models } }])).mounts).toEqual([
      { type: "bind", source: models, target: "/usr/local/models", readOnly: false },
    ]);
  });

  it("do not share a folder on one engine, unless they are the same", () => {
    const other = { ...custom, name: "other", modelId: MODEL_ID.replace("1", "2"), mounts: { models: "/srv/models/" } };
    const first = { ...custom, mounts: { models: "/srv/models" } };
    expect(codesOf(deployment([first, other]))).toEqual(["SPC232 containers.other.mounts.models"]);
    expect(codesOf(deployment([first, { ...other, modelId: MODEL_ID.toUpperCase() }]))).toEqual([]);
  });

  it("do not share a volume on one engine with another function's model of the same id", () => {
    const speaker = { ...custom, name: "speaker", function: "custom-text-to-speech", allowRetired: true };
    const request = (change: Partial<ContainerRequest>) =>
      deployment(
        [
          { ...custom, allowRetired: true },
          { ...speaker, ...change },
        ],
        { edition: "2020-05" },
      );
    const clashes = (change: Partial<ContainerRequest>) =>
      codesOf(request(change)).filter((code) => code.startsWith("SPC232"));
    expect(clashes({})).toEqual(["SPC232 containers.speaker.modelId"]);
    expect(clashes({ mounts: { models: "/srv/voices" } })).toEqual([]);
    expect(clashes({ function: custom.function })).toEqual([]);
  });

  it("are in no mount of other functions", () => {
    expect(containerOf(deployment()).mounts).toEqual([]);
  });
});

describe("settings", () => {
  const words = (change: Partial<ContainerRequest> = {}) =>
    containerOf(deployment([{ ...custom, ...change }])).settings.map(({ name, via }) => [name, via]);

  it("stand in the documented order; only the key is in the environment", () => {
    expect(words()).toEqual([
      ["ModelId", "argument"],
      ["Eula", "argument"],
      ["Billing", "argument"],
      ["ApiKey", "environment"],
    ]);
    expect(words({ secretsVia: "arguments" })[3]).toEqual(["ApiKey", "argument"]);
  });

  it("leave endpoint and key to the renderer", () => {
    expect(containerOf(deployment()).settings.map(({ value }) => value)).toEqual([
      { kind: "literal", text: "accept" },
      { kind: "endpoint" },
      { kind: "apiKey" },
    ]);
  });
});

describe("a health check", () => {
  it("has canonical durations, and time for the model to load", () => {
    const healthCheck = { test: ["CMD", "true"], interval: "60s", timeout: "1.5s" };
    expect(containerOf(deployment([captions({ healthCheck })])).healthCheck).toEqual({
      test: ["CMD", "true"],
      interval: "1m0s",
      timeout: "1.5s",
      startPeriod: "2m0s",
      retries: 3,
    });
  });
});

describe("the fingerprint", () => {
  const of = (change: Partial<ContainerRequest> = {}, base: ContainerRequest = custom) =>
    containerOf(deployment([{ ...base, ...change }])).labels[FINGERPRINT_LABEL];

  it.each([
    ["cores", { size: { cores: 9, memory: "16g" } }],
    ["mounts", { mounts: { models: "/srv/models" } }],
    ["a health check", { healthCheck: { test: ["CMD", "true"] } }],
  ])("changes with %s, which the provider records but does not apply", (_, change) => {
    expect(of(change)).not.toBe(of());
  });

  it.each([
    ["memory, which is changed in place", { size: { cores: 8, memory: "20g" } }],
    ["the port", { port: 5007 }],
    ["the image", { version: "4.9.0" }],
    ["the way of the key", { secretsVia: "arguments" }],
  ])("stays with %s", (_, change) => {
    expect(of(change)).toBe(of());
  });

  it("is what it was in the first version, because a change replaces every container", () => {
    expect(of({}, captions())).toBe("b55e446e5f961c0a");
  });

  it("stands beside labels for function and name", () => {
    expect(containerOf(deployment()).labels).toMatchObject({
      "speech-containers.function": "speech-to-text",
      "speech-containers.name": "captions",
    });
  });
});
