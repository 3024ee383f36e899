import { isExpression, originsOf } from "./origins";
import type { Expression, Expressions, Origin, PlanView, Reading, ResourceView, Values } from "./plan-view";
import { literalText, referencesInTemplate } from "./template";

/**
 * Nested blocks. They are never computed: one that reads unknown comes from a `dynamic` block, which a plan's
 * configuration does not show. A computed argument that reads unknown without being configured is unset.
 */
export const BLOCKS: ReadonlySet<string> = new Set([
  "capabilities",
  "devices",
  "host",
  "identity",
  "mounts",
  "network_acls",
  "networks_advanced",
  "ports",
  "ulimit",
  "upload",
  "volumes",
]);

/** An argument of a resource as it will be after the plan is applied. */
export function argumentOf(plan: PlanView, resource: ResourceView, name: string): Reading<unknown> {
  const expression = resource.configuration?.[name];
  const isConfigured = expression !== undefined || resource.configuration === undefined || BLOCKS.has(name);
  const { after, unknown, afterSensitive } = resource;
  return reading(plan, resource.module, {
    value: after?.[name],
    unknown: isConfigured ? at(unknown, name) : false,
    sensitive: at(afterSensitive, name),
    expression,
  });
}

/** As {@link argumentOf}, of one type only; a value of another type is none that this argument takes. */
export function textOf(plan: PlanView, resource: ResourceView, name: string): Reading<string> {
  return only(argumentOf(plan, resource, name), isText);
}

export function numberOf(plan: PlanView, resource: ResourceView, name: string): Reading<number> {
  return only(argumentOf(plan, resource, name), isNumber);
}

export function flagOf(plan: PlanView, resource: ResourceView, name: string): Reading<boolean> {
  return only(argumentOf(plan, resource, name), isFlag);
}

/** Where an argument's value comes from as it is written, whether the value is known or not. */
export function writtenOrigins(plan: PlanView, resource: ResourceView, name: string): readonly Origin[] {
  const expression = resource.configuration?.[name];
  return isExpression(expression) ? originsOf(plan, resource.module, expression.references) : [];
}

/** The value if it is known; undefined if it is unset or not known yet. */
export function knownValue<Value>(read: Reading<Value>): Value | undefined {
  return read.state === "known" ? read.value : undefined;
}

/** A nested block: reads its arguments. */
export type BlockView = (argument: string) => Reading<unknown>;

/** The nested blocks of a name. Empty where none is written; unknown where not even their number is known. */
export function blocksOf(plan: PlanView, resource: ResourceView, name: string): Reading<readonly BlockView[]> {
  const whole = argumentOf(plan, resource, name);
  if (whole.state === "unknown") return whole;
  const values = whole.state === "known" && Array.isArray(whole.value) ? (whole.value as readonly unknown[]) : [];
  const unknown = at(resource.unknown, name);
  const sensitive = at(resource.afterSensitive, name);
  const written = resource.configuration?.[name];
  const configured: readonly Expressions[] = Array.isArray(written) ? (written as readonly Expressions[]) : [];
  const blocks = values.map((value, index): BlockView => {
    const own = configured.length === values.length ? configured[index] : undefined;
    return (argument) =>
      reading(plan, resource.module, {
        value: at(value, argument),
        unknown: at(at(unknown, index), argument),
        sensitive: at(at(sensitive, index), argument),
        expression: own?.[argument],
      });
  });
  return { state: "known", value: blocks, sensitive: sensitive === true };
}

export function only<Value>(read: Reading<unknown>, is: (value: unknown) => value is Value): Reading<Value> {
  if (read.state !== "known") return read;
  const { value, sensitive } = read;
  return is(value) ? { state: "known", value, sensitive } : { state: "unset" };
}

export const isText = (value: unknown): value is string => typeof value === "string";
export const isNumber = (value: unknown): value is number => typeof value === "number";
export const isFlag = (value: unknown): value is boolean => typeof value === "boolean";

interface Raw {
  readonly value: unknown;
  readonly unknown: unknown;
  readonly sensitive: unknown;
  readonly expression?: Expressions[string];
}

function reading(plan: PlanView, module: string, { value, unknown, sensitive, expression }: Raw): Reading<unknown> {
  if (unknown === true) return unknownReading(plan, module, expression);
  if (value === undefined || value === null) return { state: "unset" };
  return { state: "known", value, sensitive: sensitive === true };
}

/** JSON configurations show what is written even where the provider says that it is unknown. */
function unknownReading(plan: PlanView, module: string, expression: Expressions[string] | undefined): Reading<unknown> {
  if (!isExpression(expression)) return { state: "unknown", origins: [] };
  const literal = literalOf(expression);
  if (literal !== undefined) return { state: "known", value: literal, sensitive: false };
  return { state: "unknown", origins: originsOf(plan, module, expression.references) };
}

function literalOf({ constant, references }: Expression): unknown {
  if (typeof constant === "string") return literalText(constant);
  return references.length === 0 ? (constant ?? undefined) : undefined;
}

/** What a template says: its text, or where its values come from. */
export function templateReading(plan: PlanView, module: string, template: string): Reading<string> {
  const text = literalText(template);
  if (text !== undefined) return { state: "known", value: text, sensitive: false };
  return { state: "unknown", origins: originsOf(plan, module, referencesInTemplate(template)) };
}

/** A part of a value or of a mask; a mask that is a flag holds for all below it. */
export function at(whole: unknown, key: string | number): unknown {
  if (typeof whole === "boolean") return whole;
  if (typeof whole !== "object" || whole === null) return undefined;
  return Object.hasOwn(whole, key) ? (whole as Values)[key] : undefined;
}
