import { folder } from "./before";
import type { Reading } from "./plan-view";
import { knownValue } from "./reading";
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

/** Whether a container serves without Azure: it has a licence and does not fetch one. */
export function isDisconnected(container: ContainerView): boolean {
  return !fetchesLicence(container) && typeof findSetting(container.settings, LICENCE_FOLDER) === "object";
}

/** What is mounted at a path of the container. */
export function mountAt({ mounts }: ContainerView, target: string): Reading<MountView> {
  if (mounts.state !== "known") return mounts;
  const found = mounts.value.find((mount) => folder(knownValue(mount.target)) === folder(target));
  return found === undefined ? { state: "unset" } : { state: "known", value: found, sensitive: false };
}
