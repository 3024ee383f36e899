/** Plans as `terraform show -json` prints them, for tests: only what a test says differs from a good deployment. */

export type Json = Record<string, unknown>;

export interface ResourceChange {
  /** Such as `docker_container.captions` or `module.site[0].docker_container.captions["a"]`. */
  readonly address: string;
  readonly actions?: readonly string[];
  readonly before?: Json | null;
  /** Arguments known after the plan. */
  readonly after?: Json | null;
  readonly unknown?: Json;
  readonly sensitive?: Json;
  /** As in `configuration`: `{ constant_value }`, `{ references }`, lists of blocks. Default: `after` as constants. */
  readonly written?: Json;
  readonly more?: Json;
}

/** Arguments of the docker provider's container as it plans them when nothing is written. */
const bareContainer: Json = {
  cpu_period: null,
  cpu_quota: null,
  cpu_set: null,
  cpus: null,
  labels: [],
  log_opts: null,
  memory: null,
  memory_swap: null,
  mounts: [],
  must_run: true,
  network_mode: "bridge",
  networks_advanced: [],
  ports: [],
  privileged: null,
  publish_all_ports: null,
  restart: "no",
  user: null,
  volumes: [],
};
const computedByDocker: Json = { command: true, entrypoint: true, env: true, id: true, image: true, log_driver: true };

const IMAGE = "mcr.microsoft.com/azure-cognitive-services/speechservices/speech-to-text:4.12.0-amd64-en-us";

/** `null` as an argument's value: not written. */
export function container(name: string, after: Json = {}, more: Partial<ResourceChange> = {}): ResourceChange {
  const all = { ...bareContainer, name, image: IMAGE, ...after };
  const unknown = Object.fromEntries(Object.keys(computedByDocker).flatMap((key) => (key in all ? [] : [[key, true]])));
  return { address: `docker_container.${name}`, after: all, unknown, ...more };
}

/** A whole plan; `parts` go over its top level. */
export function planOf(changes: readonly ResourceChange[], parts: Json = {}): Json {
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: modulesOf(changes) },
    resource_changes: changes.map(changeOf),
    configuration: { root_module: { resources: changes.flatMap(writtenOf) } },
    applyable: true,
    complete: true,
    errored: false,
    ...parts,
  };
}

const ADDRESS = /^(?:(module\..*)\.)?((?:data\.)?[\w-]+)\.([\w-]+)(?:\[(.*)\])?$/;

function partsOf(address: string) {
  const [, module, type = "", name = "", key] = ADDRESS.exec(address) ?? [];
  return { module, type: type.replace("data.", ""), name, key, mode: type.startsWith("data.") ? "data" : "managed" };
}

function changeOf({
  address,
  actions,
  before = null,
  after = null,
  unknown = {},
  sensitive = {},
  more,
}: ResourceChange) {
  const { module, type, name, key, mode } = partsOf(address);
  return {
    address,
    ...(module === undefined ? {} : { module_address: module }),
    mode,
    type,
    name,
    ...(key === undefined ? {} : { index: JSON.parse(key) as unknown }),
    provider_name: `registry.terraform.io/${type.startsWith("azurerm") ? "hashicorp/azurerm" : "kreuzwerker/docker"}`,
    ...more,
    change: {
      actions: actions ?? (after === null ? ["delete"] : before === null ? ["create"] : ["update"]),
      before,
      after,
      after_unknown: unknown,
      before_sensitive: before === null ? false : {},
      after_sensitive: after === null ? false : sensitive,
      ...(more?.change as Json | undefined),
    },
  };
}

function modulesOf(changes: readonly ResourceChange[]): Json {
  const planned = changes.filter(({ after = null, address }) => after !== null && !address.includes("data."));
  const of = (module: string | undefined) =>
    planned
      .filter(({ address }) => partsOf(address).module === module)
      .map(({ address, after, sensitive = {} }) => {
        const { mode, type, name } = partsOf(address);
        return { address, mode, type, name, values: after, sensitive_values: sensitive };
      });
  const modules = new Set(planned.map(({ address }) => partsOf(address).module));
  modules.delete(undefined);
  return {
    resources: of(undefined),
    child_modules: [...modules].map((address) => ({ address, resources: of(address) })),
  };
}

function writtenOf({ address, after = null, written }: ResourceChange) {
  const { module, type, name, mode } = partsOf(address);
  if (module !== undefined || after === null) return [];
  const constants = Object.entries(after)
    .filter(([, value]) => value !== null && !Array.isArray(value))
    .map(([key, value]) => [key, { constant_value: value }]);
  const expressions = { ...(Object.fromEntries(constants) as Json), ...written };
  return [{ address: `${mode === "data" ? "data." : ""}${type}.${name}`, mode, type, name, expressions }];
}
