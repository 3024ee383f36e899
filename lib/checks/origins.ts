import type { Expression, Origin, PlanView, ResourceView } from "./plan-view";

/** No configuration nests deeper; a damaged one may go round in circles. */
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
  const found = new Map<string, Origin>();
  for (const origin of follow(plan, module, references, 0)) found.set(JSON.stringify(origin), origin);
  return [...found.values()];
}

function follow(plan: PlanView, module: string, references: readonly string[], depth: number): readonly Origin[] {
  if (depth > DEEPEST) return references.map((text) => ({ kind: "opaque", text }));
  return longest(references).flatMap((text) => followOne(plan, module, text, depth));
}

/** Terraform lists `a.b.c` and `a.b` for one use of `a.b.c`. */
function longest(references: readonly string[]): readonly string[] {
  return references.filter(
    (text) => !references.some((other) => other !== text && [".", "["].some((sign) => other.startsWith(text + sign))),
  );
}

function followOne(plan: PlanView, module: string, text: string, depth: number): readonly Origin[] {
  if (OPAQUE.test(text)) return [{ kind: "opaque", text }];
  const [, variable] = VARIABLE.exec(text) ?? [];
  if (variable !== undefined) return followVariable(plan, module, variable, depth);
  const [, call, output] = CALL.exec(text) ?? [];
  if (call !== undefined) {
    const child = below(module, `module.${call}`);
    const expression = output === undefined ? undefined : plan.modules.get(child)?.outputs.get(output);
    return expression === undefined
      ? [{ kind: "opaque", text }]
      : follow(plan, child, expression.references, depth + 1);
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

function followVariable(plan: PlanView, module: string, name: string, depth: number): readonly Origin[] {
  const sensitive = plan.modules.get(module)?.variables.get(name)?.sensitive ?? false;
  if (module === "") return [{ kind: "variable", name, sensitive }];
  const { parent, call } = splitModule(module);
  const given = plan.modules.get(parent)?.calls.get(call)?.[name];
  if (given === undefined || !isExpression(given)) return [];
  return follow(plan, parent, given.references, depth + 1);
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
