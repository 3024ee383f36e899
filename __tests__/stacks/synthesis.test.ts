import fc from "fast-check";
import { type AccountRequest, type ContainerRequest, type DeploymentRequest, planDeployment } from "../../lib/domain";
import { MODEL_ID } from "../domain/requests";
import { templatesOf } from "./synth";

const maybe = <Value>(given: fc.Arbitrary<Value>) => fc.option(given, { nil: undefined });
const keySlot = maybe(fc.constantFrom("primary", "secondary"));

const account: fc.Arbitrary<AccountRequest> = fc.oneof(
  fc.record({
    kind: fc.constant("create" as const),
    name: fc.constant("contoso-speech"),
    location: fc.constantFrom("westeurope", "West Europe"),
    resourceGroup: fc.record({ name: fc.constant("speech-rg"), create: maybe(fc.boolean()) }),
    sku: maybe(fc.constantFrom("F0", "S0")),
    customSubdomain: maybe(fc.constant("contoso-speech")),
    network: maybe(
      fc.record({
        publicAccess: maybe(fc.boolean()),
        allowedAddresses: maybe(fc.array(fc.constantFrom("203.0.113.7", "198.51.100.0/24"), { maxLength: 2 })),
      }),
    ),
    protect: maybe(fc.boolean()),
    keySlot,
  }),
  fc.record({
    kind: fc.constant("existing" as const),
    name: fc.constant("contoso-speech"),
    resourceGroup: fc.constant("speech-rg"),
    keySlot,
  }),
  fc.record({ kind: fc.constant("endpoint" as const), endpoint: fc.constant("https://speech.example/x"), keySlot }),
);

/** Terraform's own signs are frequent in it. */
const text = fc.string({ unit: fc.constantFrom(..."$%{}ab .é".split("")), minLength: 1, maxLength: 6 });

const kind: fc.Arbitrary<Partial<ContainerRequest> & Pick<ContainerRequest, "function">> = fc.constantFrom(
  { function: "speech-to-text", locale: "en-US" },
  { function: "speech-to-text", tag: "mine" },
  { function: "custom-speech-to-text", modelId: MODEL_ID },
  { function: "custom-speech-to-text", modelId: MODEL_ID, mounts: { models: "/srv/${models}" } },
  { function: "neural-text-to-speech", voice: "en-US-AriaNeural" },
  { function: "language-detection" },
);

const container: fc.Arbitrary<Omit<ContainerRequest, "name">> = fc
  .record({
    kind,
    healthCheck: maybe(fc.record({ test: fc.tuple(fc.constant("CMD"), text), interval: maybe(fc.constant("1m")) })),
    size: maybe(fc.constantFrom("minimum" as const, { cores: 0.5, memory: "512m", belowMinimum: "a trial" })),
    open: maybe(text.map((exposed) => ({ address: "0.0.0.0", exposed }))),
    secretsVia: maybe(fc.constantFrom("environment", "arguments")),
    registry: maybe(fc.constant("contoso.azurecr.io/mirror")),
  })
  .map(({ kind: chosen, open, ...others }) => ({ ...chosen, ...open, ...others }));

const containers = fc
  .dictionary(fc.constantFrom("captions", "speech", "group", "a-1"), container, { minKeys: 1, maxKeys: 3 })
  .map((byName) => Object.entries(byName).map(([name, options]) => ({ name, ...options })));

const engine = maybe(
  fc.constantFrom(
    { host: "ssh://speech@leeds" },
    { host: "unix:///run/user/1000/docker.sock", advertise: "leeds.contoso.com" },
    { host: "tcp://leeds:2376", tls: { certPath: "certs" } },
  ),
);

const layout = fc.oneof(
  fc.record({ engine, containers }).map((site) => ({
    layout: "containers" as const,
    sites: [{ name: "local", ...site }],
  })),
  fc.dictionary(fc.constantFrom("leeds", "york"), fc.record({ engine, containers }), { minKeys: 1 }).map((sites) => ({
    layout: "sites" as const,
    sites: Object.entries(sites).map(([name, site]) => ({ name, ...site })),
  })),
);

const request: fc.Arbitrary<DeploymentRequest> = fc
  .record({
    account,
    layout,
    profile: maybe(fc.constantFrom("trial", "production")),
    // As many characters as Azure takes, before Terraform's signs are escaped.
    tags: maybe(fc.dictionary(text, fc.oneof(text, fc.constant("${".repeat(128))), { maxKeys: 2 })),
    backend: maybe(
      fc.constantFrom(
        { type: "local", settings: {} },
        { type: "local", settings: { path: "state/${x}.tfstate", workspace_dir: "state" } },
        { type: "azurerm", settings: { storage_account_name: "contoso", container_name: "state", key: "a.tfstate" } },
      ),
    ),
  })
  .map(({ layout: sites, ...others }) => ({
    name: "contoso",
    edition: "2025-07",
    eula: "accept",
    ...others,
    ...sites,
  }));

test("every plan that the planner accepts synthesizes", () => {
  fc.assert(
    fc.property(request, (given) => {
      const result = planDeployment(given);
      fc.pre(result.ok);
      const { accountStackId, sites } = result.plan;
      const stacks = new Set([accountStackId, ...sites.map(({ stackId }) => stackId)].filter((id) => id !== undefined));
      expect(new Set(Object.keys(templatesOf(result.plan)))).toEqual(stacks);
    }),
    { numRuns: 60 },
  );
});
