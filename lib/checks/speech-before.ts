import { functionOfRepository } from "../domain/known-images";
import { imageBefore, objects, settingBefore } from "./before";
import type { PlanView, ResourceView } from "./plan-view";
import { remembered } from "../domain/remembered";
import { SPEECH_SETTINGS } from "./views/container";
import { parseImageName } from "./views/image-name";

/** Whether a container that exists runs an image of Speech, or has the settings that only these take. */
export function isSpeechBefore(plan: PlanView, resource: ResourceView): boolean {
  return isSpeechBeforeIn(plan)(resource);
}

const isSpeechBeforeIn = remembered((plan: PlanView) =>
  remembered((resource: ResourceView) => wasSpeech(plan, resource)),
);

function wasSpeech(plan: PlanView, resource: ResourceView): boolean {
  const image = parseImageName(imageBefore(plan, resource) ?? "");
  if (image !== undefined && functionOfRepository(image.repository) !== undefined) return true;
  const labels = objects(resource.before?.["labels"]);
  if (labels.some(({ label }) => typeof label === "string" && label.startsWith("speech-containers."))) return true;
  return SPEECH_SETTINGS.filter((name) => settingBefore(resource, name) !== undefined).length > 1;
}
