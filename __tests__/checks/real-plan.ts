import { readFileSync } from "node:fs";
import { join } from "node:path";
import { judge, type JudgeOptions } from "../../lib/checks/judge";
import type { PlanView, SpeechFacts } from "../../lib/checks/plan-view";
import { readPlan } from "../../lib/checks/reader/read-plan";
import type { Report } from "../../lib/checks/report";
import type { Rule } from "../../lib/checks/rule";

/** Plans of real Terraform (`npm run fixtures:plans`) in which one thing is changed. */

export type PlanName = "first" | "settled" | "modules" | "sentiment";

type Values = Record<string, unknown>;

interface Change {
  actions: string[];
  before: Values | null;
  after: Values | null;
  after_unknown: Values;
  after_sensitive: Values | false;
  before_sensitive?: Values | false;
  replace_paths?: unknown[];
}

export interface Resource {
  address: string;
  mode: string;
  provider_name: string;
  type: string;
  name: string;
  deposed?: string;
  change: Change;
}

interface Written {
  address: string;
  name?: string;
  expressions: Values;
}

/** The parts of a plan that tests change; all the rest is as Terraform wrote it. */
export interface RealPlan {
  planned_values: { readonly root_module: { readonly resources: readonly { readonly address: string }[] } };
  resource_changes: Resource[];
  resource_drift?: Resource[];
  configuration: {
    provider_config: Record<string, { version_constraint?: string; expressions?: Values }>;
    root_module: { resources: Written[]; outputs?: Values; variables?: Values };
  };
  output_changes?: Record<string, Values>;
  checks?: unknown[];
  variables?: Values;
}

/** What the stack says beside the plan. */
export interface Beside {
  readonly facts?: Readonly<Record<string, SpeechFacts>>;
  readonly backend?: PlanView["backend"];
}

const texts = new Map<PlanName, string>();

export function realPlan(name: PlanName): RealPlan {
  const text = texts.get(name) ?? readFileSync(join(__dirname, "plans", `${name}.json`), "utf8");
  texts.set(name, text);
  return (JSON.parse(text) as { plan: RealPlan }).plan;
}

export function reportOf(plan: RealPlan, rules: readonly Rule[], beside: Beside = {}, options?: JudgeOptions): Report {
  const view = readPlan(inStep(plan));
  const resources = view.resources.map((resource) => ({
    ...resource,
    facts: beside.facts?.[resource.address] ?? resource.facts,
  }));
  return judge(
    { ...view, resources, ...(beside.backend === undefined ? {} : { backend: beside.backend }) },
    rules,
    options,
  );
}

/** Terraform tells the values after a plan twice. */
export function inStep(plan: RealPlan): RealPlan {
  const planned = new Map(plan.planned_values.root_module.resources.map((resource) => [resource.address, resource]));
  const resources = plan.resource_changes
    .filter(({ address, change, deposed }) => !address.startsWith("module.") && change.after !== null && !deposed)
    .map(({ address, type, name, change }) => ({
      ...(planned.get(address) ?? { address, mode: "managed", type, name }),
      values: change.after,
      sensitive_values: change.after_sensitive,
    }));
  return {
    ...plan,
    planned_values: { ...plan.planned_values, root_module: { ...plan.planned_values.root_module, resources } },
  };
}

/** A line an answer: `error docker_container.captions: message`, `undecided …`. What passed is not told. */
export function linesOf({ findings, undecided }: Report): readonly string[] {
  return [
    ...findings.map(({ level, address, message }) => `${level} ${address ?? "plan"}: ${message}`),
    ...undecided.map(({ address, message }) => `undecided ${address ?? "plan"}: ${message}`),
  ];
}

/** One edit of a plan. */
export type Edit = (plan: RealPlan) => void;

export function resourceOf({ resource_changes }: RealPlan, address: string): Resource {
  const found = resource_changes.find((resource) => resource.address === address);
  if (found === undefined)
    throw new Error(`no ${address}, there are ${resource_changes.map((each) => each.address).join(", ")}`);
  return found;
}

function writtenOf({ configuration }: RealPlan, address: string): Written {
  const found = configuration.root_module.resources.find((resource) => resource.address === address);
  if (found === undefined) throw new Error(`${address} is not written`);
  return found;
}

