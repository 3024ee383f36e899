import { modelJobs } from "../domain/catalogue/model-jobs";
import { folder } from "./before";
import type { PlanView, Reading } from "./plan-view";
import { knownValue, textOf } from "./reading";
import type { ContainerView, MountView } from "./views/container";
import { findSetting } from "./views/settings";

/** Containers that work without Azure, and the step that fetches their licence. */

export const LICENCE_FOLDER = "Mounts:License";
export const OUTPUT_FOLDER = "Mounts:Output";

/** Whether a container fetches a licence when it starts. */
export function fetchesLicence({ settings }: ContainerView): boolean {
  const setting = findSetting(settings, "DownloadLicense");
  return typeof setting === "object" && /^true$/i.test(knownValue(setting.value) ?? "");
}

const MODEL_REQUESTS = [
  modelJobs.query.value.setting,
  modelJobs.display.value.setting,
  ...modelJobs.displayModels.value.flatMap(({ setting = [] }) => setting),
];

/** The setting by which a custom container asks for models, and then serves nothing. */
export function modelRequestOf({ owner, settings }: ContainerView): string | undefined {
  if (owner?.function !== "custom-speech-to-text") return undefined;
  return MODEL_REQUESTS.find((name) => typeof findSetting(settings, name) === "object");
}

/** Whether a container does one thing for those that serve, and ends. */
export function endsByItself(container: ContainerView): boolean {
  return fetchesLicence(container) || modelRequestOf(container) !== undefined;
}

/** Whether a container would be started again, or be called. */
export function isForService({ plan }: { readonly plan: PlanView }, { resource, ports }: ContainerView): boolean {
  const restart = knownValue(textOf(plan, resource, "restart")) ?? "no";
  return restart === "always" || restart === "unless-stopped" || (knownValue(ports) ?? []).length > 0;
}

/** Whether a container serves without Azure: it has a licence and does not fetch one. */
export function isDisconnected(container: ContainerView): boolean {
  return !fetchesLicence(container) && typeof findSetting(container.settings, LICENCE_FOLDER) === "object";
}

/** Whether a licence may be among settings that are known after apply: a container that takes a key needs none. */
export function mayBeDisconnected({ settings }: ContainerView): boolean {
  const takesKey = settings.origins.some(
    (origin) => origin.kind === "resource" && origin.attribute?.endsWith("_access_key") === true,
  );
  return findSetting(settings, LICENCE_FOLDER) === "unknown" && !takesKey;
}

/** What is mounted at a path of the container. */
export function mountAt({ mounts }: ContainerView, target: string): Reading<MountView> {
  if (mounts.state !== "known") return mounts;
  const found = mounts.value.find((mount) => folder(knownValue(mount.target)) === folder(target));
  return found === undefined ? { state: "unset" } : { state: "known", value: found, sensitive: false };
}
