import type { Expression, Expressions, ModuleView, ProviderView } from "../plan-view";
import { damaged } from "../refusal";
import { entriesOf, flagOfField, listOf, member, optional, recordOf, textOfField, textsOf, type Field } from "./fields";

/** What is written, next to what is planned. */
export interface Configuration {
  readonly modules: ReadonlyMap<string, ModuleView>;
  readonly providers: readonly ProviderView[];
  /** By address with modules but without instance keys. */
  readonly resources: ReadonlyMap<string, ConfiguredResource>;
}

export interface ConfiguredResource {
  readonly expressions: Expressions;
  readonly providerKey?: string;
}

export function readConfiguration(field: Field): Configuration {
  const modules = new Map<string, ModuleView>();
  const resources = new Map<string, ConfiguredResource>();
  readModule(member(field, "root_module"), "", { modules, resources });
  return { modules, resources, providers: entriesOf(member(field, "provider_config")).map(readProvider) };
}

interface Found {
  readonly modules: Map<string, ModuleView>;
  readonly resources: Map<string, ConfiguredResource>;
}

function readModule(field: Field, address: string, found: Found): void {
  const calls = entriesOf(member(field, "module_calls"));
  found.modules.set(address, {
    calls: new Map(calls.map(([name, call]) => [name, readExpressions(member(call, "expressions"))])),
    outputs: new Map(
      entriesOf(member(field, "outputs")).map(([name, output]) => [name, readExpression(member(output, "expression"))]),
    ),
    variables: new Map(
      entriesOf(member(field, "variables")).map(([name, variable]) => [
        name,
        { sensitive: optional(member(variable, "sensitive"), flagOfField) ?? false },
      ]),
    ),
  });
  for (const resource of listOf(member(field, "resources"))) {
    const own = textOfField(member(resource, "address"));
    found.resources.set(address === "" ? own : `${address}.${own}`, {
      expressions: readExpressions(member(resource, "expressions")),
      providerKey: optional(member(resource, "provider_config_key"), textOfField),
    });
  }
  for (const [name, call] of calls) {
    const module = member(call, "module");
    if (module.value === undefined) throw damaged(call.path, "has no module");
    readModule(module, address === "" ? `module.${name}` : `${address}.module.${name}`, found);
  }
}

function readProvider([key, field]: readonly [string, Field]): ProviderView {
  const alias = optional(member(field, "alias"), textOfField);
  const versionConstraint = optional(member(field, "version_constraint"), textOfField);
  return {
    key,
    name: textOfField(member(field, "name")),
    module: optional(member(field, "module_address"), textOfField) ?? "",
    expressions: readExpressions(member(field, "expressions")),
    ...(alias === undefined ? {} : { alias }),
    ...(versionConstraint === undefined ? {} : { versionConstraint }),
  };
}

/** Arguments of a block; a list stands for nested blocks, one object for a nested block of its own kind. */
export function readExpressions(field: Field): Expressions {
  return Object.fromEntries(
    entriesOf(field).map(([name, value]) => {
      if (Array.isArray(value.value)) return [name, listOf(value).map(readExpressions)];
      return [name, isNestedBlock(value) ? [readExpressions(value)] : readExpression(value)];
    }),
  );
}

/** `timeouts` and the like: an object whose members are expressions. */
function isNestedBlock(field: Field): boolean {
  const keys = Object.keys(recordOf(field));
  return keys.length > 0 && !keys.some((key) => key === "constant_value" || key === "references");
}

function readExpression(field: Field): Expression {
  if (field.value === undefined) return { references: [] };
  const { value: constant } = member(field, "constant_value");
  const references = textsOf(member(field, "references"));
  return constant === undefined ? { references } : { constant, references };
}
