import { compareAddresses } from "../addresses";
import type { Expressions, ModuleView, PlanView, ProviderView, ResourceView, Values } from "../plan-view";
import { BLOCKS } from "../reading";
import { literalText, referencesInTemplate } from "../template";
import { given } from "./resource";
import { isRecord, notesOf, readStackNotes, recordsIn, withNotes } from "./stack";

/** Arguments of Terraform itself. */
const META = new Set(["//", "connection", "count", "depends_on", "for_each", "lifecycle", "provider", "provisioner"]);

/**
 * A synthesized stack as a plan that creates everything: what is written is known, what refers to something is not,
 * and what a provider would compute does not show.
 *
 * @throws PlanRefused SPC906 for what is no synthesized stack
 */
export function readSynth(document: unknown): PlanView {
  const notes = readStackNotes(document);
  const stack = document as Values;
  const resources = [...resourcesOf(stack.resource, "managed"), ...resourcesOf(stack.data, "data")];
  return withNotes(
    {
      origin: "synth",
      // Modules are fetched by init: nobody can see from here what is in them.
      complete: recordsIn(stack.module).length === 0,
      unread: recordsIn(stack.module).map(([name, call]) => {
        const { constructPath, place } = notesOf(call);
        return { address: `module.${name}`, ...given("constructPath", constructPath), ...given("place", place) };
      }),
      resources: resources.sort((left, right) => compareAddresses(left.address, right.address)),
      drift: [],
      outputs: recordsIn(stack.output).map(([name, output]) => ({
        name,
        action: "create",
        ...planned(output.value),
        sensitive: output.sensitive === true,
        references: templatesIn(output.value).flatMap(referencesInTemplate),
      })),
      checks: [],
      variables: recordsIn(stack.variable).map(([name, variable]) => ({
        name,
        value: variable.default,
        sensitive: variable.sensitive === true,
      })),
      providers: providersOf(stack),
      modules: new Map([["", rootModule(stack)]]),
    },
    notes,
  );
}

function resourcesOf(blocks: unknown, mode: ResourceView["mode"]): ResourceView[] {
  return recordsIn(blocks).flatMap(([type, named]) =>
    recordsIn(named).map(([name, block]): ResourceView => {
      const written = argumentsOf(block);
      const { after, unknown } = planned(written);
      return {
        address: `${mode === "data" ? "data." : ""}${type}.${name}`,
        module: "",
        mode,
        type,
        name,
        action: mode === "data" ? "read" : "create",
        after: after as Values,
        // What Azure says of an account that is only read, nobody has asked yet.
        unknown: mode === "data" ? true : isRecord(unknown) ? unknown : {},
        beforeSensitive: false,
        afterSensitive: {},
        ...(mode === "data" ? {} : { configuration: expressionsOf(written) }),
        providerKey: typeof block.provider === "string" ? block.provider : type.split("_", 1)[0],
        replacePaths: [],
        facts: {},
      };
    }),
  );
}

/** One nested block can be written without a list around it. */
function argumentsOf(block: Values): Values {
  return Object.fromEntries(
    Object.entries(block)
      .filter(([name]) => !META.has(name))
      .map(([name, value]) => [name, BLOCKS.has(name) && isRecord(value) ? [value] : value]),
  );
}

/**
 * A value as a plan has it: what holds an expression is unknown. Lists of words become unknown as a whole, as both
 * providers plan them.
 */
function planned(value: unknown): { readonly after?: unknown; readonly unknown: unknown } {
  if (typeof value === "string") {
    const text = literalText(value);
    return text === undefined ? { unknown: true } : { after: text, unknown: false };
  }
  if (Array.isArray(value)) {
    const elements = value.map(planned);
    if (value.some((each) => typeof each === "string") && elements.some(({ unknown }) => unknown === true))
      return { unknown: true };
    return { after: elements.map(({ after = null }) => after), unknown: elements.map(({ unknown }) => unknown) };
  }
  if (!isRecord(value)) return { after: value, unknown: false };
  const members = Object.entries(value).map(([name, each]) => [name, planned(each)] as const);
  return {
    after: Object.fromEntries(members.flatMap(([name, { after }]) => (after === undefined ? [] : [[name, after]]))),
    unknown: Object.fromEntries(members.map(([name, { unknown }]) => [name, unknown])),
  };
}

function expressionsOf(block: Values): Expressions {
  return Object.fromEntries(
    Object.entries(block).map(([name, value]): [string, Expressions[string]] => {
      const nested = Array.isArray(value) && value.length > 0 && value.every(isRecord);
      if (nested) return [name, value.map(expressionsOf)];
      return [name, { constant: value, references: templatesIn(value).flatMap(referencesInTemplate) }];
    }),
  );
}

/** All strings in a value. */
function templatesIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(templatesIn) : [];
}

function providersOf({ provider, terraform }: Values): readonly ProviderView[] {
  const required = isRecord(terraform) && isRecord(terraform.required_providers) ? terraform.required_providers : {};
  return recordsIn(provider).map(([name, block]) => {
    const declared = required[name];
    const { alias } = block;
    const version = isRecord(declared) ? declared.version : undefined;
    return {
      key: typeof alias === "string" ? `${name}.${alias}` : name,
      name,
      module: "",
      expressions: expressionsOf(argumentsOf(block)),
      ...(typeof alias === "string" ? { alias } : {}),
      ...(typeof version === "string" ? { versionConstraint: version } : {}),
    };
  });
}

function rootModule({ variable }: Values): ModuleView {
  return {
    calls: new Map(),
    outputs: new Map(),
    variables: new Map(recordsIn(variable).map(([name, block]) => [name, { sensitive: block.sensitive === true }])),
  };
}