/** Arguments as they will be; undefined takes one away. */
export const after =
  (address: string, values: Values): Edit =>
  (plan) => {
    const { change } = resourceOf(plan, address);
    for (const [name, value] of Object.entries(values)) {
      change.after = { ...change.after, [name]: value ?? null };
      change.after_unknown[name] = Array.isArray(value) ? value.map(() => ({})) : false;
      if (value === undefined) delete writtenOf(plan, address).expressions[name];
    }
  };

/** Arguments that are known after apply, and what they refer to. */
export const unknown =
  (address: string, values: Readonly<Record<string, readonly string[]>>): Edit =>
  (plan) => {
    const { change } = resourceOf(plan, address);
    for (const [name, references] of Object.entries(values)) {
      delete change.after?.[name];
      change.after_unknown[name] = true;
      writtenOf(plan, address).expressions[name] = { references };
    }
  };

/** The words or variables of a container, as templates, while they are known after apply. */
export const templates =
  (address: string, argument: "command" | "env", words: readonly string[]): Edit =>
  (plan) => {
    const references = words.flatMap((word) => [...word.matchAll(/\$\{([^}]+)\}/g)].map(([, name]) => name));
    writtenOf(plan, address).expressions[argument] = { constant_value: words, references };
  };

/** Adds words or variables to those that are written and known. */
export const more =
  (address: string, argument: "command" | "env", ...words: readonly string[]): Edit =>
  (plan) => {
    const { change } = resourceOf(plan, address);
    const known = change.after?.[argument];
    if (Array.isArray(known)) change.after = { ...change.after, [argument]: [...(known as unknown[]), ...words] };
    const expression = writtenOf(plan, address).expressions[argument] as { constant_value: unknown[] };
    expression.constant_value = [...expression.constant_value, ...words];
  };

export const written =
  (address: string, expressions: Values): Edit =>
  (plan) => {
    Object.assign(writtenOf(plan, address).expressions, expressions);
  };

/** What Terraform does to a resource, and why. */
export const action =
  (address: string, actions: readonly string[], ...replacePaths: readonly (readonly (string | number)[])[]): Edit =>
  (plan) => {
    const { change } = resourceOf(plan, address);
    change.actions = [...actions];
    if (replacePaths.length > 0) change.replace_paths = [...replacePaths];
    if (actions.length === 1 && actions[0] === "delete") {
      change.after = null;
      change.after_unknown = {};
    }
  };

export const before =
  (address: string, values: Values): Edit =>
  (plan) => {
    const { change } = resourceOf(plan, address);
    change.before = { ...change.before, ...values };
  };

/** A copy of a resource under another name, with its configuration. */
export const copy =
  (address: string, name: string, values: Values = {}): Edit =>
  (plan) => {
    const original = resourceOf(plan, address);
    const to = address.replace(/[^.]+$/, name);
    const twin = structuredClone(original);
    twin.change.after = { ...twin.change.after, ...values };
    plan.resource_changes.push({ ...twin, address: to, name });
    plan.configuration.root_module.resources.push({
      ...structuredClone(writtenOf(plan, address)),
      address: to,
      name,
    });
  };

export const provider =
  (name: string, changed: { readonly version_constraint?: string | undefined; readonly expressions?: Values }): Edit =>
  (plan) => {
    Object.assign(plan.configuration.provider_config[name] ?? {}, changed);
  };

/** A resource that there is to be, written with constants. */
export const create =
  (address: string, values: Values): Edit =>
  (plan) => {
    const [type = "", name = ""] = address.split(".");
    const expressions = Object.fromEntries(
      Object.entries(values).map(([argument, value]) => [argument, { constant_value: value }]),
    );
    plan.resource_changes.push({
      address,
      mode: "managed",
      type,
      name,
      provider_name: "registry.terraform.io/azure/azapi",
      change: {
        actions: ["create"],
        before: null,
        after: values,
        after_unknown: {},
        before_sensitive: false,
        after_sensitive: {},
      },
    });
    plan.configuration.root_module.resources.push({ address, name, expressions });
  };

/** A resource that exists and is not written any more. */
export const orphan =
  (address: string, values: Values, actions: readonly string[] = ["delete"]): Edit =>
  (plan) => {
    const [type = "", name = ""] = address.split(".");
    plan.resource_changes.push({
      address,
      mode: "managed",
      type,
      name,
      provider_name: "registry.terraform.io/kreuzwerker/docker",
      change: {
        actions: [...actions],
        before: values,
        after: null,
        after_unknown: {},
        before_sensitive: {},
        after_sensitive: false,
      },
    });
  };
