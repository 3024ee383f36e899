import { type ContainerPlan, type ContainerRequest, VOLUME, holdsSecret } from "../../domain";
import { outputFolder, outputSetting } from "../../domain/catalogue/settings-data";
import { isAbsolutePath } from "../../domain/mounts";
import { quoted } from "../../domain/words";
import type { FoundMount, Other } from "./found";

/** Folders stay folders; volumes are named by the plan. */
export function mountsOf(
  mounts: readonly FoundMount[],
  modelFolder: string | undefined,
  output: string | undefined,
): ContainerRequest["mounts"] {
  const sourceAt = (folder: string | undefined): string | undefined =>
    mounts.find(({ source, target }) => target === folder && !holdsSecret(source))?.source;
  const models = sourceAt(modelFolder);
  const written = output === undefined ? undefined : sourceAt(output);
  const kept = {
    ...(models !== undefined && isAbsolutePath(models) ? { models } : {}),
    ...(written === undefined ? {} : { output: isAbsolutePath(written) ? written : VOLUME }),
  };
  return Object.keys(kept).length === 0 ? undefined : kept;
}

/** A note on each mount that the plan does not have as it was. */
export function lostMounts(
  mounts: readonly FoundMount[],
  output: string | undefined,
  plan: ContainerPlan | undefined,
): readonly Other[] {
  const nowhere = output !== undefined && !mounts.some(({ target }) => target === output);
  const lost = mounts.flatMap(({ source, target, readOnly }) => {
    const planned = plan?.mounts.find((mount) => mount.target === target);
    if (planned?.source === source && planned.readOnly === readOnly) return [];
    const what = `mount at ${quoted(target)}`;
    if (target === output && planned === undefined) return [{ what, why: `it is at ${outputFolder.value} here` }];
    if (planned === undefined) return [{ what, why: "such a container keeps nothing there" }];
    return [
      {
        what,
        why: planned.source === source ? "it is not read-only here" : `it is in ${planned.type} ${planned.source} here`,
      },
    ];
  });
  return nowhere
    ? [...lost, { what: outputSetting.value.name, why: "nothing is mounted there; write mounts: { output: volume }" }]
    : lost;
}
