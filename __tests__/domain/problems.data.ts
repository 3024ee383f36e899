import type { AccountRequest, ContainerRequest, DeploymentRequest, EngineRequest } from "../../lib/domain";
import { MODEL_ID, account, captions, deployment } from "./requests";

export const KEY = "0123456789abcdef0123456789abcdef";

export const one = (change: Partial<ContainerRequest>) => deployment([captions(change)]);
export const in2020 = (change: Partial<ContainerRequest>) =>
  deployment([captions({ allowRetired: true, ...change })], { edition: "2020-05" });
export const custom = (change: Partial<ContainerRequest> = {}) =>
  one({ function: "custom-speech-to-text", locale: undefined, modelId: MODEL_ID, ...change });
export const neural = (change: Partial<ContainerRequest>) =>
  one({ function: "neural-text-to-speech", locale: undefined, ...change });
export const standard = (change: Partial<ContainerRequest>) =>
  in2020({ function: "text-to-speech", locale: undefined, ...change });
export const engine = (request: EngineRequest) =>
  deployment([], { sites: [{ name: "local", engine: request, containers: [captions()] }] });
export const billing = (change: Partial<Extract<AccountRequest, { kind: "create" }>>) =>
  deployment(undefined, { account: { ...account, ...change } as AccountRequest });
export const top = (change: Partial<DeploymentRequest>) => deployment(undefined, change);

