import type { AccountRequest } from "../../lib/domain";
import { type ProblemRow, KEY, one, custom, billing, top } from "./problem-requests";
import { account, captions, deployment } from "./requests";

const licences = { ...account, sku: "DC0" } as AccountRequest;

/** EULA, account, Azure tags and secrets. */
export const problemsOfAccounts: readonly ProblemRow[] = [
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
  ["a DC0 account for a connected container", billing({ sku: "DC0" }), ["SPC341 account.sku"]],
  ["a licence of an account that gives none", deployment([captions({ disconnected: {} })]), ["SPC340 licenseAccount"]],
  [
    "disconnected containers alone, with the account that gives licences",
    deployment([captions({ disconnected: {} })], { account: licences }),
    [],
  ],
  [
    "a licence of an account that somebody else manages",
    deployment([captions({ disconnected: {} })], {
      account: { kind: "existing", name: "speech", resourceGroup: "rg" },
    }),
    [],
  ],
  [
    "a disconnected custom container with one account",
    deployment(
      [custom().sites[0]?.containers[0] ?? captions()].map((each) => ({ ...each, disconnected: {} })),
      {
        account: licences,
      },
    ),
    ["SPC341 account.sku", "SPC340 licenseAccount"],
  ],
  [
    "a licence account of another tier",
    deployment([captions({ disconnected: {} })], {
      licenseAccount: { ...licences, name: "licences", sku: "S0" } as AccountRequest,
    }),
    ["SPC306 licenseAccount.sku"],
  ],
  ["a licence account that no container uses", top({ licenseAccount: account }), ["SPC342 licenseAccount"]],
];
