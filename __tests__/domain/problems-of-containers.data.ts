import type { ContainerRequest } from "../../lib/domain";
import { type ProblemRow, one, custom, engine, in2020, top } from "./problem-requests";
import { MODEL_ID, account, captions, deployment } from "./requests";

const licences = { ...account, sku: "DC0" };
const en = (types: readonly string[]) => ({ locale: "en-US", types });
const offline = (change: Partial<ContainerRequest>) =>
  deployment([captions({ disconnected: {}, ...change })], { account: licences });

/** Names, ports, sizes, capacity, mounts and exposure. */
export const problemsOfContainers: readonly ProblemRow[] = [
  ["no container", deployment([]), ["SPC200 containers"]],
  ["no site", top({ layout: "sites", sites: [] }), ["SPC200 sites"]],
  ["a deployment's name with capitals", top({ name: "Contoso" }), ["SPC201 name"]],
  ["a container's name with an underscore", one({ name: "live_captions" }), ["SPC201 containers.live_captions"]],
  ["two containers of one name", deployment([captions(), captions({ port: 5001 })]), ["SPC202 containers.captions"]],
  [
    "a container with the name of another one's step",
    deployment([
      captions({
        function: "custom-speech-to-text",
        locale: undefined,
        modelId: MODEL_ID,
        displayModels: en(["full"]),
      }),
      captions({ name: "captions-display-models", port: 5001 }),
    ]),
    ["SPC407 containers.captions-display-models"],
  ],
  [
    "a container with the name of another one's licence step",
    deployment([captions({ disconnected: {} }), captions({ name: "captions-license", disconnected: {}, port: 5001 })], {
      account: licences,
    }),
    ["SPC407 containers.captions-license"],
  ],
  ["a port beyond the last", one({ port: 65536 }), ["SPC203 containers.captions.port"]],
  ["a port that is no number", one({ port: Number.NaN }), ["SPC203 containers.captions.port"]],
  [
    "two containers on one port",
    deployment([captions(), captions({ name: "other" })]),
    ["SPC204 containers.other.port"],
  ],
  ["an address by name", one({ address: "localhost" }), ["SPC205 containers.captions.address"]],
  [
    "an address of the other family",
    one({ address: "::1", exposed: "a demo" }),
    ["SPC205 containers.captions.address"],
  ],
  [
    "a port that a wrong address may share",
    deployment([captions({ address: "localhost" }), captions({ name: "other", address: "127.0.0.2" })]),
    ["SPC205 containers.captions.address", "SPC204 containers.other.port"],
  ],
  ["an open port", one({ address: "0.0.0.0" }), ["SPC206 containers.captions.address"]],
  [
    "an open port with a guard without words",
    one({ address: "0.0.0.0", front: " " }),
    ["SPC207 containers.captions.front"],
  ],
  [
    "a small size with a reason without words",
    one({ size: { cores: 1, memory: "1g", belowMinimum: "" } }),
    ["SPC207 containers.captions.size.belowMinimum"],
  ],
  ["no cores", one({ size: { cores: 0, memory: "16g" } }), ["SPC210 containers.captions.size.cores"]],
  [
    "cores finer than a quota",
    one({ size: { cores: 8.001, memory: "16g" } }),
    ["SPC210 containers.captions.size.cores"],
  ],
  ["memory without a unit", one({ size: { cores: 8, memory: "16" } }), ["SPC210 containers.captions.size.memory"]],
  [
    "less memory than Docker takes",
    one({ size: { cores: 8, memory: "5m", belowMinimum: "a test" } }),
    ["SPC210 containers.captions.size.memory"],
  ],
  ["less than the minimum", one({ size: { cores: 2, memory: "2g" } }), ["SPC211 containers.captions.size"]],
  ["the minimum", one({ size: "minimum" }), ["SPC212 containers.captions.size"]],
  [
    "less than the minimum with a reason",
    one({ size: { cores: 2, memory: "2g", belowMinimum: "a test" } }),
    ["SPC213 containers.captions.size"],
  ],
  [
    "more live streams than one container takes",
    one({ expect: { liveStreams: 7 } }),
    ["SPC214 containers.captions.expect.liveStreams"],
  ],
  [
    "more live streams than anything takes",
    one({ expect: { liveStreams: 1e15 } }),
    ["SPC214 containers.captions.expect.liveStreams"],
  ],
  ["as many live streams as one container takes", one({ expect: { liveStreams: 6 } }), []],
  [
    "a use of another function",
    one({ expect: { synthesisRequests: 2 } }),
    ["SPC215 containers.captions.expect.synthesisRequests"],
  ],
  ["no expectation", one({ expect: {} }), ["SPC215 containers.captions.expect"]],
  ["two expectations", one({ expect: { liveStreams: 1, fileStreams: 1 } }), ["SPC215 containers.captions.expect"]],
  ["half a stream", one({ expect: { liveStreams: 0.5 } }), ["SPC215 containers.captions.expect.liveStreams"]],
  ["no stream", one({ expect: { liveStreams: 0 } }), ["SPC215 containers.captions.expect.liveStreams"]],
  [
    "an expectation beside a size",
    one({ expect: { liveStreams: 1 }, size: "minimum" }),
    ["SPC215 containers.captions.expect"],
  ],
  ["more cores than the engine has", engine({ cores: 4 }), ["SPC220 engine.cores"]],
  [
    "a model for which the engine has no memory beyond the limit",
    deployment([], {
      edition: "2020-05",
      sites: [{ name: "local", engine: { memory: "8g" }, containers: [captions({ allowRetired: true })] }],
    }),
    ["SPC107 containers.captions.allowRetired", "SPC221 engine.memory"],
  ],
  ["more memory than the engine has", engine({ memory: "8g" }), ["SPC221 engine.memory"]],
  [
    "a models mount without a model",
    one({ mounts: { models: "/srv/models" } }),
    ["SPC230 containers.captions.mounts.models"],
  ],
  ["the root as a models mount", custom({ mounts: { models: "/" } }), ["SPC231 containers.captions.mounts.models"]],
  [
    "a models mount that leads elsewhere",
    custom({ mounts: { models: "/srv/../etc" } }),
    ["SPC231 containers.captions.mounts.models"],
  ],
  ["a relative models mount", custom({ mounts: { models: "./models" } }), ["SPC231 containers.captions.mounts.models"]],
  [
    "a health check without a command",
    one({ healthCheck: { test: ["CMD"] } }),
    ["SPC240 containers.captions.healthCheck.test"],
  ],
  [
    "a health check of no kind",
    one({ healthCheck: { test: ["curl", "-f", "http://localhost:5000/ready"] } }),
    ["SPC240 containers.captions.healthCheck.test"],
  ],
  [
    "a health check in days",
    one({ healthCheck: { test: ["CMD", "true"], interval: "1d" } }),
    ["SPC240 containers.captions.healthCheck.interval"],
  ],
  [
    "a health check without pause",
    one({ healthCheck: { test: ["CMD", "true"], timeout: "0s" } }),
    ["SPC240 containers.captions.healthCheck.timeout"],
  ],
  [
    "a health check of no retries",
    one({ healthCheck: { test: ["CMD", "true"], retries: 0 } }),
    ["SPC240 containers.captions.healthCheck.retries"],
  ],
  ["secrets by a file", one({ secretsVia: "file" }), ["SPC250 containers.captions.secretsVia"]],
  [
    "a disconnected container that only detects languages",
    offline({ function: "language-detection", locale: undefined }),
    ["SPC270 containers.captions.disconnected"],
  ],
  [
    "a disconnected container of 2020",
    { ...in2020({ disconnected: {} }), account: licences },
    ["SPC107 containers.captions.allowRetired", "SPC270 containers.captions.disconnected"],
  ],
  [
    "a disconnected container before 3.0.0",
    offline({ tag: "2.18.0-amd64-en-us", locale: undefined }),
    ["SPC271 containers.captions.disconnected"],
  ],
  [
    "a renewal without words",
    offline({ disconnected: { renewal: " " } }),
    ["SPC207 containers.captions.disconnected.renewal"],
  ],
  [
    "a licence folder of a connected container",
    one({ mounts: { license: "/srv/license" } }),
    ["SPC273 containers.captions.mounts.license"],
  ],
  [
    "a licence folder that is none",
    offline({ mounts: { license: "license" } }),
    ["SPC231 containers.captions.mounts.license"],
  ],
  ["a licence folder of the host", offline({ mounts: { license: "C:\\License" } }), []],
  ...(
    [
      ["another function", one({ displayModels: { locale: "en-US", types: ["full"] } }), ["SPC274 captions"]],
      ["an old version", custom({ tag: "3.0.0-amd64", displayModels: en(["full"]) }), ["SPC274 captions"]],
      ["neither locale nor ids", custom({ displayModels: {} }), ["SPC275 captions"]],
      ["types without a locale", custom({ displayModels: { types: ["full"] } }), ["SPC275 captions"]],
      ["a locale without types", custom({ displayModels: en([]) }), ["SPC275 captions.types"]],
      ["an unknown type", custom({ displayModels: en(["commas"]) }), ["SPC275 captions.types"]],
      [
        "a locale that is none",
        custom({ displayModels: { ...en(["full"]), locale: "english" } }),
        ["SPC101 captions.locale"],
      ],
      ["full by an id", custom({ displayModels: { ids: { full: MODEL_ID } } }), ["SPC275 captions.ids.full"]],
      ["an id that is no GUID", custom({ displayModels: { ids: { punct: "newest" } } }), ["SPC111 captions.ids.punct"]],
      [
        "a renewal without words",
        custom({ displayModels: { ...en(["full"]), renewal: " " } }),
        ["SPC207 captions.renewal"],
      ],
    ] as readonly ProblemRow[]
  ).map(([what, request, problems]): ProblemRow => [
    `display models: ${what}`,
    request,
    problems.map((problem) => problem.replace(" captions", " containers.captions.displayModels")),
  ]),
];
