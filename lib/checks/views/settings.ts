import { originsOf, isExpression } from "../origins";
import type { Origin, PlanView, Reading, ResourceView } from "../plan-view";
import { argumentOf, at, templateReading } from "../reading";
import { remembered } from "../../domain/remembered";
import { parseTemplate } from "../template";

/** One `Name=value` of a container. */
export interface Setting {
  /** As it is written. */
  readonly name: string;
  readonly via: "argument" | "environment";
  readonly value: Reading<string>;
  /** Whether the plan marks its element as sensitive; absent: not known before apply. */
  readonly marked?: boolean;
  /** Where its value comes from, if the configuration tells, known or not. */
  readonly origins: readonly Origin[];
}

/** All settings of a container, from the words behind its image and from its environment. */
export interface Settings {
  readonly list: readonly Setting[];
  /** By {@link settingKey}; of several the one that the container takes: words win over the environment, later over earlier ones. */
  readonly byKey: ReadonlyMap<string, Setting>;
  /** False: words or variables are not known before apply; what is not in the list may be among them. */
  readonly complete: boolean;
  /** Where words and variables come from, all together: a configuration in HCL does not tell it of each. */
  readonly origins: readonly Origin[];
}

/** The setting of a name, in any case, `:` or `__` between its parts. */
export function findSetting({ byKey, complete }: Settings, name: string): Setting | "unset" | "unknown" {
  return byKey.get(settingKey(name)) ?? (complete ? "unset" : "unknown");
}

export function settingKey(name: string): string {
  const lower = name.toLowerCase();
  return lower.includes("__") ? lower.replaceAll("__", ":") : lower;
}

/** Whether a setting is the key of an account, that of Speech or that of sentiment. */
export function isKeySetting(name: string): boolean {
  return /^(?:apikey|.*:sentimentanalysisapikey)$/.test(settingKey(name));
}

export function settingsOf(plan: PlanView, resource: ResourceView): Settings {
  return settingsIn(plan)(resource);
}

const settingsIn = remembered((plan: PlanView) =>
  remembered((resource: ResourceView): Settings => {
    const words = elementsOf(plan, resource, "command");
    const variables = elementsOf(plan, resource, "env");
    const byWords = settingsOfWords(words.elements).map((each) => settingFrom(plan, resource, each, "argument"));
    const byVariables = variables.elements.flatMap((each) => {
      const split = splitAssignment(each);
      return split === undefined ? [] : [settingFrom(plan, resource, split, "environment")];
    });
    return {
      list: [...byWords, ...byVariables],
      byKey: new Map([...byVariables, ...byWords].map((setting) => [settingKey(setting.name), setting])),
      complete: words.complete && variables.complete,
      origins: [...words.origins, ...variables.origins],
    };
  }),
);

/** An element of `command` or `env`: its text if it is known, and how it is written if that can be told. */
interface Element {
  readonly text?: string;
  readonly template?: string;
  readonly marked?: boolean;
}

interface Elements {
  readonly elements: readonly Element[];
  readonly complete: boolean;
  readonly origins: readonly Origin[];
}

function elementsOf(plan: PlanView, resource: ResourceView, argument: "command" | "env"): Elements {
  const expression = resource.configuration?.[argument];
  const constant = isExpression(expression) ? expression.constant : undefined;
  const written = Array.isArray(constant) && constant.every((each) => typeof each === "string") ? constant : undefined;
  const read = argumentOf(plan, resource, argument);
  const origins = isExpression(expression) ? originsOf(plan, resource.module, expression.references) : [];
  if (read.state === "unset") return { elements: [], complete: true, origins };
  if (read.state === "unknown" || !Array.isArray(resource.after?.[argument])) {
    const elements = (written ?? []).map((template) => ({ template }));
    return { elements, complete: written !== undefined, origins };
  }
  return { ...knownElements(resource, argument, written), origins };
}

/** Each element has a mark of its own in `command`; a set such as `env` is marked as a whole. */
function knownElements(
  resource: ResourceView,
  argument: "command" | "env",
  written: readonly string[] | undefined,
): Omit<Elements, "origins"> {
  const values = resource.after?.[argument] as readonly unknown[];
  const unknown = at(resource.unknown, argument);
  const sensitive = at(resource.afterSensitive, argument);
  const elements = values.map((value, index): Element => {
    const template = argument === "env" ? templateNamed(written, value) : written?.[index];
    const marked = at(sensitive, index) === true;
    return typeof value === "string" ? { text: value, template, marked } : { template, marked };
  });
  const hidden = values.some((_, index) => at(unknown, index) === true) && written === undefined;
  return { elements, complete: !hidden };
}

/** A set has no order: the template that assigns the same name. */
function templateNamed(written: readonly string[] | undefined, value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const name = value.slice(0, value.indexOf("=") + 1);
  return name === "" ? undefined : written?.find((template) => template.startsWith(name));
}

interface Assignment extends Element {
  readonly name: string;
}

/** `Name=value`, `--Name=value`, `/Name=value`, and `--Name value` as two words. */
function settingsOfWords(words: readonly Element[]): readonly Assignment[] {
  const found: Assignment[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? {};
    const split = splitAssignment(word);
    if (split !== undefined) {
      found.push({ ...split, name: split.name.replace(/^(?:--?|\/)/, "") });
      continue;
    }
    const [, name] = /^(?:--|\/)([\w:.-]+)$/.exec(word.text ?? word.template ?? "") ?? [];
    const value = words[index + 1];
    if (name === undefined || value === undefined) continue;
    found.push({ ...value, name });
    index += 1;
  }
  return found;
}

/** Splits at the first `=` of the text; of a template at the first one outside of its expressions. */
function splitAssignment({ text, template, marked }: Element): Assignment | undefined {
  const written = template === undefined ? undefined : splitTemplate(template);
  if (text !== undefined) {
    const sign = text.indexOf("=");
    if (sign < 1) return undefined;
    return { name: text.slice(0, sign), text: text.slice(sign + 1), template: written?.value, marked };
  }
  return written === undefined ? undefined : { name: written.name, template: written.value, marked };
}

function splitTemplate(template: string): { readonly name: string; readonly value: string } | undefined {
  const [first] = parseTemplate(template);
  const sign = first?.kind === "text" ? first.text.indexOf("=") : -1;
  if (sign < 1) return undefined;
  const name = template.slice(0, template.indexOf("="));
  return { name, value: template.slice(name.length + 1) };
}

function settingFrom(
  plan: PlanView,
  { module }: ResourceView,
  { name, text, template, marked }: Assignment,
  via: Setting["via"],
): Setting {
  const written: Reading<string> =
    template === undefined ? { state: "unknown", origins: [] } : templateReading(plan, module, template);
  const value: Reading<string> =
    text === undefined ? written : { state: "known", value: text, sensitive: marked ?? false };
  const origins = written.state === "unknown" ? written.origins : [];
  return { name, via, value, origins, ...(marked === undefined ? {} : { marked }) };
}