/** Each request has exactly the problems behind it. */
export const table: readonly (readonly [what: string, request: DeploymentRequest, problems: readonly string[]])[] = [
  ["nothing wrong", deployment(), []],

  ["a function that is misspelt", one({ function: "speech-to-txt" }), ["SPC100 containers.captions.function"]],
  ["a function named like an object's own", one({ function: "__proto__" }), ["SPC100 containers.captions.function"]],
  ["a region named like an object's own", one({ locale: "en-constructor" }), ["SPC101 containers.captions.locale"]],
  ["a locale of another engine", one({ locale: "en-UK" }), ["SPC101 containers.captions.locale"]],
  [
    "a locale that came later",
    in2020({ locale: "cs-CZ" }),
    ["SPC107 containers.captions.allowRetired", "SPC101 containers.captions.locale"],
  ],
  ["a locale that a version lost", one({ locale: "uk-UA", version: "4.9.0" }), ["SPC101 containers.captions.locale"]],
  ["a voice that is none", neural({ voice: "en-US-Nobody" }), ["SPC102 containers.captions.voice"]],
  ["an unknown edition", top({ edition: "2019-01" }), ["SPC103 edition"]],
  ["no edition", top({ edition: undefined }), ["SPC104 edition"]],
  [
    "a function of another edition",
    one({ function: "text-to-speech", locale: undefined, voice: "en-US-ZiraRUS" }),
    ["SPC105 containers.captions.function"],
  ],
  ["a retired image", deployment([captions()], { edition: "2020-05" }), ["SPC106 containers.captions.function"]],
  ["a retired image that is allowed", in2020({}), ["SPC107 containers.captions.allowRetired"]],
  [
    "a retired version of a living function",
    neural({ voice: "en-US-AriaNeural", version: "2.19.0" }),
    ["SPC106 containers.captions.function", "SPC114 containers.captions.version"],
  ],
  ["no locale", one({ locale: undefined }), ["SPC108 containers.captions.locale"]],
  ["no voice", neural({}), ["SPC109 containers.captions.voice"]],
  ["no model id", custom({ modelId: undefined }), ["SPC110 containers.captions.modelId"]],
  ["a model id that is no GUID", custom({ modelId: "my-model" }), ["SPC111 containers.captions.modelId"]],
  ["a locale beside a model", custom({ locale: "en-US" }), ["SPC112 containers.captions.locale"]],
  [
    "a locale beside a voice",
    neural({ voice: "en-US-AriaNeural", locale: "en-US" }),
    ["SPC112 containers.captions.locale"],
  ],
  ["a voice for recognition", one({ voice: "en-US-AriaNeural" }), ["SPC112 containers.captions.voice"]],
  [
    "everything for language detection",
    one({ function: "language-detection", voice: "x", modelId: MODEL_ID }),
    ["SPC112 containers.captions.locale", "SPC112 containers.captions.modelId", "SPC112 containers.captions.voice"],
  ],
  ["a version that is none", one({ version: "4.12" }), ["SPC113 containers.captions.version"]],
  [
    "a preview of a function whose tags all end so",
    one({ function: "language-detection", locale: undefined, version: "1.18.0-preview" }),
    ["SPC113 containers.captions.version"],
  ],
  ["a version that nobody checked", one({ version: "5.4.0" }), ["SPC114 containers.captions.version"]],
  [
    "a locale that only an unknown version may have",
    one({ version: "5.4.0", locale: "xx-YY" }),
    ["SPC114 containers.captions.version", "SPC124 containers.captions.locale"],
  ],
  [
    "what can be no locale in any version",
    one({ version: "5.4.0", locale: "English" }),
    ["SPC101 containers.captions.locale", "SPC114 containers.captions.version"],
  ],
  [
    "a voice that only an unknown version may have",
    neural({ version: "4.7.0", voice: "ta-IN-PallaviNeural" }),
    ["SPC114 containers.captions.version", "SPC124 containers.captions.voice"],
  ],
  [
    "what can be no voice in any version",
    neural({ version: "4.7.0", voice: "Pallavi" }),
    ["SPC102 containers.captions.voice", "SPC114 containers.captions.version"],
  ],
  ["a tag with its repository", one({ tag: "speech-to-text:latest" }), ["SPC115 containers.captions.tag"]],
  ["a locale in lower case", one({ locale: "en-us" }), ["SPC116 containers.captions.locale"]],
  ["a locale with an underscore", one({ locale: "en_US" }), ["SPC116 containers.captions.locale"]],
  ["a voice in lower case", neural({ voice: "en-us-arianeural" }), ["SPC116 containers.captions.voice"]],
  [
    "a locale in lower case beside a tag of its own grammar",
    one({ tag: "nightly", locale: "en-us" }),
    ["SPC116 containers.captions.locale"],
  ],
  ["a tag in upper case", one({ tag: "4.12.0-amd64-en-US" }), ["SPC116 containers.captions.tag"]],
  ["latest with a capital", one({ tag: "Latest" }), ["SPC116 containers.captions.tag"]],
  ["a locale beside a tag of another", one({ tag: "4.12.0-amd64-de-de" }), ["SPC117 containers.captions.locale"]],
  [
    "a locale that latest does not serve",
    one({ tag: "latest", locale: "de-DE" }),
    ["SPC117 containers.captions.locale"],
  ],
  [
    "a version beside a tag of another",
    one({ tag: "4.12.0-amd64-en-us", version: "4.10.0" }),
    ["SPC117 containers.captions.version"],
  ],
  ["a version beside latest", one({ tag: "latest", version: "4.10.0" }), ["SPC117 containers.captions.version"]],
  [
    "the edition's own version beside latest",
    one({ tag: "latest", version: "4.12.0" }),
    ["SPC117 containers.captions.version"],
  ],
  [
    "a voice beside a tag of another",
    neural({ tag: "latest", voice: "en-US-AvaNeural" }),
    ["SPC117 containers.captions.voice"],
  ],
  [
    "Jessa in the version that renamed her",
    standard({ voice: "en-US-JessaRUS" }),
    ["SPC107 containers.captions.allowRetired", "SPC118 containers.captions.voice"],
  ],
  [
    "Jessa in a tag of that version",
    standard({ tag: "1.4.0-amd64-en-us-jessarus-preview" }),
    ["SPC107 containers.captions.allowRetired", "SPC118 containers.captions.tag"],
  ],
  [
    "Jessa in the last version of her name",
    standard({ voice: "en-US-JessaRUS", version: "1.3.0" }),
    ["SPC107 containers.captions.allowRetired"],
  ],
  [
    "Jessa in a later version",
    standard({ tag: "1.5.0-amd64-en-us-jessarus-preview" }),
    ["SPC107 containers.captions.allowRetired", "SPC118 containers.captions.tag"],
  ],
  ["a digest without its algorithm", one({ digest: "0f".repeat(40) }), ["SPC119 containers.captions.digest"]],
  [
    "a registry with a scheme",
    one({ registry: "https://contoso.azurecr.io" }),
    ["SPC120 containers.captions.registry"],
  ],
  ["a registry of the deployment with capitals", top({ registry: "Contoso.azurecr.io" }), ["SPC120 registry"]],
  ["a tag that nobody checked", one({ tag: "5.4.0-amd64-en-us" }), ["SPC121 containers.captions.tag"]],
  ["a tag outside of the grammar", one({ tag: "nightly" }), ["SPC121 containers.captions.tag"]],

  ["no container", deployment([]), ["SPC200 containers"]],
  ["no site", top({ layout: "sites", sites: [] }), ["SPC200 sites"]],
  ["a deployment's name with capitals", top({ name: "Contoso" }), ["SPC201 name"]],
  ["a container's name with an underscore", one({ name: "live_captions" }), ["SPC201 containers.live_captions"]],
  ["two containers of one name", deployment([captions(), captions({ port: 5001 })]), ["SPC202 containers.captions"]],
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

  ["no EULA", top({ eula: undefined }), ["SPC301 eula"]],
  ["an EULA accepted in other words", top({ eula: "Accept" }), ["SPC301 eula"]],
  ["an unknown profile", top({ profile: "staging" }), ["SPC302 profile"]],
  ["an account of one letter", billing({ name: "a" }), ["SPC303 account.name"]],
  ["an account of 65 letters", billing({ name: "a".repeat(65) }), ["SPC303 account.name"]],
  ["an account that starts with a hyphen", billing({ name: "-speech" }), ["SPC303 account.name"]],
  [
    "a resource group that ends in a dot",
    billing({ resourceGroup: { name: "speech." } }),
    ["SPC304 account.resourceGroup.name"],
  ],
  [
    "a resource group without a name",
    top({ account: { kind: "existing", name: "speech", resourceGroup: "" } }),
    ["SPC304 account.existing.resourceGroup"],
  ],
  ["no location", billing({ location: "" }), ["SPC305 account.location"]],
  ["a sku of another kind", billing({ sku: "S1" }), ["SPC306 account.sku"]],
  ["a subdomain that ends in a hyphen", billing({ customSubdomain: "contoso-" }), ["SPC307 account.customSubdomain"]],
  [
    "network rules without a subdomain",
    billing({ network: { allowedAddresses: ["203.0.113.0/24"] } }),
    ["SPC308 account.network.allowedAddresses"],
  ],
  [
    "private endpoints without a subdomain",
    billing({ network: { publicAccess: false } }),
    ["SPC308 account.network.publicAccess"],
  ],
  ["public access without a subdomain", billing({ network: { publicAccess: true } }), []],
  [
    "an endpoint with an expression in its path",
    top({ account: { kind: "endpoint", endpoint: "https://westeurope.api.cognitive.microsoft.com/${var.path}" } }),
    ["SPC309 account.endpoint"],
  ],
  [
    "an endpoint with a directive in its path",
    top({ account: { kind: "endpoint", endpoint: "https://westeurope.api.cognitive.microsoft.com/%{if true}" } }),
    ["SPC309 account.endpoint"],
  ],
  [
    "an endpoint without TLS",
    top({ account: { kind: "endpoint", endpoint: "http://x.cognitiveservices.azure.com/" } }),
    ["SPC309 account.endpoint"],
  ],
  [
    "an endpoint that issues tokens",
    top({
      account: { kind: "endpoint", endpoint: "https://westeurope.api.cognitive.microsoft.com/sts/v1.0/issuetoken" },
    }),
    ["SPC309 account.endpoint"],
  ],
  [
    "a third key",
    top({ account: { kind: "endpoint", endpoint: "https://x.cognitiveservices.azure.com/", keySlot: "third" } }),
    ["SPC311 account.keySlot"],
  ],
  [
    "network rules that let nobody in",
    billing({ customSubdomain: "contoso", network: { allowedAddresses: [] } }),
    ["SPC312 account.network.allowedAddresses"],
  ],
  [
    "an address range of no width",
    billing({ customSubdomain: "contoso", network: { allowedAddresses: ["203.0.113.0/33"] } }),
    ["SPC312 account.network.allowedAddresses.0"],
  ],
  [
    "a wrong address behind good ones",
    billing({
      customSubdomain: "contoso",
      network: { allowedAddresses: ["203.0.113.0/24", "10.0.0.1", "10.0.0.300", "10.0.0.1/8/8", "10.0.0.1/"] },
    }),
    [
      "SPC312 account.network.allowedAddresses.2",
      "SPC312 account.network.allowedAddresses.3",
      "SPC312 account.network.allowedAddresses.4",
    ],
  ],
  ["a tag that Azure refuses", top({ tags: { "cost/center": "7" } }), ["SPC313 tags.cost/center"]],
  [
    "more tags than Azure takes",
    top({ tags: Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`tag${index}`, "x"])) }),
    ["SPC313 tags"],
  ],
  ["a tag value beyond Azure's limit", top({ tags: { team: "a".repeat(257) } }), ["SPC313 tags.team"]],

  ["a setting of a key as a tag", top({ tags: { note: "run with ApiKey=0a1b2c3d-4e5f-6071" } }), ["SPC310 tags.note"]],
  [
    "a key as the registry of a site",
    deployment([], { sites: [{ name: "local", registry: `${KEY}.example`, containers: [captions()] }] }),
    ["SPC310 registry"],
  ],
  [
    "a model id without hyphens, which only looks like a key",
    custom({ modelId: KEY }),
    ["SPC111 containers.captions.modelId"],
  ],
  ["a key as a tag", top({ tags: { note: KEY } }), ["SPC310 tags.note"]],
  [
    "a tag that is named like a key",
    top({ tags: { "access-key": "see vault", modelId: KEY, source: KEY } }),
    ["SPC310 tags.modelId", "SPC310 tags.source"],
  ],
  [
    "a secret in the place of a digest",
    one({ digest: KEY }),
    ["SPC119 containers.captions.digest", "SPC310 containers.captions.digest"],
  ],
  ["words about keys", one({ address: "0.0.0.0", front: "gateway, api key: one for each client" }), []],
  [
    "a key in a health check",
    one({ healthCheck: { test: ["CMD-SHELL", `curl -H 'Ocp-Apim-Subscription-Key: ${KEY}' http://x`] } }),
    ["SPC310 containers.captions.healthCheck.test"],
  ],
  [
    "a key as the reason for an open port",
    one({ address: "0.0.0.0", exposed: KEY }),
    ["SPC310 containers.captions.exposed"],
  ],
  [
    "a key in a backend",
    top({ backend: { type: "http", settings: { address: `https://x/${KEY}` } } }),
    ["SPC321 backend.http.address"],
  ],

  ["a backend that is none", top({ backend: { type: "azure", settings: {} } }), ["SPC320 backend"]],
  ["an engine by http", engine({ host: "http://leeds:2375" }), ["SPC401 engine.host"]],
  [
    "an engine with an expression in its path",
    engine({ host: "unix:///run/${var.user}/docker.sock" }),
    ["SPC401 engine.host"],
  ],
  ["an engine by tcp without TLS", engine({ host: "tcp://leeds:2375" }), ["SPC402 engine.host"]],
  ["TLS without a host", engine({ tls: { certPath: "/certs" } }), ["SPC403 engine.tls"]],
  ["TLS by ssh", engine({ host: "ssh://leeds", tls: { certPath: "/certs" } }), ["SPC403 engine.tls"]],
  [
    "TLS without certificates",
    engine({ host: "tcp://leeds:2376", tls: { certPath: "" } }),
    ["SPC404 engine.tls.certPath"],
  ],
  ["a URL to advertise", engine({ advertise: "http://leeds" }), ["SPC405 engine.advertise"]],
  ["a name for clients of loopback ports", engine({ advertise: "leeds" }), ["SPC411 engine.advertise"]],
  ["the own name for clients of loopback ports", engine({ advertise: "localhost" }), []],
  [
    "a name for clients of some ports",
    deployment([], {
      sites: [
        {
          name: "local",
          engine: { advertise: "leeds" },
          containers: [captions(), captions({ name: "open", port: 5001, address: "0.0.0.0", front: "nginx" })],
        },
      ],
    }),
    [],
  ],
  ["an engine without cores", engine({ cores: 0 }), ["SPC406 engine.cores"]],
  ["an engine with memory in words", engine({ memory: "much" }), ["SPC406 engine.memory"]],
  [
    "a site named like the account's stack",
    top({ layout: "sites", sites: [{ name: "account", containers: [captions()] }] }),
    ["SPC408 sites.account"],
  ],
  [
    "two sites in the layout of one",
    top({
      sites: [
        { name: "local", containers: [captions()] },
        { name: "leeds", containers: [captions({ port: 5001 })] },
      ],
    }),
    ["SPC409 containers"],
  ],
];
