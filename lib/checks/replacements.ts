import { settingBefore } from "./before";
import type { PlanView, ResourceView } from "./plan-view";
import { knownValue } from "./reading";
import { isSpeechBefore } from "./speech-before";
import { findSetting, settingsOf } from "./views/settings";

/** Which running containers a plan replaces, and which of them only for another key. */
export interface Replacements {
  /** Containers that run before and stay in the plan. */
  readonly running: readonly ResourceView[];
  readonly replaced: readonly ResourceView[];
  /** Replaced for nothing but a key that the configuration chooses. */
  readonly byKey: readonly ResourceView[];
}

export function replacedTogether(plan: PlanView): Replacements {
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
}

/** A container that does not run has no bindings: Terraform plans its ports anew. */
export function isStopped({ action, before, replacePaths }: ResourceView): boolean {
  const ports = before?.["ports"];
  const hasNone = ports === null || ports === undefined || (Array.isArray(ports) && ports.length === 0);
  return action === "replace" && hasNone && replacePaths.length > 0 && replacePaths.every(([path]) => path === "ports");
}

function isKeySwitch(plan: PlanView, resource: ResourceView): boolean {
  const { replacePaths } = resource;
  if (replacePaths.some(([path]) => path !== "command" && path !== "env")) return false;
  const old = settingBefore(resource, "ApiKey");
  const key = findSetting(settingsOf(plan, resource), "ApiKey");
  const fresh = typeof key === "object" ? knownValue(key.value) : undefined;
  return old !== undefined && fresh !== undefined && old !== fresh && isSameBeside(plan, resource);
}

/** Nothing but the key differs. */
function isSameBeside(plan: PlanView, resource: ResourceView): boolean {
  return settingsOf(plan, resource).list.every(
    ({ name, value }) => /^apikey$/i.test(name) || knownValue(value) === settingBefore(resource, name),
  );
}

/** A key that somebody renewed outside: the old one is dead, and nothing is left to do by halves. */
export function isKeyRenewed(plan: PlanView): boolean {
  return plan.drift.some(({ type, before, after }) => {
    const keys = ["primary_access_key", "secondary_access_key"];
    return type === "azurerm_cognitive_account" && keys.some((key) => before?.[key] !== after?.[key]);
  });
}
