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
