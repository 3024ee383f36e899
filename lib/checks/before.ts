import type { PlanView, ResourceView, Values } from "./plan-view";
import { remembered } from "../domain/remembered";
import { settingKey } from "./views/settings";

/** What a plan tells of the time before it is applied. */

/** The value that a container was started with; words win over the environment, as in the container. */
export function settingBefore(resource: ResourceView, name: string): string | undefined {
  return resource.before === undefined ? undefined : settingsBefore(resource.before).get(settingKey(name));
}

const settingsBefore = remembered(({ env, command }: Values): ReadonlyMap<string, string> => {
  const words = [...texts(env), ...texts(command)];
  return new Map(words.map((word) => [nameOf(word), word.slice(word.indexOf("=") + 1)]));
});

/** The name of the image that a container runs before; a container knows only the id of its image. */
export function imageBefore(plan: PlanView, { before }: ResourceView): string | undefined {
  const image = before?.["image"];
  if (typeof image !== "string" || !image.startsWith("sha256:")) return typeof image === "string" ? image : undefined;
  const name = imagesBefore(plan).get(image)?.["name"];
  return typeof name === "string" ? name : undefined;
}

/** By the id that the engine gave them; of several resources the first. */
const imagesBefore = remembered(({ resources }: PlanView) => {
  const images = resources.flatMap(({ type, before }) => (type === "docker_image" && before ? [before] : []));
  return new Map(images.reverse().map((image) => [image["image_id"], image]));
});

/** A volume or folder that a container had at a path of its own. */
export function mountBefore({ before }: ResourceView, target: string): string | undefined {
  const mounts = objects(before?.["mounts"]).find((mount) => folder(mount["target"]) === target);
  const volume = objects(before?.["volumes"]).find((each) => folder(each["container_path"]) === target);
  const source = mounts?.["source"] ?? volume?.["volume_name"] ?? volume?.["host_path"];
  return typeof source === "string" ? source : undefined;
}

/** A path without the slash at its end. */
export function folder(path: unknown): string | undefined {
  return typeof path === "string" ? path.replace(/(?<=.)\/+$/, "") : undefined;
}

function nameOf(word: string): string {
  return settingKey(word.slice(0, Math.max(word.indexOf("="), 0)).replace(/^(?:--?|\/)/, ""));
}

function texts(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((each): each is string => typeof each === "string") : [];
}

export function objects(list: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(list)
    ? list.filter((each): each is Readonly<Record<string, unknown>> => typeof each === "object" && each !== null)
    : [];
}
