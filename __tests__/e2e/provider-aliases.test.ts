import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCloud } from "../../lib/sandbox/azure";
import { type Engines, openEngines, smallProgram } from "../../lib/sandbox/engine";
import { type ServedProviders, serveProviders } from "../../lib/sandbox/provider";
import { openStore } from "../../lib/sandbox/store";
import { terraformIn } from "./provider-cases/terraform";

const REMOTE = "ssh://operator@transcription.example";

let folder: string;
let engines: Engines;
let providers: ServedProviders;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "alias-"));
  const store = openStore(join(folder, "store"));
  engines = openEngines({ store, runtime: smallProgram(), registries: { isPublished: () => false } });
  providers = await serveProviders({ store, cloud: openCloud(store), engines, socketFolder: folder });
  for (const engine of [engines.declare(""), engines.declare(REMOTE)]) engine.tagImage("sim:1", "one");
});

afterEach(async () => {
  await providers.close();
  await engines.close();
  rmSync(folder, { recursive: true });
});

const container = (provider?: string) => ({
  name: "captions",
  image: "sim:1",
  command: ["Eula=accept"],
  ports: [{ internal: 5000, external: 5000, ip: "127.0.0.1" }],
  ...(provider !== undefined && { provider }),
});

test("provider aliases of one stack go to engines of their own, at the same time", async () => {
  const config = {
    terraform: { required_providers: { docker: { source: "kreuzwerker/docker" } } },
    provider: { docker: [{}, { alias: "remote", host: REMOTE }] },
    resource: { docker_container: { here: container(), there: container("docker.remote") } },
  };
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(config));
  const run = await terraformIn(folder, providers.reattach, ["apply", "-auto-approve", "-input=false", "-no-color"]);
  expect(run.output).toContain("2 added");
  const again = await terraformIn(folder, providers.reattach, [
    "plan",
    "-detailed-exitcode",
    "-input=false",
    "-no-color",
  ]);
  expect(again.exitCode).toBe(0);
  expect(engines.all().map((engine) => engine.containers().map(({ name, status }) => [name, status]))).toEqual([
    [["captions", "running"]],
    [["captions", "running"]],
  ]);
});
