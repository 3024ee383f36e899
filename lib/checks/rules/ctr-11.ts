import { mountBefore, settingBefore } from "../before";
import { catalogueEntry } from "../image-uses";
import { mountAt } from "../offline";
import { knownValue } from "../reading";
import { fail, pass, undecided, type Outcome, type Rule } from "../rule";
import type { ContainerView } from "../views/container";
import { findSetting } from "../views/settings";

/** Another model on the volume of the old one. */
export const ctr11: Rule = {
  id: "CTR-11",
  title: "another model gets another volume",
  level: "error",
  why: "Once a model is on the volume ModelId is ignored: the container goes on serving the old model and says nothing.",
  fix: "mount a volume that is named after the model",
  source: "Azure-Samples/cognitive-services-speech-sdk issue 814",
  judge: ({ containers }) => containers.flatMap(judgeContainer),
};

function judgeContainer(container: ContainerView): readonly Outcome[] {
  const { resource, owner, settings } = container;
  const target = catalogueEntry(owner)?.modelFolder?.value;
  const old = settingBefore(resource, "ModelId");
  if (target === undefined || old === undefined) return [];
  const model = findSetting(settings, "ModelId");
  if (model === "unset") return [];
  const mount = mountAt(container, target);
  const source = mount.state === "known" ? mount.value.source : mount;
  const isUnknown = model === "unknown" || model.value.state === "unknown" || source.state === "unknown";
  if (isUnknown) return [undecided(resource, "model and volume known after apply")];
  const id = knownValue(model.value) ?? "";
  const volume = mountBefore(resource, target);
  const stays = volume !== undefined && source.state === "known" && source.value === volume;
  return [
    id.toLowerCase() !== old.toLowerCase() && stays
      ? fail(resource, `ModelId changes, the volume "${volume}" stays, and with it the old model`)
      : pass(resource),
  ];
}
