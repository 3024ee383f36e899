import { action, after, before, copy, orphan, provider, type Edit, resourceOf, unknown } from "../real-plan";
import { ACCOUNT, CALLCENTER, CAPTIONS, type Case, NARRATOR, TRIAL } from "./case";

const replaced = (address: string, argument = "cpu_shares"): Edit => action(address, ["delete", "create"], [argument]);

/** The container gets another key, and nothing else changes. */
const anotherKey = (address: string): readonly Edit[] => [
  replaced(address, "env"),
  before(address, { env: ["ApiKey=not-a-key-9"] }),
];

const drifted =
  (address: string, values: Readonly<Record<string, unknown>>): Edit =>
  (plan) => {
    const resource = structuredClone(resourceOf(plan, address));
    const { change } = resource;
    change.actions = ["update"];
    change.after = { ...change.before, ...values };
    plan.resource_drift = [...(plan.resource_drift ?? []).filter((each) => each.address !== address), resource];
  };

const check =
  (status: string, ...messages: readonly string[]): Edit =>
  (plan) => {
    plan.checks = [
      {
        address: { kind: "check", name: "memory", to_display: "check.memory" },
        status,
        instances: [
          {
            address: { to_display: "check.memory" },
            status,
            ...(messages.length === 0 ? {} : { problems: messages.map((message) => ({ message })) }),
          },
        ],
      },
    ];
  };

const output =
  (value: unknown, references: readonly string[] = []): Edit =>
  (plan) => {
    plan.output_changes = {
      ...plan.output_changes,
      key: {
        actions: ["create"],
        before: null,
        after: value ?? null,
        after_unknown: value === undefined,
        before_sensitive: false,
        after_sensitive: false,
      },
    };
    plan.configuration.root_module.outputs = {
      ...plan.configuration.root_module.outputs,
      key: { expression: { references } },
    };
  };

const NOTHING = "there is no Speech container, image or account in it, so nothing was judged";

const onlyTheNetwork: Edit = (plan) => {
  plan.resource_changes = plan.resource_changes.filter(({ type }) => type === "docker_network");
};

/** A container of which neither image nor settings are known. */
const unclear: readonly Edit[] = [
  copy(CAPTIONS, "unclear", { name: "unclear", ports: [] }),
  unknown("docker_container.unclear", { image: ["local.image"], command: ["local.words"], env: [], labels: [] }),
];

