import type { DeploymentPlan } from "./plan";

type Backend = NonNullable<DeploymentPlan["backend"]>;

/** The setting of each backend type that says where the state is, as Terraform 1.11 and OpenTofu 1.9 document them. */
const placeSetting: Readonly<Record<string, string>> = {
  azurerm: "key",
  consul: "path",
  cos: "key",
  gcs: "prefix",
  http: "address",
  kubernetes: "secret_suffix",
  local: "path",
  oci: "key",
  oss: "key",
  pg: "schema_name",
  s3: "key",
};

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
    return { workspaces: ownWorkspace(settings["workspaces"], stackId) };
  }
  const place = placeSetting[type];
  if (place === undefined) {
    return {};
  }
  const written = settings[place];
  if (typeof written !== "string") {
    // A local state without a path is CDKTF's own, which has the stack's id in its name.
    return type === "local" ? {} : { [place]: stackId };
  }
  if (type !== "http") {
    return { [place]: withStackId(written, stackId) };
  }
  // The addresses of an http backend's lock are mostly written below the address of its state.
  const addresses = ["address", "lock_address", "unlock_address"].map((name) => [name, settings[name]] as const);
  const own = withStackId(written, stackId);
  return Object.fromEntries(
    addresses.flatMap(([name, address]) =>
      typeof address === "string" && address.startsWith(written) ? [[name, own + address.slice(written.length)]] : [],
    ),
  );
}

function ownWorkspace(workspaces: unknown, stackId: string): unknown {
  if (typeof workspaces !== "object" || workspaces === null) {
    return { name: stackId };
  }
  const { name } = workspaces as { readonly name?: unknown };
  return { ...workspaces, name: typeof name === "string" ? withStackId(name, stackId) : stackId };
}

/** Before the extension of the last part, if it has one, else behind it. */
function withStackId(place: string, stackId: string): string {
  const [, start = place, extension = ""] = /^(.*?)(\.[^./]+)?$/s.exec(place) ?? [];
  return start === "" ? stackId : `${start}-${stackId}${extension}`;
}
