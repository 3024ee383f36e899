import fc from "fast-check";
import {
  type AccountRequest,
  type ContainerRequest,
  type DeploymentRequest,
  type EngineRequest,
  type SiteRequest,
  functionNames,
  planDeployment,
} from "../../lib/domain";
import { fnv1a32 } from "../../lib/domain/fingerprint";
import { MODEL_ID } from "./requests";

const anyText = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."aZ09-_./:\\\"'@=\n\0é日".split("")), maxLength: 12 }),
  fc.constantFrom("__proto__", "constructor", "toString", "", "latest", "0123456789abcdef0123456789abcdef"),
);
const anyNumber = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -1, 5000, 65536, Number.NaN, Infinity));
const maybe = <T>(good: fc.Arbitrary<T>) => fc.option(good, { nil: undefined });

/** Mostly good words, so that a wrong one does not hide the rest. */
const word = (...good: readonly string[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: anyText });

const source = fc.record({ file: fc.constant("speech.yaml"), line: fc.nat({ max: 9 }), column: fc.nat({ max: 9 }) });

const settings = fc.record(
  {
    logging: fc.record(
      {
        console: word("Information", "Loud"),
        disk: fc.record({ format: word("json"), maxFileSize: anyNumber }, { requiredKeys: [] }),
        fluentd: fc.record({ host: word("logs"), port: anyNumber, heartbeat: word("60s") }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    ),
    applicationInsights: fc.boolean(),
    decoders: anyNumber,
  },
  { requiredKeys: [] },
);

const proxy = fc.oneof(
  fc.constant("none" as const),
  fc.record(
    { http: word("http://proxy:8888"), except: fc.array(word(".contoso.com")), authenticated: fc.boolean() },
    { requiredKeys: [] },
  ),
);

const container: fc.Arbitrary<ContainerRequest> = fc.record(
  {
    name: word("a", "b", "c-d"),
    function: word(...functionNames),
    locale: word("en-US", "de-DE", "en-UK", "zh-CN-sichuan"),
    voice: word("en-US-AriaNeural", "en-US-JessaRUS", "en-us-arianeural"),
    modelId: word(MODEL_ID, "x"),
    language: word("en", "zht", "EN"),
    sentiment: fc.oneof(word("cloud"), fc.record({ container: word("a", "b", "c-d") })),
    version: word("4.12.0", "2.2.0", "5.4.0"),
    tag: word("latest", "4.12.0-amd64-en-us", "1.4.0-amd64-en-us-jessarus-preview", "Latest"),
    digest: word(`sha256:${"0f".repeat(32)}`),
    port: fc.oneof(fc.integer({ min: 4999, max: 5002 }), anyNumber),
    address: word("127.0.0.1", "0.0.0.0", "127.0.0.2", "localhost"),
    size: fc.oneof(
      fc.constantFrom("minimum" as const, "recommended" as const),
      fc.record(
        { cores: anyNumber, memory: fc.oneof(word("4g", "512m"), anyNumber), belowMinimum: maybe(anyText) },
        { requiredKeys: ["cores", "memory"] },
      ),
    ),
    expect: fc.record({ liveStreams: maybe(anyNumber), synthesisRequests: maybe(anyNumber) }),
    mounts: fc.record({
      models: maybe(word("/srv/models", "C:\\m", "m")),
      output: maybe(word("volume", "/srv/output", "m")),
    }),
    settings,
    proxy,
    extraSettings: fc.dictionary(word("Cache", "cache", "Eula"), fc.oneof(anyText, anyNumber, fc.boolean())),
    healthCheck: fc.record(
      { test: fc.array(word("CMD", "true")), interval: word("30s", "1d"), retries: anyNumber },
      { requiredKeys: ["test"] },
    ),
    front: anyText,
    exposed: anyText,
    secretsVia: word("environment", "arguments"),
    allowRetired: fc.boolean(),
    registry: word("contoso.azurecr.io/mirror", "x"),
    source,
  },
  { requiredKeys: ["name", "function"] },
);

const engine: fc.Arbitrary<EngineRequest> = fc.record(
  {
    host: word("ssh://u@leeds", "tcp://leeds:2376", "unix:///var/run/docker.sock"),
    tls: fc.record({ certPath: anyText }),
    advertise: word("leeds", "http://x"),
    cores: anyNumber,
    memory: fc.oneof(word("64g"), anyNumber),
    avx2: fc.boolean(),
    reserved: fc.record({ ports: maybe(fc.array(anyNumber)), cores: maybe(anyNumber), memory: maybe(anyNumber) }),
    source,
  },
  { requiredKeys: [] },
);

const site: fc.Arbitrary<SiteRequest> = fc.record(
  {
    name: word("local", "leeds", "york"),
    engine,
    registry: word("contoso.azurecr.io"),
    containers: fc.array(container, { maxLength: 4 }),
    source,
  },
  { requiredKeys: ["name", "containers"] },
);

const account: fc.Arbitrary<AccountRequest> = fc.oneof(
  fc.record(
    {
      kind: fc.constant("create" as const),
      name: word("contoso"),
      location: word("westeurope"),
      resourceGroup: fc.record({ name: word("rg"), create: maybe(fc.boolean()) }),
      sku: word("F0", "S0"),
      customSubdomain: word("contoso"),
      network: fc.record({ publicAccess: maybe(fc.boolean()), allowedAddresses: maybe(fc.array(word("10.0.0.0/8"))) }),
      protect: fc.boolean(),
      keySlot: word("primary", "secondary"),
      source,
    },
    { requiredKeys: ["kind", "name", "location", "resourceGroup"] },
  ),
  fc.record({ kind: fc.constant("existing" as const), name: word("contoso"), resourceGroup: word("rg") }),
  fc.record({
    kind: fc.constant("endpoint" as const),
    endpoint: word("https://westeurope.api.cognitive.microsoft.com/"),
  }),
);

const request: fc.Arbitrary<DeploymentRequest> = fc.record(
  {
    name: word("contoso"),
    edition: word("2025-07", "2020-05"),
    profile: word("trial", "production"),
    eula: word("accept"),
    account,
    textAnalytics: account,
    backend: fc.record({ type: word("azurerm", "local"), settings: fc.dictionary(fc.string(), fc.anything()) }),
    tags: fc.dictionary(fc.string(), fc.string()),
    registry: word("contoso.azurecr.io"),
    layout: fc.constantFrom("containers" as const, "sites" as const),
    sites: fc.array(site, { maxLength: 3 }),
    source,
  },
  { requiredKeys: ["name", "account", "layout", "sites"] },
);

/** Containers of which each by itself is good, on up to two sites. */
const goodRequest: fc.Arbitrary<DeploymentRequest> = fc
  .array(
    fc.record({
      engine: fc.constantFrom(undefined, "ssh://u@leeds"),
      containers: fc.uniqueArray(
        fc.record({
          name: fc.stringMatching(/^[a-c]{1,2}$/),
          function: fc.constant("speech-to-text"),
          locale: fc.constantFrom("en-US", "de-DE"),
        }),
        { selector: ({ name }) => name, minLength: 1, maxLength: 6 },
      ),
    }),
    { minLength: 1, maxLength: 2 },
  )
  .map((sites) => ({
    name: "contoso",
    edition: "2025-07",
    eula: "accept",
    account: { kind: "existing", name: "contoso", resourceGroup: "rg" },
    layout: "sites",
    sites: sites.map(({ engine: host, containers }, index) => ({
      name: `site-${index}`,
      engine: { host },
      containers,
    })),
  }));

/** The items in an order that the salt decides. */
const shuffled = <Item>(items: readonly Item[], salt: number): readonly Item[] =>
  items
    .map((item, index) => ({ item, rank: fnv1a32(`${salt} ${index}`) }))
    .toSorted((left, right) => left.rank - right.rank)
    .map(({ item }) => item);

const reordered = (given: DeploymentRequest, salt: number): DeploymentRequest => ({
  ...given,
  sites: shuffled(
    given.sites.map((one) => ({ ...one, containers: shuffled(one.containers, salt) })),
    salt,
  ),
});

describe("planDeployment", () => {
  it("gives a plan or problems for any request, and never throws", () => {
    fc.assert(
      fc.property(request, (given) => {
        const { ok, problems } = planDeployment(given);
        expect(ok).toBe(!problems.some(({ level }) => level === "error"));
      }),
      { numRuns: 150 },
    );
  });

  it("finds the same problems in whatever order sites and containers are written", () => {
    fc.assert(
      fc.property(request, fc.nat(), (given, salt) => {
        expect(planDeployment(reordered(given, salt))).toEqual(planDeployment(given));
      }),
    );
  });

  it("gives the same plan in whatever order sites and containers are written", () => {
    fc.assert(
      fc.property(goodRequest, fc.nat(), (given, salt) => {
        const planned = planDeployment(given);
        expect(planned.ok).toBe(true);
        expect(JSON.stringify(planDeployment(reordered(given, salt)))).toBe(JSON.stringify(planned));
      }),
    );
  });

  it("gives every container of an engine a port and a name of its own", () => {
    fc.assert(
      fc.property(goodRequest, (given) => {
        const planned = planDeployment(given);
        const used = (planned.ok ? planned.plan.sites : []).flatMap(({ engine: { host }, containers }) =>
          containers.map(({ port, engineName }) => ({ port: `${host} ${port.host}`, name: `${host} ${engineName}` })),
        );
        expect(new Set(used.map(({ port }) => port)).size).toBe(used.length);
        expect(new Set(used.map(({ name }) => name)).size).toBe(used.length);
      }),
    );
  });

  it("gives no container a reserved port", () => {
    fc.assert(
      fc.property(goodRequest, fc.array(fc.integer({ min: 5000, max: 6100 })), (given, ports) => {
        const sites = given.sites.map((one) => ({ ...one, engine: { ...one.engine, reserved: { ports } } }));
        const planned = planDeployment({ ...given, sites });
        expect(planned.ok).toBe(true);
        const used = (planned.ok ? planned.plan.sites : []).flatMap(({ containers }) => containers);
        expect(used.filter(({ port }) => ports.includes(port.host))).toEqual([]);
      }),
    );
  });

  it("does not change the request", () => {
    fc.assert(
      fc.property(goodRequest, (given) => {
        const before = structuredClone(given);
        planDeployment(given);
        expect(given).toEqual(before);
      }),
    );
  });
});