export const planCases: readonly Case[] = [
  { rule: "PLN-1", name: "says nothing of a plan that is read", from: "first", silent: true },
  {
    rule: "PLN-1",
    name: "tells of a plan without anything of Speech",
    from: "first",
    edits: [onlyTheNetwork],
    says: [`info plan: ${NOTHING}`],
    mutation: true,
  },
  {
    rule: "PLN-1",
    name: "is undecided about a container that may be of Speech",
    from: "first",
    edits: unclear,
    says: ["undecided docker_container.unclear: whether it is a Speech container is known after apply"],
  },
  {
    rule: "PLN-1",
    name: "leaves a container of unknown image that takes the key of an account to the other rules",
    from: "first",
    edits: [...unclear, unknown("docker_container.unclear", { command: [`${ACCOUNT}.primary_access_key`] })],
    silent: true,
  },
  {
    rule: "CTR-1",
    name: "is undecided about a container of unknown image that takes the key of an account",
    from: "first",
    edits: [...unclear, unknown("docker_container.unclear", { command: [`${ACCOUNT}.primary_access_key`] })],
    says: ["undecided docker_container.unclear: Eula known after apply"],
  },
  { rule: "PLN-2", name: "passes a plan that replaces nothing", from: "settled" },
  { rule: "PLN-2", name: "has nothing to say before the first apply", from: "first", silent: true },
  { rule: "PLN-2", name: "passes one of three", from: "settled", edits: [replaced(CAPTIONS)] },
  {
    rule: "PLN-2",
    name: "fails two of three in production",
    from: "settled",
    edits: [replaced(CAPTIONS), replaced(NARRATOR)],
    says: ["error plan: 2 of 3 containers are replaced at once"],
    mutation: true,
  },
  {
    rule: "PLN-2",
    name: "warns in a trial",
    from: "settled",
    edits: [replaced(CAPTIONS), replaced(NARRATOR)],
    options: TRIAL,
    says: ["warning plan: 2 of 3 containers are replaced at once"],
  },
  { rule: "PLN-3", name: "has nothing to say while keys stay", from: "settled", silent: true },
  { rule: "PLN-3", name: "passes a part of the containers", from: "settled", edits: anotherKey(CAPTIONS) },
  {
    rule: "PLN-3",
    name: "warns of another key for all",
    from: "settled",
    edits: [...anotherKey(CAPTIONS), ...anotherKey(NARRATOR), ...anotherKey(CALLCENTER)],
    says: ["warning plan: all 3 containers get another key at once"],
    mutation: true,
  },
  {
    rule: "PLN-3",
    name: "leaves a key alone that somebody renewed outside",
    from: "settled",
    edits: [
      ...[CAPTIONS, NARRATOR, CALLCENTER].flatMap(anotherKey),
      drifted(ACCOUNT, { primary_access_key: "not-a-key-9" }),
    ],
    silent: true,
  },
  { rule: "PLN-4", name: "passes addresses that stay", from: "settled" },
  {
    rule: "PLN-4",
    name: "fails an object that gets another address",
    from: "first",
    edits: [orphan("docker_network.old", { name: "contoso", driver: "bridge" })],
    says: [
      'error docker_network.speech_network: "contoso" is deleted as docker_network.old and made again as ' +
        "docker_network.speech_network",
    ],
    mutation: true,
  },
  {
    rule: "PLN-4",
    name: "passes another object in its place",
    from: "first",
    edits: [orphan("docker_network.old", { name: "contoso-old", driver: "bridge" })],
  },
  {
    rule: "PLN-4",
    name: "is undecided while the new name is unknown",
    from: "first",
    edits: [
      orphan("docker_network.old", { name: "contoso", driver: "bridge" }),
      unknown("docker_network.speech_network", { name: ["terraform_data.name.output"] }),
    ],
    says: ["undecided docker_network.speech_network: name known after apply"],
  },
  { rule: "PLN-5", name: "looks through null that becomes empty", from: "settled" },
  {
    rule: "PLN-5",
    name: "warns of memory that somebody took away",
    from: "settled",
    edits: [drifted(CAPTIONS, { memory: 12288, memory_swap: 12288 })],
    says: [`warning ${CAPTIONS}: changed outside of Terraform: memory, memory_swap`],
    mutation: true,
  },
  {
    rule: "PLN-5",
    name: "names a key and never tells it",
    from: "settled",
    edits: [drifted(ACCOUNT, { primary_access_key: "not-a-key-9" })],
    says: [`warning ${ACCOUNT}: changed outside of Terraform: primary_access_key`],
  },
  { rule: "PLN-6", name: "has nothing to say without conditions", from: "first", silent: true },
  { rule: "PLN-6", name: "passes a condition that holds", from: "first", edits: [check("pass")] },
  {
    rule: "PLN-6",
    name: "fails one that does not",
    from: "first",
    edits: [check("fail", "Captions want more memory.")],
    says: ["error check.memory: does not hold: Captions want more memory"],
    mutation: true,
  },
  {
    rule: "PLN-6",
    name: "is undecided while a condition is unknown",
    from: "first",
    edits: [check("unknown")],
    says: ["undecided check.memory: condition known after apply"],
  },
  { rule: "PLN-7", name: "passes outputs without secrets", from: "settled" },
  {
    rule: "PLN-7",
    name: "fails a key in a text",
    from: "settled",
    edits: [output("use not-a-key-1 for it")],
    says: ["error output.key: a value of it is a secret elsewhere in the plan"],
    mutation: true,
  },
  {
    rule: "PLN-7",
    name: "fails a key that is not known yet",
    from: "first",
    edits: [output(undefined, [`${ACCOUNT}.primary_access_key`, ACCOUNT])],
    says: ["error output.key: it refers to an access key and is not sensitive"],
  },
  {
    rule: "PLN-7",
    name: "is undecided about a sensitive variable in an unknown value",
    from: "first",
    edits: [
      output(undefined, ["var.key", `${ACCOUNT}.endpoint`, ACCOUNT]),
      (plan) => {
        plan.configuration.root_module.variables = { key: { sensitive: true } };
      },
    ],
    says: ["undecided output.key: value known after apply"],
  },
  { rule: "PLN-8", name: "is silent while nobody says where the state is", from: "first", silent: true },
  {
    rule: "PLN-8",
    name: "passes a remote backend",
    from: "first",
    beside: { backend: { type: "azurerm", settings: {} } },
  },
  {
    rule: "PLN-8",
    name: "warns of a local one in production",
    from: "first",
    beside: { backend: { type: "local", settings: {} } },
    says: ["warning plan: the backend is local: the state, a plain file, holds the key"],
    mutation: true,
  },
  {
    rule: "PLN-8",
    name: "only tells of it in a trial",
    from: "first",
    beside: { backend: { type: "local", settings: {} } },
    options: TRIAL,
    says: ["info plan: the backend is local: the state, a plain file, holds the key"],
  },
  { rule: "PLN-10", name: "passes exact versions", from: "first" },
  {
    rule: "PLN-10",
    name: "passes the patches of one",
    from: "first",
    edits: [provider("docker", { version_constraint: "~> 3.6.2" })],
  },
  {
    rule: "PLN-10",
    name: "warns of no version",
    from: "first",
    edits: [provider("docker", { version_constraint: undefined })],
    says: ["warning provider.docker: the version of docker is not pinned"],
    mutation: true,
  },
  {
    rule: "PLN-10",
    name: "warns of an open end",
    from: "first",
    edits: [provider("docker", { version_constraint: ">= 3.6.2" })],
    says: ['warning provider.docker: ">= 3.6.2" pins no version of docker'],
  },
  { rule: "PLN-11", name: "passes containers that run", from: "settled" },
  {
    rule: "PLN-11",
    name: "tells of a container that has stopped",
    from: "settled",
    edits: [replaced(CAPTIONS, "ports"), before(CAPTIONS, { ports: [], exit_code: 137 })],
    says: [
      `warning ${CAPTIONS}: the container has stopped with exit code 137: nothing in the configuration changed, ` +
        "apply replaces it",
    ],
    mutation: true,
  },
  {
    rule: "PLN-11",
    name: "tells of a crash loop",
    from: "settled",
    edits: [replaced(CAPTIONS, "ports"), before(CAPTIONS, { ports: [] })],
    says: [
      `warning ${CAPTIONS}: the container is in a crash loop: nothing in the configuration changed, apply replaces it`,
    ],
  },
  {
    rule: "PLN-11",
    name: "passes another port of a running container",
    from: "settled",
    edits: [
      replaced(CAPTIONS, "ports"),
      after(CAPTIONS, { ports: [{ internal: 5000, external: 6000, ip: "127.0.0.1", protocol: "tcp" }] }),
    ],
  },
  {
    rule: "PLN-4",
    name: "passes copies",
    from: "first",
    edits: [copy(CAPTIONS, "second", { name: "contoso-second" })],
  },
];
