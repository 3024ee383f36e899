/** Whole documents that use every key of the schema. What is set together here need not make sense to the planner. */

const settings = {
  logging: {
    console: "Information",
    debug: "Debug",
    disk: { format: "json", maxFileSize: 10, level: "Warning" },
    fluentd: { host: "logs", port: 24_224, heartbeat: "60s", sendBufferSize: 32_768, tls: true, tlsTimeout: "10s" },
  },
  applicationInsights: true,
  decoders: 8,
};

const proxy = { http: "http://proxy:8888", https: "http://proxy:8889", except: [".contoso.com"], authenticated: true };

const container = {
  function: "custom-speech-to-text",
  locale: "en-US",
  voice: "en-US-AriaNeural",
  modelId: "11111111-2222-3333-4444-555555555555",
  version: "4.12.0",
  tag: "4.12.0-amd64-en-us",
  digest: `sha256:${"0123456789abcdef".repeat(4)}`,
  registry: { address: "contoso.azurecr.io/mirror", username: "puller" },
  port: 5000,
  address: "0.0.0.0",
  language: "de",
  sentiment: { container: "tone" },
  size: { cores: 8, memory: "16g", belowMinimum: "smoke test" },
  expect: { liveStreams: 6, fileStreams: 2, synthesisRequests: 5, detectionRequests: 4 },
  mounts: { models: "/srv/models", output: "volume", license: "/srv/license" },
  disconnected: { renewal: "2027" },
  displayModels: {
    locale: "en-US",
    types: ["punct", "full"],
    ids: { punct: "22222222-2222-3333-4444-555555555555" },
    renewal: "2026-11",
  },
  settings,
  extraSettings: { "Logging:Console:LogLevel:Microsoft": "Warning" },
  proxy,
  healthCheck: { test: ["CMD", "true"], interval: "30s", timeout: "10s", startPeriod: "2m", retries: 3 },
  front: "nginx",
  exposed: "lab network",
  secretsVia: "arguments",
  allowRetired: true,
};

const engine = {
  host: "tcp://speech-1:2376",
  tls: { certPath: "/etc/docker/certs" },
  advertise: "speech-1.contoso.com",
  cores: 32,
  memory: "64g",
  avx2: true,
  reserved: { ports: [80, 443], cores: 2, memory: "8g" },
};

const top = {
  name: "contoso",
  edition: "2025-07",
  profile: "production",
  eula: "accept",
  backend: { azurerm: { resource_group_name: "tf-rg", use_oidc: true } },
  tags: { team: "speech" },
  registry: { address: "contoso.azurecr.io", username: "puller" },
  settings,
  proxy,
  disconnected: { renewal: "2026" },
  engine,
};

const createdAccount = {
  name: "contoso-speech",
  location: "westeurope",
  resourceGroup: { name: "speech-rg", create: true },
  sku: "S0",
  customSubdomain: "contoso-speech",
  network: { publicAccess: true, allowedAddresses: ["203.0.113.7"] },
  protect: true,
  keySlot: "secondary",
};

const createdLicense = { ...createdAccount, name: "contoso-licences", sku: "DC0" };

const createdText = { ...createdAccount, name: "contoso-text", sku: "S" };

export const documents: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "containers and a created account": {
    ...top,
    account: createdAccount,
    textAnalytics: createdText,
    licenseAccount: createdLicense,
    containers: { captions: container },
  },
  "sites and an existing account": {
    ...top,
    account: { existing: { name: "contoso-speech", resourceGroup: "speech-rg" }, keySlot: "primary" },
    textAnalytics: { existing: { name: "contoso-text", resourceGroup: "speech-rg" }, keySlot: "primary" },
    licenseAccount: { existing: { name: "contoso-licences", resourceGroup: "speech-rg" }, keySlot: "primary" },
    sites: {
      leeds: {
        engine,
        disconnected: { renewal: "2028" },
        registry: { address: "leeds.contoso.com:5000", username: "puller" },
        settings,
        proxy,
        containers: { captions: container },
      },
    },
  },
  "an endpoint, and sizes in numbers and words": {
    ...top,
    account: { endpoint: "https://westeurope.api.cognitive.microsoft.com/", keySlot: "primary" },
    textAnalytics: { endpoint: "https://westeurope.api.cognitive.microsoft.com/", keySlot: "primary" },
    licenseAccount: { endpoint: "https://westeurope.api.cognitive.microsoft.com/", keySlot: "primary" },
    disconnected: true,
    engine: { ...engine, memory: 65_536 },
    containers: {
      captions: { ...container, size: { cores: 0.5, memory: 512 } },
      narrator: { ...container, size: "minimum", registry: "contoso.azurecr.io", sentiment: "cloud" },
    },
  },
};

/** The paths of all values of a document but its top, lists as a whole. */
export function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  const below = isMap ? Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key])) : [];
  return path.length === 0 ? below : [path, ...below];
}

/** A copy of a document with another value at a path; undefined takes the key out. */
export function withValue(document: unknown, path: readonly string[], value: unknown): unknown {
  // Not structuredClone: it would keep shared parts shared.
  const copy = JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
  let parent = copy;
  for (const key of path.slice(0, -1)) {
    parent = parent[key] as Record<string, unknown>;
  }
  const last = path.at(-1) ?? "";
  if (value === undefined) {
    delete parent[last];
  } else {
    parent[last] = value;
  }
  return copy;
}

export function valueAt(document: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], document);
}
