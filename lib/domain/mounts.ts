import { fnv1a64 } from "./fingerprint";
import type { MountPlan } from "./plan";

const POSIX_PATH = /^\/[^\0-\x1f\x7f]*$/;
const WINDOWS_PATH = /^[A-Za-z]:[\\/][^\0-\x1f\x7f<>"|?*]*$/;

/** Whether a path of the engine's host is absolute: `/srv/models`, `C:\CustomSpeech`. */
export function isAbsolutePath(path: string): boolean {
  return POSIX_PATH.test(path) || WINDOWS_PATH.test(path);
}

/** Whether an absolute path is below the root and leads nowhere else: no part of it is `..`. */
export function isFolderOfItsOwn(path: string): boolean {
  const parts = canonicalPath(path).split("/");
  const belowRoot = WINDOWS_PATH.test(path) ? parts.slice(1) : parts;
  return belowRoot.length > 0 && belowRoot.every((part) => part !== "" && part !== "..");
}

/** The same for two spellings of one folder. */
export function canonicalPath(path: string): string {
  const windows = WINDOWS_PATH.test(path);
  const parts = (windows ? path.toLowerCase().replaceAll("\\", "/") : path).split("/");
  return parts.filter((part) => part !== "" && part !== ".").join("/");
}

/** The volume of a model. Its name has the model in it, so that another model never meets this one's files. */
export function modelVolume(deployment: string, modelId: string): string {
  return `${deployment}-model-${modelId.toLowerCase()}`;
}

/** The volume of what a container writes, named after the deployment, its site and itself. */
export function outputVolume(deployment: string, engineName: string): string {
  return `${deployment}-output-${ownName(deployment, engineName)}`;
}

/**
 * The volume of a licence. A licence is good for one image and one model, so its name has both in it: another image
 * never meets an old licence, and a move back finds the one that it had.
 */
export function licenseVolume(deployment: string, engineName: string, image: string, modelId = ""): string {
  const good = fnv1a64(`${image} ${modelId.toLowerCase()}`).slice(0, 8);
  return `${deployment}-license-${ownName(deployment, engineName)}-${good}`;
}

function ownName(deployment: string, engineName: string): string {
  return engineName.startsWith(`${deployment}-`) ? engineName.slice(deployment.length + 1) : engineName;
}

/** A folder of the host, or else a volume, which the engine makes on demand. */
export function mountAt(target: string, volume: string, folder: string | undefined): MountPlan {
  return folder === undefined
    ? { type: "volume", source: volume, target, readOnly: false }
    : { type: "bind", source: folder, target, readOnly: false };
}
