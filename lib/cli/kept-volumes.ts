import type { ManagedResource } from "../terraform";

/**
 * Volumes that stay when these resources are destroyed: those that containers mount and nothing manages. They hold
 * models, licences and usage records, which cannot be had again (design decision D26).
 */
export function volumesKeptBy(resources: readonly ManagedResource[]): readonly string[] {
  const managed = new Set(resources.flatMap(({ type, values }) => (type === "docker_volume" ? nameOf(values) : [])));
  const mounted = resources.flatMap(({ type, values }) => (type === "docker_container" ? volumesOf(values) : []));
  return [...new Set(mounted)].filter((name) => !managed.has(name)).sort();
}

function nameOf(values: unknown): readonly string[] {
  const { name } = (values ?? {}) as { readonly name?: unknown };
  return typeof name === "string" ? [name] : [];
}

function volumesOf(values: unknown): readonly string[] {
  const { mounts = [] } = (values ?? {}) as {
    readonly mounts?: readonly { readonly type?: string; readonly source?: string | null }[];
  };
  return mounts.flatMap(({ type, source }) => (type === "volume" && source ? [source] : []));
}
