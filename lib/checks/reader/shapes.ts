import type { ResourceView, Values } from "../plan-view";
import { damaged } from "../refusal";

type Shape = "text" | "number" | "flag" | "texts" | "map" | "blocks";

/**
 * Arguments that rules read, with their types: the same in every version of the providers that has the argument.
 * Source: schemas of kreuzwerker/docker 3.6.2 and hashicorp/azurerm 4.55.0.
 */
const shapes: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  docker_container: {
    command: "texts",
    cpu_period: "number",
    cpu_quota: "number",
    cpu_set: "text",
    cpus: "text",
    entrypoint: "texts",
    env: "texts",
    image: "text",
    labels: "blocks",
    log_driver: "text",
    log_opts: "map",
    memory: "number",
    memory_swap: "number",
    mounts: "blocks",
    must_run: "flag",
    name: "text",
    network_mode: "text",
    networks_advanced: "blocks",
    ports: "blocks",
    privileged: "flag",
    publish_all_ports: "flag",
    restart: "text",
    user: "text",
    volumes: "blocks",
  },
  docker_image: { keep_locally: "flag", name: "text", pull_triggers: "texts" },
  docker_volume: { name: "text" },
  azurerm_cognitive_account: {
    custom_subdomain_name: "text",
    endpoint: "text",
    kind: "text",
    local_auth_enabled: "flag",
    name: "text",
    network_acls: "blocks",
    primary_access_key: "text",
    public_network_access_enabled: "flag",
    secondary_access_key: "text",
    sku_name: "text",
  },
};

/** Arguments of the types above that not every version of a provider has. */
const YOUNG: ReadonlySet<string> = new Set(["cpu_period", "cpu_quota"]);

const fits: Readonly<Record<Shape, (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  flag: (value) => typeof value === "boolean",
  // Unknown elements are null.
  texts: (value) => Array.isArray(value) && value.every((each) => each === null || typeof each === "string"),
  map: isObject,
  blocks: (value) => Array.isArray(value) && value.every(isObject),
};

/** @throws PlanRefused for an argument of a wrong type, and for one that is neither known nor unknown, or both */
export function judgeShape({ type, mode, before, after, unknown }: ResourceView, path: string): void {
  const shape = mode === "managed" ? shapes[type] : undefined;
  if (shape === undefined) return;
  for (const [argument, kind] of Object.entries(shape)) {
    if (before !== undefined) judgeType(before[argument], kind, `${path}.before.${argument}`);
    if (after === undefined) continue;
    judgeType(after[argument], kind, `${path}.after.${argument}`);
    const isUnknown = isObject(unknown) && unknown[argument] === true;
    const isPresent = Object.hasOwn(after, argument);
    if (isPresent && isUnknown) throw damaged(`${path}.after.${argument}`, "is known and unknown");
    if (!isPresent && !isUnknown && unknown !== true && !YOUNG.has(argument))
      throw damaged(`${path}.after.${argument}`, "is neither known nor unknown");
  }
}

function judgeType(value: unknown, kind: Shape, path: string): void {
  if (value !== undefined && value !== null && !fits[kind](value)) throw damaged(path, `is not of type ${kind}`);
}

function isObject(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
