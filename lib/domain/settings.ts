import type { FunctionEdition } from "./catalogue/types";
import type { SettingPlan, SettingValue } from "./plan";

/** How the key reaches a container. */
export type SecretsVia = "environment" | "arguments";

export const SECRET_WAYS: readonly SecretsVia[] = ["environment", "arguments"];

/** The settings of a container in the documented order. The key's value is never part of it. */
export function planSettings(
  { settings }: FunctionEdition,
  modelId: string | undefined,
  secretsVia: SecretsVia,
): readonly SettingPlan[] {
  return settings.map(({ value: setting }): SettingPlan => {
    const via = setting.value === "apiKey" && secretsVia === "environment" ? "environment" : "argument";
    return { name: setting.name, value: settingValue(setting.value, modelId), via };
  });
}

function settingValue(kind: "accept" | "endpoint" | "apiKey" | "modelId", modelId = ""): SettingValue {
  switch (kind) {
    case "accept":
      return { kind: "literal", text: "accept" };
    case "modelId":
      return { kind: "literal", text: modelId };
    default:
      return { kind };
  }
}
