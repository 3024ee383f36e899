import type { Expression, Origin, PlanView, ResourceView } from "./plan-view";
import { remembered } from "../domain/remembered";

/** No configuration nests deeper. */
const DEEPEST = 32;

const RESOURCE = /^((?:data\.)?[\w-]+\.[\w-]+)(?:\[("(?:[^"\\]|\\.)*"|\d+)\])?(?:\.([\w-]+))?/;
const CALL = /^module\.([\w-]+)(?:\[[^\]]*\])?(?:\.([\w-]+))?/;
const VARIABLE = /^var\.([\w-]+)/;
const OPAQUE = /^(?:local|each|count|path|terraform|self)(?:\.|$)/;

/** The address of a resource without instance keys, as an {@link Origin} names it. */
export function staticAddress({ module, mode, type, name }: ResourceView): string {
  return below(module, `${mode === "data" ? "data." : ""}${type}.${name}`);
}

/** Where the values of an expression come from: through variables of modules, their outputs, up to resources. */
export function originsOf(plan: PlanView, module: string, references: readonly string[]): readonly Origin[] {
  if (references.length === 0) return NONE;
  const known = knownOrigins(plan);
  const key = [module, ...references].join("\n");
  const origins = known.get(key) ?? distinct(follow({ plan, met: new Map() }, module, references, 0));
  known.set(key, origins);
  return origins;
}

const NONE: readonly Origin[] = [];

/** Thousands of containers are wired alike; by module and references. */
const knownOrigins = remembered<PlanView, Map<string, readonly Origin[]>>(() => new Map());

function distinct(origins: readonly Origin[]): readonly Origin[] {
  return [...new Map(origins.map((origin) => [JSON.stringify(origin), origin])).values()];
}

interface Search {
  readonly plan: PlanView;
  /** Expressions that were met, by whether all behind them is found: going there again finds nothing new. */
  readonly met: Map<Expression, "open" | "done">;
}

function follow(search: Search, module: string, references: readonly string[], depth: number): readonly Origin[] {
  if (depth > DEEPEST) return references.map((text) => ({ kind: "opaque", text }));
  return longest(references).flatMap((text) => followOne(search, module, text, depth));
}

/** Terraform lists `a.b.c` and `a.b` for one use of `a.b.c`. */
function longest(references: readonly string[]): readonly string[] {
  if (references.length < 2) return references;
  const starts = new Set(references.flatMap(startsOf));
  return references.filter((text) => !starts.has(text));
}

/** What stands before each sign that leads on: of `a.b[0].c` these are `a`, `a.b` and `a.b[0]`. */
function startsOf(text: string): readonly string[] {
  return [...text.matchAll(/[.[]/g)].map(({ index }) => text.slice(0, index));
}

function followOne(search: Search, module: string, text: string, depth: number): readonly Origin[] {
  if (OPAQUE.test(text)) return [{ kind: "opaque", text }];
  const [, variable] = VARIABLE.exec(text) ?? [];
  if (variable !== undefined) return followVariable(search, module, variable, depth);
  const [, call, output] = CALL.exec(text) ?? [];
  if (call !== undefined) {
    const child = below(module, `module.${call}`);
    const expression = output === undefined ? undefined : search.plan.modules.get(child)?.outputs.get(output);
    return expression === undefined ? [{ kind: "opaque", text }] : followOnce(search, child, expression, depth);
  }
  const [, address, key, attribute] = RESOURCE.exec(text) ?? [];
  if (address === undefined) return [{ kind: "opaque", text }];
  return [
    {
      kind: "resource",
      address: below(module, address),
      ...(attribute === undefined ? {} : { attribute }),
      ...(key === undefined ? {} : { key }),
    },
  ];
}
function followVariable(search: Search, module: string, name: string, depth: number): readonly Origin[] {
  const { plan } = search;
  const sensitive = plan.modules.get(module)?.variables.get(name)?.sensitive ?? false;
  if (module === "") return [{ kind: "variable", name, sensitive }];
  const { parent, call } = splitModule(module);
  const given = plan.modules.get(parent)?.calls.get(call)?.[name];
  if (given === undefined || !isExpression(given)) return [];
  return followOnce(search, parent, given, depth);
}

/** A damaged configuration may go round in circles. */
function followOnce(search: Search, module: string, expression: Expression, depth: number): readonly Origin[] {
  const state = search.met.get(expression);
  if (state === "open") return expression.references.map((text) => ({ kind: "opaque", text }));
  if (state === "done") return [];
  search.met.set(expression, "open");
  const found = follow(search, module, expression.references, depth + 1);
  search.met.set(expression, "done");
  return found;
}

function splitModule(module: string): { readonly parent: string; readonly call: string } {
  const parts = module.split(".");
  return { parent: parts.slice(0, -2).join("."), call: parts.at(-1) ?? "" };
}

function below(module: string, address: string): string {
  return module === "" ? address : `${module}.${address}`;
}

/** An expression, and not nested blocks. */
export function isExpression(value: unknown): value is Expression {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
