import type { FunctionEdition } from "../catalogue/types";
import { licenseFolder, outputFolder } from "../catalogue/settings-data";
import { renderReference } from "../image";
import { isAbsolutePath, isFolderOfItsOwn, licenseVolume, modelVolume, mountAt, outputVolume } from "../mounts";
import type { MountPlan } from "../plan";
import { type Place, type Report, below } from "../report";
import { type ContainerRequest, VOLUME } from "../request";
import { quoted } from "../words";
import type { ChosenImage } from "./chosen";

/** What the names of a container's volumes are made from. */
export interface MountsContext {
  readonly deployment: string;
  /** The name of the container on its engine. */
  readonly engineName: string;
  readonly edition: FunctionEdition;
  readonly chosen: ChosenImage | undefined;
  readonly disconnected: boolean;
  /** Whether it logs to files: without a place for them it would not start. */
  readonly writesLogs: boolean;
}

/** Custom containers keep their model; any container can be given a place for what it writes. */
export function chooseMounts(
  context: MountsContext,
  request: ContainerRequest,
  place: Place,
  report: Report,
): readonly MountPlan[] {
  const mountsPlace = below(place, "mounts");
  return [
    ...modelMounts(context, request, below(mountsPlace, "models"), report),
    ...licenseMounts(context, request, below(mountsPlace, "license"), report),
    ...outputMounts(context, request, below(mountsPlace, "output"), report),
  ];
}

function modelMounts(
  { deployment, edition, chosen }: MountsContext,
  { function: name, mounts }: ContainerRequest,
  place: Place,
  report: Report,
): readonly MountPlan[] {
  const folder = mounts?.models;
  const target = edition.modelFolder?.value;
  if (folder !== undefined && target === undefined) {
    const message = `${name} keeps no model in a mount; one would hide the model of its image`;
    report.error("SPC230", place, message, "delete this line");
    return [];
  }
  if (folder !== undefined && !judgeFolder(folder, "/srv/models, or delete the line for a volume", place, report)) {
    return [];
  }
  const modelId = chosen?.modelId;
  return target === undefined || modelId === undefined
    ? []
    : [mountAt(target, modelVolume(deployment, modelId), folder)];
}

function licenseMounts(
  { deployment, engineName, chosen, disconnected }: MountsContext,
  { mounts }: ContainerRequest,
  place: Place,
  report: Report,
): readonly MountPlan[] {
  const folder = mounts?.license;
  if (folder !== undefined && !disconnected) {
    report.error(
      "SPC273",
      place,
      "a connected container has no licence",
      "add disconnected: true, or delete this line",
    );
    return [];
  }
  if (folder !== undefined && !judgeFolder(folder, "/srv/license, or delete the line for a volume", place, report)) {
    return [];
  }
  if (!disconnected || chosen === undefined) {
    return [];
  }
  const volume = licenseVolume(deployment, engineName, renderReference(chosen.image), chosen.modelId);
  return [mountAt(licenseFolder.value, volume, folder)];
}

function outputMounts(
  { deployment, engineName, disconnected, writesLogs }: MountsContext,
  { mounts }: ContainerRequest,
  place: Place,
  report: Report,
): readonly MountPlan[] {
  // A disconnected container does not start without a place for its usage records.
  const output = mounts?.output ?? (disconnected || writesLogs ? VOLUME : undefined);
  const folder = output === VOLUME ? undefined : output;
  if (
    output === undefined ||
    (folder !== undefined && !judgeFolder(folder, `/srv/output, or ${VOLUME}`, place, report))
  ) {
    return [];
  }
  return [mountAt(outputFolder.value, outputVolume(deployment, engineName), folder)];
}

/** Whether a folder of the engine's host can be mounted; what it should be is an example and the other choice. */
function judgeFolder(folder: string, instead: string, place: Place, report: Report): boolean {
  if (!isAbsolutePath(folder)) {
    const message = `${quoted(folder)} is not an absolute path of the engine's host`;
    report.error("SPC231", place, message, `write the whole path, such as ${instead}`);
    return false;
  }
  if (!isFolderOfItsOwn(folder)) {
    const message = `${quoted(folder)} is not a folder of its own`;
    report.error("SPC231", place, message, `write a folder below the root without .. in it, such as ${instead}`);
    return false;
  }
  return true;
}
