import { resolve } from "node:path";

/** What decides where a synthesized stack (`cdk.tf.json`) keeps its state and whose states it reads. */
interface StackStates {
  readonly terraform?: { readonly backend?: { readonly local?: { readonly path?: string } } };
  readonly data?: { readonly terraform_remote_state?: Readonly<Record<string, RemoteState>> };
}

interface RemoteState {
  readonly backend?: string;
  readonly config?: { readonly path?: string };
}

export interface SandboxedStack {
  readonly id: string;
  /** Folder in which Terraform runs: relative paths begin here. */
  readonly folder: string;
  /** The text of `cdk.tf.json`. */
  readonly configuration: string;
  /** Where the stack keeps its state in the sandbox. */
  readonly stateFile: string;
}

export interface SandboxOverrides {
  /** By stack id: what lies over the stack as `*_override.tf.json`. */
  readonly overrides: Readonly<Record<string, object>>;
  /** States that no stack of this run keeps, as `data.terraform_remote_state.<name>`: they are of a real deployment. */
  readonly foreign: readonly string[];
}

/** Keeps every state of a sandbox run in the sandbox: those that stacks write, and those that they read of each other. */
export function sandboxOverrides(stacks: readonly SandboxedStack[]): SandboxOverrides {
  const parsed = stacks.map((stack) => ({ ...stack, states: JSON.parse(stack.configuration) as StackStates }));
  const sandboxFileOf = new Map(
    parsed.flatMap(({ folder, states, stateFile }) => {
      const path = states.terraform?.backend?.local?.path;
      return path === undefined ? [] : [[resolve(folder, path), stateFile] as const];
    }),
  );
  const foreign: string[] = [];
  const redirected = (folder: string, [name, { backend, config }]: [string, RemoteState]) => {
    const path =
      backend === "local" && config?.path !== undefined ? sandboxFileOf.get(resolve(folder, config.path)) : undefined;
    if (path !== undefined) return [[name, { backend: "local", workspace: "default", config: { path } }] as const];
    foreign.push(`data.terraform_remote_state.${name}`);
    return [];
  };
  const overrides = parsed.map(({ id, folder, stateFile, states }) => {
    const remoteStates = Object.entries(states.data?.terraform_remote_state ?? {});
    const terraform = { backend: { local: { path: stateFile } } };
    if (remoteStates.length === 0) return [id, { terraform }] as const;
    const terraform_remote_state = Object.fromEntries(remoteStates.flatMap((entry) => redirected(folder, entry)));
    return [id, { terraform, data: { terraform_remote_state } }] as const;
  });
  return { overrides: Object.fromEntries(overrides), foreign: foreign.toSorted() };
}
