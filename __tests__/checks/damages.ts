import type { Json } from "./plans";

/** Ways to damage a whole plan, each with what a reader of plans has to say of it: the oracle. */

export interface Dice {
  /** Chooses among what there is. */
  readonly pick: number;
  /** Anything that JSON can hold. */
  readonly value: unknown;
}

export interface Damage {
  readonly name: string;
  readonly from: "first" | "settled";
  /** `refused`: nobody can judge this plan. Else: a finding of one of these rules, at least. */
  readonly expects: "refused" | readonly string[];
  /** Changes the plan in place; false: with these dice nothing is damaged. */
  readonly apply: (plan: Json, dice: Dice) => boolean | void;
}

const CONTAINER_TYPES: Readonly<Record<string, "text" | "number" | "flag" | "list">> = {
  command: "list",
  cpu_quota: "number",
  env: "list",
  image: "text",
  log_opts: "text",
  memory: "number",
  mounts: "list",
  must_run: "flag",
  name: "text",
  network_mode: "text",
  ports: "list",
  privileged: "flag",
  restart: "text",
  user: "text",
};
const OF_ANOTHER_TYPE: Readonly<Record<string, readonly unknown[]>> = {
  text: [7, true, ["x"]],
  number: ["7", true, [7]],
  flag: ["true", 1, [true]],
  list: ["x", 7, true],
};

const ACCOUNT = "azurerm_cognitive_account.speech";
export const CONTAINER = "docker_container.captions";

const chosen = <Item>(items: readonly Item[], pick: number): Item => items[pick % items.length] as Item;
const at = (whole: unknown, ...path: readonly (string | number)[]): Json =>
  path.reduce<unknown>((inner, key) => (inner as Json)[key], whole) as Json;

const changeOf = (plan: Json, address: string): Json =>
  at(
    (plan.resource_changes as Json[]).find((each) => each.address === address),
    "change",
  );
const plannedOf = (plan: Json, address: string): Json =>
  (at(plan, "planned_values", "root_module").resources as Json[]).find((each) => each.address === address) ?? {};
const writtenOf = (plan: Json, address: string): Json =>
  at(
    (at(plan, "configuration", "root_module").resources as Json[]).find((each) => each.address === address),
    "expressions",
  );

/** Sets a value in both places in which a plan tells it. */
function set(plan: Json, address: string, argument: string, value: unknown): void {
  at(changeOf(plan, address), "after")[argument] = value;
  at(plannedOf(plan, address), "values")[argument] = value;
}

function setPort(plan: Json, address: string, part: Json): void {
  const [port] = at(changeOf(plan, address), "after").ports as [Json];
  set(plan, address, "ports", [{ ...port, ...part }]);
}

/** A word of the written settings becomes another one. */
function rewrite(plan: Json, address: string, argument: string, from: RegExp, to: string): void {
  const expression = at(writtenOf(plan, address), argument);
  expression.constant_value = (expression.constant_value as string[]).flatMap((word) => {
    const changed = word.replace(from, to);
    return changed === "" ? [] : [changed];
  });
}

const values: readonly Damage[] = [
  told("restarts that end", ["CTR-8"], (plan, { pick }) =>
    set(plan, CONTAINER, "restart", chosen(["no", "on-failure", null, ""], pick)),
  ),
  told("must_run", ["CTR-22"], (plan, { pick }) => set(plan, CONTAINER, "must_run", chosen([true, null], pick))),
  told("open addresses", ["CTR-6"], (plan, { pick }) =>
    setPort(plan, CONTAINER, { ip: chosen(["0.0.0.0", "10.0.0.5", "::", null], pick) }),
  ),
  told("too little memory", ["CTR-4"], (plan, { pick }) => {
    set(plan, CONTAINER, "memory", (pick % 4000) + 1);
    set(plan, CONTAINER, "memory_swap", (pick % 4000) + 1);
  }),
  told("too few cores", ["CTR-4"], (plan, { pick }) => set(plan, CONTAINER, "cpu_quota", (pick % 90_000) + 1)),
  told("logs without end", ["CTR-18"], (plan, { pick }) =>
    set(plan, CONTAINER, "log_opts", chosen([null, {}, { "max-file": "3" }], pick)),
  ),
  told("all rights", ["CTR-17"], (plan) => set(plan, CONTAINER, "privileged", true)),
  told("an account of another kind", ["ACC-1"], (plan, { pick }) =>
    set(
      plan,
      ACCOUNT,
      "kind",
      chosen(["CognitiveServices", "AIServices", "TextAnalytics", "speechservices", ""], pick),
    ),
  ),
  told("an account without keys", ["ACC-2"], (plan) => set(plan, ACCOUNT, "local_auth_enabled", false)),
  told("a closed account", ["ACC-3"], (plan) => set(plan, ACCOUNT, "public_network_access_enabled", false)),
  told("a tier for something else", ["ACC-5"], (plan, { pick }) =>
    set(plan, ACCOUNT, "sku_name", chosen(["F0", "DC0"], pick)),
  ),
];

