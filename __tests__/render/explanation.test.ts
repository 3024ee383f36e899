import type { AccountRequest, ContainerRequest, DeploymentRequest } from "../../lib/domain";
import { readClientProgram } from "../../lib/cli/package";
import { containersOf, explainCode, explainContainer, renderCode, renderExplanation } from "../../lib/render";
import { MODEL_ID, account, captions, deployment, planOf, textAnalytics, tone } from "../domain/requests";

function explained(request: DeploymentRequest) {
  const [found] = containersOf(planOf(request));
  if (found === undefined) {
    throw new Error("expected a container");
  }
  return explainContainer(found.site, found.container, readClientProgram);
}

const one = (change: Partial<ContainerRequest> = {}, edition = "2025-07") =>
  explained(deployment([captions(change)], { edition }));

describe("the explanation of a container", () => {
  it("says size with reason, image, URL and needs, and how to run it by hand", () => {
    expect(renderExplanation({ ...one(), clients: [] })).toBe(
      [
        "captions · speech-to-text 4.12.0 · en-US · site local",
        "",
        "  size      8 cores, 16 GB     recommended 8 / 8 GB + 8 GB for the model",
        "  image     mcr.microsoft.com/azure-cognitive-services/speechservices/",
        "            speech-to-text:4.12.0-amd64-en-us",
        "  listens   ws://localhost:5000  (container port 5000, loopback only)",
        "            unverified: path /speech/universal/v2: the Python SDK asks for it;",
        "            no page says that containers serve it",
        "  needs     443 to *.cognitive.microsoft.com, *.cognitiveservices.azure.com",
        "            its engine to pull: 443 to mcr.microsoft.com,",
        "            *.data.mcr.microsoft.com",
        "  settings  Eula=accept: your acceptance of the licence terms",
        "            Billing={ENDPOINT_URI}: endpoint of the account",
        "            ApiKey={API_KEY} (environment): one of the two keys of that account",
        "",
        "  docker run -d --restart unless-stopped -p 127.0.0.1:5000:5000 --memory 16g \\",
        "    --memory-swap 16g --cpus 8 -e ApiKey={API_KEY} \\",
        "    mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us \\",
        "    Eula=accept Billing={ENDPOINT_URI}",
        "",
      ].join("\n"),
    );
  });

  it.each([
    ["no host of yours", {}, []],
    ["a proxy once", { proxy: { http: "http://proxy.contoso.com:8888" } }, ["8888 to proxy.contoso.com (proxy)"]],
    [
      "a proxy for each way",
      { proxy: { http: "http://one:8888", https: "http://two" } },
      ["8888 to one (proxy for http)", "two (proxy for https)"],
    ],
    ["Fluentd", { settings: { logging: { fluentd: { host: "logs" } } } }, ["24224 to logs (Fluentd server)"]],
    [
      "the port of Fluentd",
      { settings: { logging: { fluentd: { host: "logs", port: 4000 } } } },
      ["4000 to logs (Fluentd server)"],
    ],
  ])("lists %s among the hosts to allow", (_, change, hosts) => {
    const lines = renderExplanation(one(change)).split("\n");
    const start = lines.findIndex((line) => line.startsWith("  needs"));
    const end = lines.findIndex((line) => line.includes("its engine to pull"));
    expect(lines.slice(start + 1, end).map((line) => line.trim())).toEqual(hosts);
  });

  it("shows the arithmetic behind a size that was planned from what is expected", () => {
    const lines = renderExplanation({ ...one({ expect: { liveStreams: 5 } }), clients: [] }).split("\n");
    expect(lines.slice(2, 9)).toEqual([
      "  size      5 cores, 16 GB     for 5 live streams",
      "            5 live streams, at most 6 in one container: 1 container (M9)",
      "            5 x 1 core = 5 cores (M9)",
      "            more than the minimum's 4 cores: memory as recommended 8 / 8 GB + 8",
      "            GB for the model (M2, D6)",
      "            DECODER_MAX_COUNT=5: one decoder for each (M9, M19)",
      "  image     mcr.microsoft.com/azure-cognitive-services/speechservices/",
    ]);
  });

  it.each([
    [
      "the voice",
      one({ function: "neural-text-to-speech", locale: undefined, voice: "en-US-AriaNeural" }),
      "neural-text-to-speech 3.12.0 · en-US-AriaNeural",
    ],
    [
      "the model and its volume",
      one({ function: "custom-speech-to-text", locale: undefined, modelId: MODEL_ID }),
      `in volume contoso-model-${MODEL_ID} at`,
    ],
    [
      "the voice as SSML wants it",
      one({ function: "neural-text-to-speech", locale: undefined, voice: "en-US-AriaNeural" }),
      'speaks in SSML as <voice name="en-US-AriaNeural">',
    ],
    ["each setting", one({ expect: { liveStreams: 2 } }), "DECODER_MAX_COUNT=2 (environment): recognitions"],
    [
      "the registry that is pulled from",
      one({ registry: "contoso.azurecr.io/mirror" }),
      "its engine to pull: 443 to contoso.azurecr.io",
    ],
    [
      "from which models a custom model of 2020 must come",
      one({ function: "custom-speech-to-text", locale: undefined, modelId: MODEL_ID, allowRetired: true }, "2020-05"),
      "20190520 (v4.14 Unified)",
    ],
    [
      "that a disconnected container needs no connection",
      explained(
        deployment([captions({ disconnected: {} })], { account: { ...account, sku: "DC0" } as AccountRequest }),
      ),
      "no connection: its licence is fetched beforehand",
    ],
    [
      "the command that fetches its licence",
      explained(
        deployment([captions({ disconnected: {} })], { account: { ...account, sku: "DC0" } as AccountRequest }),
      ),
      "Eula=accept Billing={ENDPOINT_URI} DownloadLicense=True",
    ],
    ["who guards an open port", one({ address: "0.0.0.0", front: "nginx" }), "on 0.0.0.0, guarded by nginx)"],
    ["every loopback address as one", one({ address: "127.0.0.2" }), "container port 5000, loopback only)"],
    ["why a port is open", one({ address: "0.0.0.0", exposed: "a demo" }), "on 0.0.0.0, exposed: a demo)"],
    ["what is retired", one({ allowRetired: true }, "2020-05"), "since 2020-09-22: the preview registry closed"],
    [
      "the model beyond the limit",
      one({ allowRetired: true }, "2020-05"),
      "and 6 GB of the engine for the model, beyond the limit",
    ],
    [
      "why less than the minimum is enough",
      one({ size: { cores: 1, memory: "1g", belowMinimum: "a test" } }),
      "below the minimum: a test",
    ],
    ["latest as the version", one({ tag: "latest" }), "speech-to-text latest · en-US"],
    [
      "what is not verified",
      one({ function: "language-detection", locale: undefined }),
      "unverified: container port 5003",
    ],
    [
      "facts that are unverified for one reason together",
      one({ function: "language-detection", locale: undefined }),
      "dictation/cognitiveservices/v1, path /speech/universal/v2: no page names the paths of this container",
    ],
  ])("names %s", (_, explanation, text) => {
    expect(renderExplanation(explanation).replace(/\s+/g, " ")).toContain(text);
  });

  it.each([
    ["a setting with what it does", { settings: { decoders: 8 } }, "DECODER_MAX_COUNT=8 (environment): recognitions"],
    ["a setting that nobody knows as such", { extraSettings: { Cache: 5 } }, "Cache=5: given as it was written"],
    [
      "secrets by placeholders",
      { proxy: { http: "http://proxy:1", authenticated: true } },
      "HTTP_PROXY_CREDS={PROXY_USER}:{PROXY_PASSWORD} (environment): user:password",
    ],
    ["a volume", { mounts: { output: "volume" } }, "mounts in volume contoso-output-captions at /output needs"],
    [
      "who has to be able to write into a folder",
      { mounts: { output: "C:\\SpeechOutput" } },
      "mounts in C:\\SpeechOutput at /output folders of the host must be writable for nonroot:nonroot of the image",
    ],
  ])("names %s", (_, change, text) => {
    expect(renderExplanation(one(change)).replace(/\s+/g, " ")).toContain(text);
  });

  it("knows what each setting does that is not written by hand, and where that is from", () => {
    const all = one({
      settings: { decoders: 8, applicationInsights: true, logging: { console: "Debug", disk: { format: "json" } } },
      proxy: { http: "http://proxy:1", authenticated: true },
      mounts: { output: "volume" },
    });
    expect(all.settings.filter(({ meaning }) => meaning === null)).toEqual([]);
    const documented = all.sources.map(({ fact }) => fact);
    expect(documented).toEqual(expect.arrayContaining(all.settings.map(({ name }) => `setting ${name}`)));
  });

  it("does not call a living image retired because retired ones are allowed", () => {
    const neural = {
      function: "neural-text-to-speech",
      locale: undefined,
      voice: "en-US-AriaNeural",
      allowRetired: true,
    };
    expect(one(neural).retired).toBeNull();
  });

  it.each([
    ["on one line as long as it fits", 68, false],
    ["below its folder from there on", 69, true],
  ])("shows an image %s", (_, length, isBroken) => {
    const explanation = { ...one(), image: `a.example/${"b".repeat(length - 10)}` };
    const lines = renderExplanation(explanation).split("\n");
    expect(lines.some((line) => line.endsWith(`a.example/`))).toBe(isBroken);
    expect(lines.some((line) => line.endsWith(` ${explanation.image}`))).toBe(!isBroken);
  });

  it("stays within 80 columns, but for the image in the command", () => {
    const text = renderExplanation(one({ function: "custom-speech-to-text", locale: undefined, modelId: MODEL_ID }), {
      sources: true,
    });
    const longer = text.split("\n").filter((line) => line.length > 80);
    for (const line of longer) {
      expect(line).toMatch(/^ {4}(mcr\.microsoft\.com\/|-v )\S+ \\$/);
    }
  });

  it("gives the documents of each number when asked, and only then", () => {
    expect(renderExplanation(one())).not.toContain("Sources");
    const text = renderExplanation(one(), { sources: true });
    expect(text).toMatch(/^ {2}recommended size +M2$/m);
    expect(text).toMatch(/^ {2}M2 +MicrosoftDocs\//m);
  });

  it("is plain data with an answer to each question, null where there is none", () => {
    const explanation = one();
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    expect(explanation).toMatchObject({ name: "captions", site: "local", voice: null, modelId: null, retired: null });
  });

  it("holds no key", () => {
    expect(JSON.stringify(one({ secretsVia: "arguments" }))).toContain("ApiKey={API_KEY}");
  });
});

describe("the explanation of sentiment", () => {
  const explainedIn = (index: number, ...containers: readonly ContainerRequest[]) => {
    const found = containersOf(planOf(deployment(containers, { textAnalytics })))[index];
    if (found === undefined) {
      throw new Error("expected a container");
    }
    return explainContainer(found.site, found.container, readClientProgram);
  };
  const asking = explainedIn(0, captions({ sentiment: { container: "tone" } }), tone());

  it("names the companion, its address, and the requests that ask for it", () => {
    const text = renderExplanation(asking, { sources: true }).replace(/\s+/g, " ");
    expect(text).toContain("sentiment from tone: http://contoso-tone:5000/text/analytics/v3.0/sentiment");
    expect(text).toContain(
      "by Simple.Extensions (root), Detailed.Options (NBest), Detailed.Extensions (root) network contoso,",
    );
    expect(text).toContain("network contoso, where names are known; by hand: docker network create contoso");
    expect(text).toMatch(/results with sentiment\s+S /);
    expect(asking.dockerRun).toContain("--network contoso");
  });

  it("of the cloud names the address below the account's endpoint, and no network", () => {
    const { sentiment, network } = explainedIn(0, captions({ sentiment: "cloud" }));
    expect(sentiment).toMatchObject({
      from: "cloud",
      container: null,
      host: "{TEXT_ANALYTICS_ENDPOINT_URI}/text/analytics/v3.0/sentiment",
    });
    expect(network).toBeNull();
  });

  it("calls unverified what becomes of results when nobody answers, and a key as a variable", () => {
    const failure = expect.stringMatching(/^results without it: no document says/) as unknown;
    const variable = expect.stringMatching(
      /^setting CloudAI__SentimentAnalysisSettings__SentimentAnalysisApiKey: that it works as a variable/,
    ) as unknown;
    const cloud = (secretsVia: string) => explainedIn(0, captions({ sentiment: "cloud", secretsVia })).unverified;
    expect(cloud("environment")).toEqual(expect.arrayContaining([failure, variable]));
    expect(cloud("arguments")).toContainEqual(failure);
    expect(cloud("arguments")).not.toContainEqual(variable);
    expect(asking.unverified).toContainEqual(failure);
    expect(one().unverified).not.toContainEqual(failure);
  });

  it("of the companion names its language and a program that asks it", () => {
    const text = renderExplanation(explainedIn(1, captions(), tone({ language: "de" })));
    expect(text).toContain("tone · sentiment 3.0 · de · site local");
    expect(text).toContain("  http://localhost:5002/text/analytics/v3.0/sentiment\n");
  });

  it("is null where nothing asks, and is called unverified for a custom model only", () => {
    expect(one()).toMatchObject({ sentiment: null, network: null, language: null });
    const custom = { function: "custom-speech-to-text", locale: undefined, modelId: MODEL_ID };
    const unverified = /^paths of sentiment: the documents query/;
    expect(explainedIn(0, captions({ ...custom, sentiment: "cloud" })).unverified).toContainEqual(
      expect.stringMatching(unverified),
    );
    expect(explainedIn(0, captions(custom), tone()).unverified).not.toContainEqual(expect.stringMatching(unverified));
    expect(asking.unverified).not.toContainEqual(expect.stringMatching(unverified));
  });
});

describe("the containers of a plan", () => {
  it("come with their sites, where one name may stand for several", () => {
    const sites = ["york", "leeds"].map((name) => ({
      name,
      engine: { host: `ssh://${name}` },
      containers: [captions()],
    }));
    const found = containersOf(planOf(deployment([], { layout: "sites", sites })));
    expect(found.map(({ site, container }) => `${site.name}/${container.name}`)).toEqual([
      "leeds/captions",
      "york/captions",
    ]);
  });
});

describe("the explanation of a code", () => {
  it("says what it means and how to mend it, whatever the case", () => {
    const explanation = explainCode("spc204");
    expect(explanation?.code).toBe("SPC204");
    expect(explanation && renderCode(explanation).split("\n")[0]).toBe("SPC204 · port taken");
  });

  it.each(["SPC999", "toString", "", "CTR-2"])("knows nothing of %p", (word) => {
    expect(explainCode(word)).toBeUndefined();
  });
});
