/** Answers the calls of Terraform for one provider: the generic half, which knows no resource type. */
import { planChange } from "./plan";
import { type DataType, editableData, type ResourceType } from "./resource";
import { type Behaviours, type Fields, fieldsOf, TIMEOUTS } from "./schema";
import { conform, settleNulls } from "./settle";
import { type Diagnostic, refuseNullElements, timeoutComplaint, validateConfig } from "./validate";
import { decodeValue, isObject, isWhollyKnown, objectOf, textOf, type Value, type ValueObject } from "./value";
import {
  type JsonSchema,
  type Request,
  type Response,
  toAttributePath,
  toDiagnostics,
  toDynamic,
  toSchema,
} from "./wire";

export interface ProviderDefinition<Client> {
  readonly schemas: {
    readonly provider: JsonSchema;
    readonly resources: Readonly<Record<string, JsonSchema>>;
    readonly data: Readonly<Record<string, JsonSchema>>;
  };
  readonly resources: Readonly<Record<string, ResourceType<Client>>>;
  readonly data: Readonly<Record<string, DataType<Client>>>;
  readonly behaviours: Behaviours;
  /** What cannot be said by behaviours. */
  readonly validateProvider?: (config: ValueObject) => readonly Diagnostic[];
  /** Throws when the real provider would refuse the configuration. */
  readonly configure: (config: ValueObject) => Client;
}

/** The ids that the sandbox gave out. */
export interface IssuedIds {
  issue(resourceType: string, id: string): void;
  wasIssued(resourceType: string, id: string): boolean;
}

/** The real provider's process dies of this; the call is never answered. */
export class PluginCrash extends Error {}

/** One of Terraform's provider processes: each connection configures its own. */
export interface Session<Client> {
  client?: Client;
}

export type Handler = (request: Request) => Promise<Response>;

const failure = (error: unknown): Diagnostic => ({
  severity: "ERROR",
  summary: error instanceof Error ? error.message : String(error),
});

const asObjectOrNull = (value: Value): ValueObject | null => (isObject(value) ? value : null);

/** Timeouts are kept as they were asked for. */
function withTimeouts(target: ValueObject, source: ValueObject, json: JsonSchema): ValueObject {
  if (!json.block.block_types?.[TIMEOUTS]) return target;
  const timeouts = source[TIMEOUTS] ?? null;
  return { ...target, [TIMEOUTS]: isWhollyKnown(timeouts) ? timeouts : null };
}

const notOurs = (type: string, id: string): Error =>
  new Error(
    `${type} "${id}" was not made in this sandbox: nothing was read or changed. The state belongs to a real deployment or to another sandbox; use it without the sandbox's environment`,
  );

