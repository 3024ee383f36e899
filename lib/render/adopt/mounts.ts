import { type ContainerPlan, type ContainerRequest, holdsSecret } from "../../domain";
import { isAbsolutePath } from "../../domain/mounts";
import { quoted } from "../../domain/words";
import type { FoundMount, Other } from "./found";

/** Folders stay folders; volumes are named by the plan. */
export function mountsOf(
  mounts: readonly FoundMount[],
  modelFolder: string | undefined,
  hasOutput: boolean,
): ContainerRequest["mounts"] {
  const sourceAt = (folder: string | undefined): string | undefined =>
    mounts.find(({ source, target }) => target === folder && !holdsSecret(source))?.source;
  const models = sourceAt(modelFolder);
  const output = hasOutput ? sourceAt("/output") : undefined;
  const kept = {
    ...(models !== undefined && isAbsolutePath(models) ? { models } : {}),
    ...(output === undefined ? {} : { output: isAbsolutePath(output) ? output : "volume" }),
  };
  return Object.keys(kept).length === 0 ? undefined : kept;
}

/** A note on each mount that the plan does not have as it was. */
export function lostMounts(mounts: readonly FoundMount[], plan: ContainerPlan | undefined): readonly Other[] {
  return mounts.flatMap(({ source, target, readOnly }) => {
    const planned = plan?.mounts.find((mount) => mount.target === target);
    if (planned?.source === source && planned.readOnly === readOnly) return [];
    const what = `mount at ${quoted(target)}`;
    if (planned === undefined) return [{ what, why: "such a container keeps nothing there" }];
    return [
      {
        what,
        why: planned.source === source ? "it is not read-only here" : `it is in ${planned.type} ${planned.source} here`,
      },
    ];
  });
}
