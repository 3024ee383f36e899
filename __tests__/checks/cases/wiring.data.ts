import { after, more, templates, unknown, written, type Edit } from "../real-plan";
import { ACCOUNT, CALLCENTER, CAPTIONS, type Case, NARRATOR } from "./case";

const wired = (billing: string, key: string): readonly Edit[] => [
  templates(CAPTIONS, "command", ["Eula=accept", `Billing=\${${billing}}`]),
  templates(CAPTIONS, "env", [`ApiKey=\${${key}}`]),
];

/** As hand-written HCL plans: words are unknown as a whole, and only their references are told. */
const hidden = (...references: readonly string[]): readonly Edit[] => [
  unknown(CAPTIONS, { command: references, env: [] }),
  (plan) => {
    delete plan.configuration.root_module.resources.find(({ address }) => address === CAPTIONS)?.expressions["env"];
  },
];

export const wiringCases: readonly Case[] = [
  { rule: "CTR-1", name: "passes references while their values are unknown", from: "first" },
  { rule: "CTR-1", name: "passes known values", from: "settled" },
  {
    rule: "CTR-1",
    name: "fails a missing key",
    from: "first",
    edits: [templates(CAPTIONS, "env", [])],
    says: [`error ${CAPTIONS}: ApiKey not set`],
  },
  {
    rule: "CTR-1",
    name: "fails a licence that is not accepted",
    from: "settled",
    edits: [after(CAPTIONS, { command: ["Eula=yes", "Billing=https://westeurope.api.cognitive.microsoft.com/"] })],
    says: [`error ${CAPTIONS}: Eula is "yes", only "accept" is taken`],
    mutation: true,
  },
  {
    rule: "CTR-1",
    name: "takes names in any case and from the environment",
    from: "settled",
    edits: [
      after(CAPTIONS, {
        command: undefined,
        env: ["EULA=accept", "billing=https://westeurope.api.cognitive.microsoft.com/", "apikey=not-a-key-1"],
      }),
    ],
  },
  {
    rule: "CTR-1",
    name: "fails an endpoint that is no address",
    from: "settled",
    edits: [after(CAPTIONS, { command: ["Eula=accept", "Billing=westeurope"] })],
    says: [`error ${CAPTIONS}: Billing is "westeurope", which is no https address`],
  },
  {
    rule: "CTR-1",
    name: "is undecided where no word can be seen",
    from: "modules",
    says: [
      "undecided docker_container.narrator[0]: Eula known after apply",
      "undecided docker_container.narrator[1]: Eula known after apply",
      'undecided module.captions["english"].docker_container.this: Eula known after apply',
      'undecided module.captions["german"].docker_container.this: Eula known after apply',
    ],
  },
  { rule: "CTR-2", name: "passes one account by its references", from: "first" },
  { rule: "CTR-2", name: "follows references through modules and outputs", from: "modules" },
  {
    rule: "CTR-2",
    name: "fails two accounts",
    from: "first",
    edits: wired("azurerm_cognitive_account.other.endpoint", `${ACCOUNT}.primary_access_key`),
    says: [`error ${CAPTIONS}: Billing comes from azurerm_cognitive_account.other, ApiKey from ${ACCOUNT}`],
    mutation: true,
  },
  {
    rule: "CTR-2",
    name: "fails two accounts of unknown words, told apart by the attribute",
    from: "first",
    edits: hidden("azurerm_cognitive_account.other.endpoint", `${ACCOUNT}.primary_access_key`),
    says: [`error ${CAPTIONS}: Billing comes from azurerm_cognitive_account.other, ApiKey from ${ACCOUNT}`],
  },
  {
    rule: "CTR-2",
    name: "fails two instances of one resource",
    from: "first",
    edits: wired(`${ACCOUNT}[0].endpoint`, `${ACCOUNT}[1].primary_access_key`),
    says: [`error ${CAPTIONS}: Billing comes from ${ACCOUNT}[0], ApiKey from ${ACCOUNT}[1]`],
  },
  {
    rule: "CTR-2",
    name: "fails an endpoint as text that is not the account's",
    from: "settled",
    edits: [
      after(CAPTIONS, { command: ["Eula=accept", "Billing=https://eastus.api.cognitive.microsoft.com/"] }),
      templates(CAPTIONS, "command", ["Eula=accept", "Billing=https://eastus.api.cognitive.microsoft.com/"]),
    ],
    says: [
      `error ${CAPTIONS}: Billing is "https://eastus.api.cognitive.microsoft.com/", ` +
        `the endpoint of ${ACCOUNT} is "https://westeurope.api.cognitive.microsoft.com/"`,
    ],
  },
  {
    rule: "CTR-2",
    name: "is undecided about an endpoint as text before the account exists",
    from: "first",
    edits: [templates(CAPTIONS, "command", ["Eula=accept", "Billing=https://westeurope.api.cognitive.microsoft.com/"])],
    says: [`undecided ${CAPTIONS}: whether Billing is the endpoint of ${ACCOUNT} is known after apply`],
  },
  { rule: "CTR-3", name: "passes references to keys", from: "first" },
  { rule: "CTR-3", name: "passes a marked value", from: "settled" },
  {
    rule: "CTR-3",
    name: "fails a key as text",
    from: "first",
    edits: [templates(CAPTIONS, "env", ["ApiKey=not-a-key-but-written"])],
    says: [`error ${CAPTIONS}: ApiKey is written as text`],
  },
  {
    rule: "CTR-3",
    name: "fails a key as text that only the plan hides",
    from: "settled",
    edits: [written(CAPTIONS, { env: { references: [] } })],
    says: [`error ${CAPTIONS}: ApiKey is written as text`],
  },
  {
    rule: "CTR-3",
    name: "fails a proxy's password as text",
    from: "first",
    edits: [more(CAPTIONS, "env", "HTTP_PROXY_CREDS=user:not-a-password")],
    says: [`error ${CAPTIONS}: HTTP_PROXY_CREDS is written as text`],
    mutation: true,
  },
  {
    rule: "CTR-3",
    name: "fails a variable that is not sensitive",
    from: "first",
    edits: [
      ...wired(`${ACCOUNT}.endpoint`, "var.key"),
      (plan) => {
        plan.configuration.root_module.variables = { key: {} };
      },
    ],
    says: [`error ${CAPTIONS}: ApiKey comes from a variable that is not sensitive`],
  },
  {
    rule: "CTR-3",
    name: "passes a sensitive variable",
    from: "first",
    edits: [
      ...wired(`${ACCOUNT}.endpoint`, "var.key"),
      (plan) => {
        plan.configuration.root_module.variables = { key: { sensitive: true } };
      },
    ],
  },
  {
    rule: "CTR-3",
    name: "is undecided while a local stands between",
    from: "first",
    edits: wired(`${ACCOUNT}.endpoint`, "local.key"),
    says: [`undecided ${CAPTIONS}: ApiKey known after apply`],
  },
  ...[
    ["CTR-9", "proxy known after apply"],
    ["CTR-14", "whether it is disconnected is known after apply"],
    ["CTR-18", "log level known after apply"],
  ].map(([rule = "", message = ""]): Case => ({
    rule,
    name: "is undecided while words and variables are unknown as a whole",
    from: "first",
    edits: hidden("local.words"),
    says: [`undecided ${CAPTIONS}: ${message}`],
  })),
  {
    rule: "CTR-14",
    name: "has nothing to say of unknown words that take the key of an account: no licence is among them",
    from: "first",
    edits: hidden(`${ACCOUNT}.primary_access_key`),
    silent: true,
  },
  { rule: "CTR-9", name: "has nothing to say without a proxy", from: "first", silent: true },
  {
    rule: "CTR-9",
    name: "fails a proxy that catches the container's own calls",
    from: "first",
    edits: [more(NARRATOR, "env", "HTTP_PROXY=http://proxy:8888", "HTTPS_PROXY=http://proxy:8888")],
    says: [`error ${NARRATOR}: a proxy is set, and NO_PROXY does not name localhost and 127.0.0.1`],
    mutation: true,
  },
  {
    rule: "CTR-9",
    name: "warns of the http form alone",
    from: "first",
    edits: [more(NARRATOR, "env", "http_proxy=http://proxy:8888", "no_proxy=localhost, 127.0.0.1")],
    says: [`warning ${NARRATOR}: HTTP_PROXY is set, HTTPS_PROXY is not, and billing goes by https`],
  },
  {
    rule: "CTR-9",
    name: "passes all three",
    from: "first",
    edits: [more(NARRATOR, "env", "HTTP_PROXY=http://p", "HTTPS_PROXY=http://p", "NO_PROXY=localhost,127.0.0.1")],
  },
  {
    rule: "CTR-9",
    name: "is undecided while the exceptions are unknown",
    from: "first",
    edits: [more(NARRATOR, "env", "HTTP_PROXY=http://p", "HTTPS_PROXY=http://p", "NO_PROXY=${var.exceptions}")],
    says: [`undecided ${NARRATOR}: NO_PROXY known after apply`],
  },
  { rule: "CTR-10", name: "passes an id and a volume", from: "first" },
  {
    rule: "CTR-10",
    name: "fails a model without a volume",
    from: "first",
    edits: [after(CALLCENTER, { mounts: [] })],
    says: [`error ${CALLCENTER}: nothing is mounted at /usr/local/models`],
    mutation: true,
  },
  {
    rule: "CTR-10",
    name: "fails a read-only volume and an id that is none",
    from: "settled",
    edits: [
      after(CALLCENTER, {
        mounts: [{ type: "volume", source: "models", target: "/usr/local/models/", read_only: true }],
        command: ["ModelId=may", "Eula=accept", "Billing=https://westeurope.api.cognitive.microsoft.com/"],
      }),
    ],
    says: [
      `error ${CALLCENTER}: ModelId is "may", which is no GUID`,
      `error ${CALLCENTER}: the volume at /usr/local/models is read-only`,
    ],
  },
  {
    rule: "CTR-10",
    name: "fails a request for models that is left on a serving container",
    from: "first",
    edits: [more(CALLCENTER, "command", "DisplayLocale=en-US")],
    says: [`error ${CALLCENTER}: DisplayLocale is left on a container that serves: it ends instead`],
  },
  {
    rule: "CTR-10",
    name: "is undecided while the mounts are unknown",
    from: "first",
    edits: [unknown(CALLCENTER, { mounts: [] })],
    says: [`undecided ${CALLCENTER}: model and volume known after apply`],
  },
  { rule: "CTR-11", name: "has nothing to compare before the first apply", from: "first", silent: true },
  { rule: "CTR-11", name: "passes the same model", from: "settled" },
  {
    rule: "CTR-11",
    name: "fails another model on the same volume",
    from: "settled",
    edits: [
      after(CALLCENTER, {
        command: [
          "ModelId=22222222-2222-3333-4444-555555555555",
          "Eula=accept",
          "Billing=https://westeurope.api.cognitive.microsoft.com/",
        ],
      }),
    ],
    says: [
      `error ${CALLCENTER}: ModelId changes, the volume "contoso-model-11111111-2222-3333-4444-555555555555" stays, ` +
        "and with it the old model",
    ],
    mutation: true,
  },
  {
    rule: "CTR-11",
    name: "is undecided while the model is unknown",
    from: "settled",
    edits: [
      unknown(CALLCENTER, { command: [] }),
      templates(CALLCENTER, "command", ["ModelId=${var.model}", "Eula=accept"]),
    ],
    says: [`undecided ${CALLCENTER}: model and volume known after apply`],
  },
];
