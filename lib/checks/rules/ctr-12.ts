import { acknowledged } from "../acknowledged";
import { folder, objects } from "../before";
import { catalogue } from "../../domain/catalogue";
import type { PlanView, ResourceView } from "../plan-view";
import { fail, pass, type Rule } from "../rule";

/** Folders of containers that hold what cannot be had again: models, licences, usage records. */
const KEPT_FOLDERS: ReadonlySet<string> = new Set([
  "/license",
  "/output",
  ...catalogue.flatMap(({ editions }) =>
    Object.values(editions).flatMap(({ modelFolder }) => (modelFolder === undefined ? [] : [modelFolder.value])),
  ),
]);

/** Volumes that hold a model. */
export const ctr12: Rule = {
  id: "CTR-12",
  title: "volume of a model is neither deleted nor replaced",
  level: "error",
  why: "What is on it is gone: an hour's download, and without a way to Azure there is no way back.",
  fix: "keep the volume, let the engine make it by the container's mount, or acknowledge CTR-12 with a reason",
  source: "kreuzwerker/docker 3.6.2: a volume's data is lost on destroy",
  judge: ({ plan }) => {
    const kept = keptVolumes(plan);
    return plan.resources
      .filter(({ type, mode, before }) => type === "docker_volume" && mode === "managed" && before !== undefined)
      .filter(({ before }) => kept.has(String(before?.["name"])))
      .map((resource) => {
        const ends = resource.action === "delete" || resource.action === "replace";
        if (!ends || acknowledged(resource, "CTR-12")) return pass(resource);
        const done = resource.action === "delete" ? "deleted" : "replaced";
        return fail(
          resource,
          `the volume "${String(resource.before?.["name"])}" is ${done}, and what a container keeps on it is lost`,
        );
      });
  },
};

/** Names of volumes that a container has at one of these folders, before or after. */
function keptVolumes(plan: PlanView): ReadonlySet<string> {
  const containers = plan.resources.filter(({ type }) => type === "docker_container");
  return new Set(containers.flatMap((resource) => [resource.before, resource.after].flatMap(volumesOf)));
}

function volumesOf(values: ResourceView["before"]): readonly string[] {
  const mounts = objects(values?.["mounts"]).map((mount) => [mount["target"], mount["source"]]);
  const volumes = objects(values?.["volumes"]).map((volume) => [volume["container_path"], volume["volume_name"]]);
  return [...mounts, ...volumes].flatMap(([target, source]) =>
    typeof source === "string" && KEPT_FOLDERS.has(folder(target) ?? "") ? [source] : [],
  );
}
