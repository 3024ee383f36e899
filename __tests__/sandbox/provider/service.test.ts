import { volume } from "../../../lib/sandbox/provider/docker/volume";
import { type DockerClient } from "../../../lib/sandbox/provider/docker/client";
import { providerHandlers } from "../../../lib/sandbox/provider/service";
import schemas from "../../../lib/sandbox/provider/schemas.json";
import { decodeValue, encodeValue, type Value } from "../../../lib/sandbox/provider/value";
import type { DynamicValue, JsonSchema, Request, Response } from "../../../lib/sandbox/provider/wire";
import type { Store } from "../../../lib/sandbox/store";
import { enginesOn, temporaryStore } from "../sandbox-world";

const type = "docker_volume";
const dynamic = (value: Value): DynamicValue => ({ msgpack: encodeValue(value) });
const planned = { name: "models", labels: [], driver: null, driver_opts: null, mountpoint: null, id: null };

let store: Store;
let remove: () => void;
let call: (name: string, request: Omit<Request, "type_name">) => Promise<Response>;
let client: DockerClient;

beforeEach(() => {
  ({ store, remove } = temporaryStore());
  client = { engine: enginesOn(store).declare(""), logins: new Map(), startedAt: 0 };
  const definition = {
    schemas: {
      provider: schemas.docker.provider as unknown as JsonSchema,
      resources: { [type]: schemas.docker.resources[type] as unknown as JsonSchema },
      data: {},
    },
    resources: { [type]: volume },
    data: {},
    behaviours: {},
    configure: () => client,
  };
  const handlers = providerHandlers(definition, store, { client });
  call = async (name, request) => (await handlers[name]?.({ ...request, type_name: type })) ?? {};
});

afterEach(() => remove());

const read = async (id: string) => call("ReadResource", { current_state: dynamic({ ...planned, id }) });
const create = async () => call("ApplyResourceChange", { prior_state: dynamic(null), planned_state: dynamic(planned) });
const summaries = (response: Response) =>
  (response["diagnostics"] as { summary: string }[] | undefined)?.map(({ summary }) => summary);

test("an id that this sandbox never gave is an error, never gone", async () => {
  const response = await read("of-a-real-deployment");
  expect(summaries(response)).toEqual([
    expect.stringContaining('docker_volume "of-a-real-deployment" was not made in this sandbox'),
  ]);
  expect(response).not.toHaveProperty("new_state");
});

test("nor is it changed or removed", async () => {
  const prior_state = dynamic({ ...planned, id: "of-a-real-deployment" });
  const removed = await call("ApplyResourceChange", { prior_state, planned_state: dynamic(null) });
  expect(summaries(removed)).toEqual([expect.stringContaining("was not made in this sandbox")]);
});

test("an id that it gave and that vanished is gone", async () => {
  const made = decodeValue((await create())["new_state"] as DynamicValue);
  expect(made).toMatchObject({ id: "models", driver: "local" });
  await client.engine.removeVolume("models");
  const response = await read("models");
  expect(summaries(response)).toBeUndefined();
  expect(decodeValue(response["new_state"] as DynamicValue)).toBeNull();
});

test("a state of an older schema is brought into shape", async () => {
  const raw_state = { json: Buffer.from(JSON.stringify({ id: "models", name: "models", strange: 1 })) };
  const { upgraded_state } = await call("UpgradeResourceState", { raw_state });
  expect(decodeValue(upgraded_state as DynamicValue)).toEqual({ ...planned, id: "models" });
});

test("a failure of the engine is told, and nothing is in the state", async () => {
  const response = await call("ApplyResourceChange", {
    prior_state: dynamic(null),
    planned_state: dynamic({ ...planned, driver: "nope" }),
  });
  expect(summaries(response)).toEqual([
    expect.stringContaining(
      "Unable to create volume: Error response from daemon: create models: error looking up volume plugin nope",
    ),
  ]);
  expect(decodeValue(response["new_state"] as DynamicValue)).toBeNull();
});