export function providerHandlers<Client>(
  definition: ProviderDefinition<Client>,
  issued: IssuedIds,
  session: Session<Client>,
): Readonly<Record<string, Handler>> {
  const { schemas } = definition;

  function resource(name: string): { type: ResourceType<Client>; json: JsonSchema; fields: Fields } {
    const type = definition.resources[name];
    const json = schemas.resources[name];
    if (!type || !json) throw new Error(`unknown resource type: ${name}`);
    return { type, json, fields: fieldsOf(json.block, type.behaviours) };
  }

  function dataSource(name: string): { type: DataType<Client>; json: JsonSchema; fields: Fields } {
    const type = definition.data[name];
    const json = schemas.data[name];
    if (!type || !json) throw new Error(`unknown data source: ${name}`);
    return { type, json, fields: fieldsOf(json.block, type.behaviours) };
  }

  function client(): Client {
    if (session.client === undefined) throw new Error("the provider was not configured");
    return session.client;
  }

  function assertOurs(type: string, state: ValueObject): void {
    const id = textOf(state["id"]);
    if (!issued.wasIssued(type, id)) throw notOurs(type, id);
  }

  function remember(type: string, id: string): void {
    if (id !== "" && !issued.wasIssued(type, id)) issued.issue(type, id);
  }

  async function getSchema(): Promise<Response> {
    const all = (set: Readonly<Record<string, JsonSchema>>) =>
      Object.fromEntries(Object.entries(set).map(([name, json]) => [name, toSchema(json)]));
    return {
      provider: toSchema(schemas.provider),
      resource_schemas: all(schemas.resources),
      data_source_schemas: all(schemas.data),
    };
  }

  async function prepare(request: Request): Promise<Response> {
    const config = objectOf(decodeValue(request.config));
    const fields = fieldsOf(schemas.provider.block, definition.behaviours);
    const diagnostics = [
      ...refuseNullElements(config),
      ...validateConfig(fields, config),
      ...(definition.validateProvider?.(config) ?? []),
    ];
    return { prepared_config: request.config, diagnostics: toDiagnostics(diagnostics) };
  }

  async function configure(request: Request): Promise<Response> {
    session.client = definition.configure(objectOf(decodeValue(request.config)));
    return {};
  }

  const validating =
    (fieldsFor: (name: string) => { fields: Fields }): Handler =>
    async (request) => {
      const config = objectOf(decodeValue(request.config));
      return { diagnostics: toDiagnostics(validateConfig(fieldsFor(request.type_name).fields, config)) };
    };

  async function upgrade(request: Request): Promise<Response> {
    const { fields, json } = resource(request.type_name);
    const state = objectOf(JSON.parse(Buffer.from(request.raw_state?.json ?? []).toString("utf8")) as Value);
    const upgraded = { ...conform(fields, state), id: state["id"] ?? null };
    return { upgraded_state: toDynamic(withTimeouts(upgraded, state, json)) };
  }

  async function read(request: Request): Promise<Response> {
    const { type, json, fields } = resource(request.type_name);
    const prior = objectOf(decodeValue(request.current_state));
    assertOurs(request.type_name, prior);
    const editable = editableData(fields, prior);
    await type.read(editable.data, client());
    if (editable.data.id === "") return { new_state: toDynamic(null), private: request.private };
    remember(request.type_name, editable.data.id);
    const state = editable.state();
    const settled = { ...settleNulls(fields, state, prior, false), id: state["id"] ?? null };
    return { new_state: toDynamic(withTimeouts(settled, prior, json)), private: request.private };
  }

  async function plan(request: Request): Promise<Response> {
    const { type, json, fields } = resource(request.type_name);
    const prior = asObjectOrNull(decodeValue(request.prior_state));
    const proposed = asObjectOrNull(decodeValue(request.proposed_new_state));
    if (!proposed) return { planned_state: request.proposed_new_state, planned_private: request.prior_private };
    const refused = refuseNullElements(proposed);
    if (refused.length > 0) return { diagnostics: toDiagnostics(refused) };
    const { planned, requiresReplace } = planChange(fields, prior, proposed, type.customizePlan);
    const complaint = planned === prior ? undefined : timeoutComplaint(proposed);
    if (complaint !== undefined) throw new Error(complaint);
    return {
      planned_state: toDynamic(planned === prior ? prior : withTimeouts(planned, proposed, json)),
      requires_replace: requiresReplace.map(toAttributePath),
      planned_private: request.prior_private,
      legacy_type_system: true,
    };
  }

  async function remove(request: Request, prior: ValueObject): Promise<Response> {
    const { type, fields } = resource(request.type_name);
    assertOurs(request.type_name, prior);
    await type.delete(editableData(fields, prior).data, client());
    return { new_state: toDynamic(null) };
  }

  async function apply(request: Request): Promise<Response> {
    const { type, json, fields } = resource(request.type_name);
    const prior = asObjectOrNull(decodeValue(request.prior_state));
    const planned = asObjectOrNull(decodeValue(request.planned_state));
    if (!planned) return remove(request, prior ?? {});
    if (prior) assertOurs(request.type_name, prior);
    const editable = editableData(fields, prior, planned);
    const diagnostics: Diagnostic[] = [];
    try {
      if (!prior) await type.create(editable.data, client());
      else if (type.update) await type.update(editable.data, client());
      else throw new Error("doesn't support update");
    } catch (error) {
      if (error instanceof PluginCrash) throw error;
      diagnostics.push(failure(error));
    }
    const told = { diagnostics: toDiagnostics(diagnostics) };
    if (editable.data.id === "") return { ...told, new_state: toDynamic(null) };
    remember(request.type_name, editable.data.id);
    const state = editable.state();
    const settled = { ...settleNulls(fields, state, planned, true), id: state["id"] ?? null };
    return {
      ...told,
      new_state: toDynamic(withTimeouts(settled, planned, json)),
      private: request.planned_private,
      legacy_type_system: true,
    };
  }

  async function readData(request: Request): Promise<Response> {
    const { type, json, fields } = dataSource(request.type_name);
    const config = objectOf(decodeValue(request.config));
    const refused = refuseNullElements(config);
    if (refused.length > 0) return { diagnostics: toDiagnostics(refused) };
    const editable = editableData(fields, null, config);
    await type.read(editable.data, client());
    const state = editable.state();
    return { state: toDynamic(withTimeouts({ ...state, id: state["id"] || "-" }, config, json)) };
  }

  const calls: Readonly<Record<string, Handler>> = {
    GetSchema: getSchema,
    PrepareProviderConfig: prepare,
    Configure: configure,
    ValidateResourceTypeConfig: validating(resource),
    ValidateDataSourceConfig: validating(dataSource),
    UpgradeResourceState: upgrade,
    ReadResource: read,
    PlanResourceChange: plan,
    ApplyResourceChange: apply,
    ReadDataSource: readData,
    Stop: async () => ({}),
  };
  return Object.fromEntries(Object.entries(calls).map(([name, handler]) => [name, telling(handler)]));
}

/** What a handler throws is told to the user. */
const telling =
  (handler: Handler): Handler =>
  async (request) => {
    try {
      return await handler(request);
    } catch (error) {
      if (error instanceof PluginCrash) throw error;
      return { diagnostics: toDiagnostics([failure(error)]) };
    }
  };
