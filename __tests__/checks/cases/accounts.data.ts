import { action, after, create, type Edit, provider, templates, unknown } from "../real-plan";
import { ACCOUNT, CAPTIONS, type Case, TRIAL } from "./case";

const acls = (values: Readonly<Record<string, unknown>>): readonly Edit[] => [
  after(ACCOUNT, { network_acls: [{ default_action: "Deny", ip_rules: [], virtual_network_rules: [], ...values }] }),
];

const AZAPI_ACCOUNT = "azapi_resource.own";

/** An account of the azapi provider beside the others, which captions is billed to. */
const azapi = (networkAcls: Readonly<Record<string, unknown>>): readonly Edit[] => [
  create(AZAPI_ACCOUNT, {
    name: "contoso-own",
    type: "Microsoft.CognitiveServices/accounts@2024-10-01",
    body: { kind: "SpeechServices", sku: { name: "S0" }, properties: { networkAcls } },
  }),
  templates(CAPTIONS, "command", ["Eula=accept", `Billing=\${${AZAPI_ACCOUNT}.output}`]),
];

export const accountCases: readonly Case[] = [
  { rule: "ACC-1", name: "passes SpeechServices", from: "first" },
  {
    rule: "ACC-1",
    name: "fails the multi-service kind",
    from: "first",
    edits: [after(ACCOUNT, { kind: "CognitiveServices" })],
    says: [`error ${ACCOUNT}: kind is "CognitiveServices": Speech containers refuse its keys`],
    mutation: true,
  },
  {
    rule: "ACC-1",
    name: "warns of AIServices, which newer images take",
    from: "first",
    edits: [after(ACCOUNT, { kind: "AIServices" })],
    says: [`warning ${ACCOUNT}: kind is "AIServices": newer images take its keys, older ones refuse them`],
  },
  {
    rule: "ACC-1",
    name: "is undecided while the kind is unknown",
    from: "first",
    edits: [unknown(ACCOUNT, { kind: ["var.kind"] })],
    says: [`undecided ${ACCOUNT}: kind known after apply`],
  },
  { rule: "ACC-1", name: "follows the reference through modules", from: "modules" },
  { rule: "ACC-2", name: "passes keys that are on", from: "settled" },
  {
    rule: "ACC-2",
    name: "fails keys that are off",
    from: "settled",
    edits: [after(ACCOUNT, { local_auth_enabled: false })],
    says: [`error ${ACCOUNT}: local_auth_enabled is false: the account gives its containers no key`],
    mutation: true,
  },
  {
    rule: "ACC-2",
    name: "is undecided while it is unknown",
    from: "first",
    edits: [unknown(ACCOUNT, { local_auth_enabled: ["var.keys"] })],
    says: [`undecided ${ACCOUNT}: local_auth_enabled known after apply`],
  },
  { rule: "ACC-3", name: "passes an account that is open", from: "first" },
  {
    rule: "ACC-3",
    name: "fails an account without public access",
    from: "first",
    edits: [after(ACCOUNT, { public_network_access_enabled: false })],
    says: [
      `warning ${ACCOUNT}: public_network_access_enabled is false, and no private path to the account is declared`,
    ],
    mutation: true,
  },
  {
    rule: "ACC-3",
    name: "fails Deny for all",
    from: "first",
    edits: acls({}),
    says: [`warning ${ACCOUNT}: network_acls denies by default and names no address: no container gets through`],
  },
  { rule: "ACC-3", name: "passes Deny with addresses", from: "first", edits: acls({ ip_rules: ["192.0.2.1"] }) },
  {
    rule: "ACC-3",
    name: "passes a declared private path",
    from: "first",
    edits: [after(ACCOUNT, { public_network_access_enabled: false })],
    options: { options: { "ACC-3": { privatePath: "VPN to the hub" } } },
  },
  {
    rule: "ACC-3",
    name: "is undecided while the rules are unknown",
    from: "first",
    edits: [unknown(ACCOUNT, { public_network_access_enabled: ["var.open"] })],
    says: [`undecided ${ACCOUNT}: network rules known after apply`],
  },
  {
    rule: "ACC-3",
    name: "passes an account of azapi that denies by default and names an address",
    from: "first",
    edits: azapi({ defaultAction: "Deny", ipRules: [{ value: "192.0.2.1" }] }),
  },
  {
    rule: "ACC-3",
    name: "fails an account of azapi that denies by default and names none",
    from: "first",
    edits: azapi({ defaultAction: "Deny", ipRules: [], virtualNetworkRules: [] }),
    says: [`warning ${AZAPI_ACCOUNT}: network_acls denies by default and names no address: no container gets through`],
  },
  { rule: "ACC-4", name: "passes an account that stays", from: "settled" },
  { rule: "ACC-4", name: "has nothing to say of one that is made", from: "first", silent: true },
  {
    rule: "ACC-4",
    name: "fails a replacement and names what depends on it",
    from: "settled",
    edits: [action(ACCOUNT, ["delete", "create"], ["custom_subdomain_name"])],
    says: [
      `error ${ACCOUNT}: the account is replaced (custom_subdomain_name), and with it the key of ` +
        "docker_container.callcenter, docker_container.captions, docker_container.narrator",
    ],
    mutation: true,
  },
  {
    rule: "ACC-4",
    name: "passes a deletion with a reason",
    from: "settled",
    edits: [action(ACCOUNT, ["delete"])],
    beside: { facts: { [ACCOUNT]: { acknowledged: { "ACC-4": "moved to another subscription" } } } },
  },
  { rule: "ACC-5", name: "passes S0", from: "first" },
  {
    rule: "ACC-5",
    name: "warns of the free tier in production",
    from: "first",
    edits: [after(ACCOUNT, { sku_name: "F0" })],
    says: [`warning ${ACCOUNT}: sku_name is "F0", the free tier: its quota ends within a month`],
    mutation: true,
  },
  {
    rule: "ACC-5",
    name: "passes the free tier in a trial",
    from: "first",
    edits: [after(ACCOUNT, { sku_name: "F0" })],
    options: TRIAL,
  },
  {
    rule: "ACC-5",
    name: "fails a licence tier with a connected container",
    from: "first",
    edits: [after(ACCOUNT, { sku_name: "DC0" })],
    says: [`error ${ACCOUNT}: sku_name is "DC0", but docker_container.callcenter is a connected container`],
  },
  {
    rule: "ACC-5",
    name: "is undecided while the tier is unknown",
    from: "first",
    edits: [unknown(ACCOUNT, { sku_name: ["var.sku"] })],
    says: [`undecided ${ACCOUNT}: sku_name known after apply`],
  },
  { rule: "ACC-6", name: "has nothing to say without network rules", from: "first", silent: true },
  {
    rule: "ACC-6",
    name: "passes rules with a subdomain",
    from: "first",
    edits: [...acls({ ip_rules: ["192.0.2.1"] }), after(ACCOUNT, { custom_subdomain_name: "contoso" })],
  },
  {
    rule: "ACC-6",
    name: "tells of rules without a subdomain",
    from: "first",
    edits: acls({ ip_rules: ["192.0.2.1"] }),
    says: [`info ${ACCOUNT}: network_acls is set, custom_subdomain_name is not`],
    mutation: true,
  },
  {
    rule: "ACC-6",
    name: "is undecided while the subdomain is unknown",
    from: "first",
    edits: [...acls({ ip_rules: ["192.0.2.1"] }), unknown(ACCOUNT, { custom_subdomain_name: ["random_id.name.hex"] })],
    says: [`undecided ${ACCOUNT}: custom_subdomain_name known after apply`],
  },
  { rule: "ACC-7", name: "is silent while nobody says who may purge", from: "first", silent: true },
  {
    rule: "ACC-7",
    name: "warns of a purge that is not allowed",
    from: "first",
    options: { options: { "ACC-7": { mayPurge: false } } },
    says: ["warning provider.azurerm: a destroyed account is purged, and whoever applies may not purge"],
    mutation: true,
  },
  {
    rule: "ACC-7",
    name: "passes a provider that does not purge",
    from: "first",
    edits: [
      provider("azurerm", {
        expressions: {
          features: [{ cognitive_account: [{ purge_soft_delete_on_destroy: { constant_value: false } }] }],
        },
      }),
    ],
    options: { options: { "ACC-7": { mayPurge: false } } },
  },
  {
    rule: "ACC-7",
    name: "is undecided about a provider that a variable tells it",
    from: "first",
    edits: [
      provider("azurerm", {
        expressions: {
          features: [{ cognitive_account: [{ purge_soft_delete_on_destroy: { references: ["var.purge"] } }] }],
        },
      }),
    ],
    options: { options: { "ACC-7": { mayPurge: false } } },
    says: ["undecided provider.azurerm: whether a destroyed account is purged is not written as a constant"],
  },
];
