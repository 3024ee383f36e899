import { functionOfRepository } from "../domain/known-images";
import { describeMemory } from "../domain/memory";
import { parseTag } from "../domain/tag";
import { imageBefore, settingBefore } from "./before";
import { changedArguments } from "./drift";
import type { PlanView, ResourceView } from "./plan-view";
import { knownValue } from "./reading";
import { isKeyRenewed, isStopped } from "./replacements";
import type { ContainerView } from "./views/container";
import { isKeySetting, settingKey } from "./views/settings";
import { parseImageName } from "./views/image-name";

/** What Terraform says of a replacement that no argument forces. */
const REASONS: Readonly<Record<string, string>> = {
  replace_because_tainted: "its last start failed",
  replace_by_request: "asked for with -replace",
  replace_by_triggers: "replace_triggered_by asks for it",
};

const DELETED: Readonly<Record<string, string>> = {
  delete_because_no_resource_config: "no longer in the configuration",
  delete_because_each_key: "no longer in for_each",
  delete_because_count_index: "beyond count",
};

/** Settings as people call them. */
const SETTINGS: Readonly<Record<string, string>> = {
  apikey: "key changes",
  "cloudai:sentimentanalysissettings:sentimentanalysisapikey": "sentiment key changes",
  billing: "endpoint changes",
  modelid: "model changes",
};

const ARGUMENTS: Readonly<Record<string, string>> = {
  ports: "port changes",
  name: "name changes",
  network_mode: "network changes",
  networks_advanced: "network changes",
  mounts: "mounts change",
  restart: "restart policy changes",
};

/** Why a container is replaced or changed, in words; undefined: nothing changes. */
export function reasonOf(plan: PlanView, container: ContainerView): string | undefined {
  const { resource } = container;
  if (resource.action === "update") return inPlace(resource);
  if (resource.action === "delete") return DELETED[resource.actionReason ?? ""] ?? "destroyed";
  if (resource.action !== "replace") return undefined;
  if (isStopped(resource)) return "it does not run";
  const told = REASONS[resource.actionReason ?? ""];
  if (told !== undefined) return told;
  const forcing = [...new Set(resource.replacePaths.map(([argument]) => String(argument)))];
  const reasons = forcing.flatMap((argument) => reasonsOf(plan, container, argument));
  return reasons.length === 0 ? "Terraform replaces it" : [...new Set(reasons)].join(", ");
}

function inPlace({ before, after }: ResourceView): string {
  const changed = changedArguments(before ?? {}, after ?? {});
  const memory = after?.["memory"];
  if (changed.includes("memory") && typeof memory === "number")
    return `memory becomes ${describeMemory(memory)} in place`;
  return changed.length === 0 ? "changed in place" : `${changed.join(", ")} changed in place`;
}

function reasonsOf(plan: PlanView, container: ContainerView, argument: string): readonly string[] {
  if (argument === "image") return [imageReason(plan, container)];
  if (argument === "command" || argument === "env") return settingReasons(plan, container, argument);
  if (argument === "labels") return labelReasons(container.resource);
  return [ARGUMENTS[argument] ?? `${argument} changes`];
}

function imageReason(plan: PlanView, { resource, image }: ContainerView): string {
  const old = parseImageName(imageBefore(plan, resource) ?? "");
  if (old === undefined || image === undefined) return "image changes";
  if (functionOfRepository(old.repository)?.function !== functionOfRepository(image.repository)?.function) {
    return "function changes the image";
  }
  const [from, to] = [parseTag(old.tag ?? ""), parseTag(image.tag ?? "")];
  const parts = (["locale", "voice", "version"] as const).filter((part) => from?.[part] !== to?.[part]);
  if (parts.length > 0) return `${parts.join(" and ")} changes the image`;
  return old.registry === image.registry ? "digest changes the image" : "registry changes the image";
}

/** Which settings differ; of those that are known after apply, where they come from. */
function settingReasons(plan: PlanView, container: ContainerView, argument: "command" | "env"): readonly string[] {
  const { resource, settings } = container;
  const via = argument === "command" ? "argument" : "environment";
  const changed = settings.list.filter(
    (setting) => setting.via === via && knownValue(setting.value) !== settingBefore(resource, setting.name),
  );
  if (isKeyRenewed(plan) && changed.every(({ name }) => isKeySetting(name))) {
    return ["key was renewed outside of Terraform"];
  }
  const reasons = changed.map(({ name }) => SETTINGS[settingKey(name)] ?? `${name} changes`);
  if (reasons.length > 0) return reasons;
  return [settings.complete ? "a setting is taken away" : "settings change"];
}

/** The fingerprint stands for what the provider would only record. */
function labelReasons({ before, after }: ResourceView): readonly string[] {
  const changed = changedArguments(before ?? {}, after ?? {});
  const reasons = [
    ...(changed.includes("cpu_quota") ? ["cores change"] : []),
    ...(changed.includes("mounts") ? ["mounts change"] : []),
    ...(changed.includes("healthcheck") ? ["health check changes"] : []),
  ];
  return reasons.length === 0 ? ["labels change"] : reasons;
}
