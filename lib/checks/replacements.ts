import { settingBefore } from "./before";
import type { PlanView, ResourceView } from "./plan-view";
import { knownValue } from "./reading";
import { remembered } from "../domain/remembered";
import { isSpeechBefore } from "./speech-before";
import { isKeySetting, settingsOf } from "./views/settings";

/** Which running containers a plan replaces, and which of them only for another key. */
export interface Replacements {
  /** Containers that run before and stay in the plan. */
  readonly running: readonly ResourceView[];
  readonly replaced: readonly ResourceView[];
  /** Replaced for nothing but a key that the configuration chooses. */
  readonly byKey: readonly ResourceView[];
}

export const replacedTogether = remembered((plan: PlanView): Replacements => {
  const running = plan.resources.filter(
    (resource) =>
      resource.type === "docker_container" &&
      resource.deposed === undefined &&
      resource.before !== undefined &&
      resource.after !== undefined &&
      isSpeechBefore(plan, resource) &&
      !isStopped(resource),
  );
  const replaced = running.filter(({ action }) => action === "replace");
  const byKey = isKeyRenewed(plan) ? [] : replaced.filter((resource) => isKeySwitch(plan, resource));
  return { running, replaced, byKey };
});

/** A container that does not run has no bindings: Terraform plans its ports anew. */
export function isStopped({ action, before, replacePaths }: ResourceView): boolean {
  const ports = before?.["ports"];
  const hasNone = ports === null || ports === undefined || (Array.isArray(ports) && ports.length === 0);
  return action === "replace" && hasNone && replacePaths.length > 0 && replacePaths.every(([path]) => path === "ports");
}

function isKeySwitch(plan: PlanView, resource: ResourceView): boolean {
  const { replacePaths } = resource;
  if (replacePaths.some(([path]) => path !== "command" && path !== "env")) return false;
  const keys = settingsOf(plan, resource).list.filter(({ name }) => isKeySetting(name));
  const values = keys.map(({ name, value }) => ({ old: settingBefore(resource, name), fresh: knownValue(value) }));
  const areKnown = values.every(({ old, fresh }) => old !== undefined && fresh !== undefined);
  return areKnown && values.some(({ old, fresh }) => old !== fresh) && isSameBeside(plan, resource);
}

/** Nothing but keys differs. */
function isSameBeside(plan: PlanView, resource: ResourceView): boolean {
  return settingsOf(plan, resource).list.every(
    ({ name, value }) => isKeySetting(name) || knownValue(value) === settingBefore(resource, name),
  );
}

/** A key that somebody renewed outside: the old one is dead, and nothing is left to do by halves. */
export const isKeyRenewed = remembered((plan: PlanView): boolean =>
  plan.drift.some(({ type, before, after }) => {
    const keys = ["primary_access_key", "secondary_access_key"];
    return type === "azurerm_cognitive_account" && keys.some((key) => before?.[key] !== after?.[key]);
  }),
);