const words: readonly Damage[] = [
  told("a licence that nobody accepted", ["CTR-1"], (plan, { pick }) => {
    const given = chosen(["Eula=yes", "Eula=", "Eula=Accepted", "NotEula=accept"], pick);
    rewrite(plan, CONTAINER, "command", /^Eula=.*$/, given);
    const { after } = changeOf(plan, CONTAINER);
    const command = at({ after }, "after").command as string[] | undefined;
    if (command !== undefined)
      set(
        plan,
        CONTAINER,
        "command",
        command.map((word) => word.replace(/^Eula=.*$/, given)),
      );
  }),
  first("no licence", ["CTR-1"], (plan) => rewrite(plan, CONTAINER, "command", /^Eula=.*$/, "")),
  first("no endpoint", ["CTR-1"], (plan) => rewrite(plan, CONTAINER, "command", /^Billing=.*$/, "")),
  first("no key", ["CTR-1"], (plan) => rewrite(plan, CONTAINER, "env", /^ApiKey=.*$/, "")),
  first("the endpoint of another account", ["CTR-2"], (plan) =>
    rewrite(plan, CONTAINER, "command", /cognitive_account\.speech\.endpoint/, "cognitive_account.other.endpoint"),
  ),
  first("the key of another account", ["CTR-2"], (plan) =>
    rewrite(plan, CONTAINER, "env", /cognitive_account\.speech\./, "cognitive_account.other."),
  ),
  first("a key as text", ["CTR-3"], (plan) => rewrite(plan, CONTAINER, "env", /\$\{.*\}/, "0123456789abcdef")),
  settled("a key without a mark", ["CTR-3"], (plan) => {
    at(changeOf(plan, CONTAINER), "after_sensitive").env = false;
    at(plannedOf(plan, CONTAINER), "sensitive_values").env = false;
  }),
];

const contradictions: readonly Damage[] = [
  refused("a value of another type", (plan, { pick }) => {
    const [argument, type] = chosen(Object.entries(CONTAINER_TYPES), pick);
    delete at(changeOf(plan, CONTAINER), "after_unknown")[argument];
    set(plan, CONTAINER, argument, chosen(OF_ANOTHER_TYPE[type] ?? [], Math.floor(pick / 17)));
  }),
  refused("a field that is gone", (plan, { pick }) => {
    const [argument] = chosen(
      Object.entries(CONTAINER_TYPES).filter(([name]) => name !== "cpu_quota"),
      pick,
    );
    delete at(changeOf(plan, CONTAINER), "after")[argument];
    delete at(changeOf(plan, CONTAINER), "after_unknown")[argument];
    delete at(plannedOf(plan, CONTAINER), "values")[argument];
  }),
  refused("a value that is known and unknown", (plan, { pick }) => {
    const { after, after_unknown: unknown } = changeOf(plan, CONTAINER) as { after: Json; after_unknown: Json };
    const [argument] = chosen(
      Object.entries(CONTAINER_TYPES).filter(([name]) => name in after),
      pick,
    );
    unknown[argument] = true;
  }),
  refused(
    "a value that is neither",
    (plan) => {
      const { after_unknown: unknown } = changeOf(plan, CONTAINER) as { after_unknown: Json };
      delete unknown.command;
      delete unknown.env;
    },
    "first",
  ),
  refused("a value that is told in two ways", (plan, { pick, value }) => {
    const after = at(changeOf(plan, CONTAINER), "after");
    const argument = chosen(Object.keys(after), pick);
    const isSame = JSON.stringify(after[argument]) === JSON.stringify(value);
    after[argument] = value;
    return !isSame;
  }),
  refused("a mask that is none", (plan, { pick }) => {
    const mask = chosen(["after_unknown", "after_sensitive", "before_sensitive"], pick);
    changeOf(plan, CONTAINER)[mask] = chosen([undefined, null, "true", 7, { env: "true" }], Math.floor(pick / 3));
  }),
  refused("a resource that only one part knows", (plan, { pick }) => {
    if (pick % 2 === 0)
      plan.resource_changes = (plan.resource_changes as Json[]).filter(({ address }) => address !== CONTAINER);
    else {
      const root = at(plan, "planned_values", "root_module");
      root.resources = (root.resources as Json[]).filter(({ address }) => address !== CONTAINER);
    }
  }),
  refused("actions that do not fit", (plan, { pick }) => {
    const change = changeOf(plan, CONTAINER);
    const wrong =
      change.before === null ? [["no-op"], ["update"], ["delete"], ["delete", "create"]] : [["create"], ["delete"]];
    change.actions = chosen([...wrong, [], ["crate"], "create", null], pick);
  }),
  refused("an address of another", (plan, { pick, value }) => {
    const resource = (plan.resource_changes as Json[]).find((each) => each.address === CONTAINER) ?? {};
    const key = chosen(["address", "type", "name", "mode"], pick);
    const isSame = resource[key] === value;
    resource[key] = value;
    return !isSame;
  }),
  refused("another format, or no end", (plan, { pick }) => {
    if (pick % 2 === 0) plan.errored = true;
    else plan.format_version = chosen(["2.0", "0.9", "1", "", 1.2, null], pick >> 1);
  }),
];

export const damages: readonly Damage[] = [...values, ...words, ...contradictions];

function told(
  name: string,
  expects: readonly string[],
  apply: Damage["apply"],
  from: Damage["from"] = "settled",
): Damage {
  return { name, from, expects, apply };
}
function first(name: string, expects: readonly string[], apply: Damage["apply"]): Damage {
  return told(name, expects, apply, "first");
}
function settled(name: string, expects: readonly string[], apply: Damage["apply"]): Damage {
  return told(name, expects, apply, "settled");
}
function refused(name: string, apply: Damage["apply"], from: Damage["from"] = "settled"): Damage {
  return { name, from, expects: "refused", apply };
}
