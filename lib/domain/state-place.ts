import type { DeploymentPlan } from "./plan";

type Backend = NonNullable<DeploymentPlan["backend"]>;

/** The setting of each backend type that says where the state is, as Terraform 1.11 and OpenTofu 1.9 document them. */
const placeSettings: ReadonlyMap<string, string> = new Map([
  ["azurerm", "key"],
  ["consul", "path"],
  ["cos", "key"],
  ["gcs", "prefix"],
  ["kubernetes", "secret_suffix"],
  ["oci", "key"],
  ["oss", "key"],
  ["pg", "schema_name"],
  ["s3", "key"],
]);

/**
 * The backend of one stack. With layout `sites` one backend block serves several stacks, and two stacks with one state
 * would destroy each other's resources. So each stack's id is put into the place: `speech.tfstate` becomes
 * `speech-contoso-speech-leeds.tfstate`.
 */
export function backendOfStack(plan: Pick<DeploymentPlan, "backend" | "layout">, stackId: string): Backend | undefined {
  const { backend, layout } = plan;
  if (backend === undefined || layout === "containers") {
    return backend;
  }
  return { type: backend.type, settings: { ...backend.settings, ...ownPlace(backend, stackId) } };
}

function ownPlace({ type, settings }: Backend, stackId: string): Readonly<Record<string, unknown>> {
  if (type === "remote") {
    return { workspaces: ownWorkspaces(settings["workspaces"], stackId) };
  }
  if (type === "http") {
    return ownAddresses(settings, stackId);
  }
  if (type === "local") {
    return ownFiles(settings, stackId);
  }
  const place = placeSettings.get(type);
  if (place === undefined) {
    return {};
  }
  const written = settings[place];
  return { [place]: typeof written === "string" ? withStackId(written, stackId) : stackId };
}

/**
 * The file of the state, and the folder that has the states of further workspaces. A local state without a path is
 * CDKTF's own, which has the stack's id in its name.
 */
function ownFiles(settings: Backend["settings"], stackId: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    ["path", "workspace_dir"].flatMap((name) => {
      const written = settings[name];
      return typeof written === "string" ? [[name, withStackId(written, stackId)]] : [];
    }),
  );
}

/** The state's address, and those of its lock, which some servers want below it. */
function ownAddresses(settings: Backend["settings"], stackId: string): Readonly<Record<string, unknown>> {
  const { address: written } = settings;
  if (written === undefined) {
    // Terraform refuses this one. Without it, TF_HTTP_ADDRESS would give all stacks one state.
    return { address: stackId };
  }
  const own = typeof written === "string" ? addressWithStackId(written, stackId) : undefined;
  return Object.fromEntries(
    ["address", "lock_address", "unlock_address"].flatMap((name) => {
      const address = settings[name];
      if (typeof address !== "string") {
        return [];
      }
      const isBelow = typeof written === "string" && own !== undefined && address.startsWith(`${written}/`);
      return [[name, isBelow ? own + address.slice(written.length) : addressWithStackId(address, stackId)]];
    }),
  );
}

/** Only the path changes: another authority would be another server, another query another meaning. */
function addressWithStackId(address: string, stackId: string): string {
  const [, server = "", path = "", rest = ""] = /^([a-z]+:\/\/[^/?#]*)?([^?#]*)(.*)$/is.exec(address) ?? [];
  return server + withStackId(path === "" ? "/" : path, stackId) + rest;
}

/** A workspace by its name or by the start of its name; Terraform takes only one of the two. */
function ownWorkspaces(workspaces: unknown, stackId: string): unknown {
  if (typeof workspaces !== "object" || workspaces === null) {
    return { name: stackId };
  }
  const { name, prefix } = workspaces as { readonly name?: unknown; readonly prefix?: unknown };
  if (typeof prefix === "string") {
    return { prefix: `${prefix}${stackId}-` };
  }
  return { ...workspaces, name: typeof name === "string" ? withStackId(name, stackId) : stackId };
}

/** Behind the name of the last part, before its extension; a part without a name gets the id as its name. */
function withStackId(place: string, stackId: string): string {
  const [, folder = "", name = "", extension = ""] = /^(.*\/)?([^/]*?)(\.[^./]+)?$/s.exec(place) ?? [];
  return `${folder}${name === "" ? stackId : `${name}-${stackId}`}${extension}`;
}
