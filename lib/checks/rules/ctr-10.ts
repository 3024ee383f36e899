import { catalogueEntry } from "../image-uses";
import { endsByItself, isDisconnected, isForService, modelRequestOf, mountAt } from "../offline";
import { knownValue } from "../reading";
import { fail, pass, undecided, type Outcome, type Rule, type RuleContext } from "../rule";
import type { ContainerView } from "../views/container";
import { findSetting } from "../views/settings";

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Custom models. */
export const ctr10: Rule = {
  id: "CTR-10",
  title: "custom model has its id and a volume to stay in",
  level: "error",
  why: "Without a writable volume the model is downloaded at each start, for up to an hour, and a wrong id ends in InvalidModel.",
  fix: "mount a named volume at /usr/local/models, and give ModelId=<GUID of the model>",
  source: "MicrosoftDocs/azure-ai-docs speech-container-cstt.md; azure-docs issue 33579",
  judge: (context) => context.containers.flatMap((container) => judgeContainer(context, container)),
};

function judgeContainer(context: RuleContext, container: ContainerView): readonly Outcome[] {
  const { resource, owner, settings } = container;
  const target = catalogueEntry(owner)?.modelFolder?.value;
  if (target === undefined) return [];
  const outcomes: Outcome[] = [];
  const mount = mountAt(container, target);
  if (mount.state === "unset") outcomes.push(fail(resource, `nothing is mounted at ${target}`, { part: "volume" }));
  if (mount.state === "known" && knownValue(mount.value.readOnly) === true) {
    outcomes.push(fail(resource, `the volume at ${target} is read-only`, { part: "volume" }));
  }
  const model = findSetting(settings, "ModelId");
  const request = modelRequestOf(container);
  if (request !== undefined && isForService(context, container)) {
    outcomes.push(
      fail(resource, `${request} is left on a container that serves: it ends instead`, { part: "request" }),
    );
  }
  // Without Azure, and for its licence, the model is in the volume already.
  if (model === "unset" && !isDisconnected(container) && !endsByItself(container)) {
    outcomes.push(fail(resource, "ModelId is not set", { part: "model" }));
  }
  if (typeof model === "object" && model.value.state === "known" && !GUID.test(model.value.value)) {
    outcomes.push(fail(resource, `ModelId is "${model.value.value}", which is no GUID`, { part: "model" }));
  }
  if (outcomes.length > 0) return outcomes;
  const isOpen = mount.state === "unknown" || model === "unknown";
  const isModelOpen = typeof model === "object" && model.value.state === "unknown";
  return [isOpen || isModelOpen ? undecided(resource, "model and volume known after apply") : pass(resource)];
}
