import type { FunctionEdition, SettingEntry } from "./catalogue/types";
import { outputFolder } from "./catalogue/settings-data";
import type { MountPlan, SettingPlan, SettingValue } from "./plan";

/** How the key reaches a container. */
export type SecretsVia = "environment" | "arguments";

export const SECRET_WAYS: readonly SecretsVia[] = ["environment", "arguments"];

/** What the settings of a container follow from. */
export interface SettingsSource {
  readonly edition: FunctionEdition;
  readonly modelId: string | undefined;
  readonly secretsVia: SecretsVia;
  readonly mounts: readonly MountPlan[];
}

/** The settings of a container in the documented order. The key's value is never part of it. */
export function planSettings({ edition, modelId, secretsVia, mounts }: SettingsSource): readonly SettingPlan[] {
  const starting = edition.settings.map(({ value: setting }): SettingPlan => {
    const via = setting.value === "apiKey" && secretsVia === "environment" ? "environment" : "argument";
    return { name: setting.name, value: settingValue(setting, modelId), via };
  });
  return [...starting, ...mountSettings(mounts)];
}

/** The container has to be told of the folder that it writes into. */
function mountSettings(mounts: readonly MountPlan[]): readonly SettingPlan[] {
  return mounts
    .filter(({ target }) => target === outputFolder.value)
    .map(({ target }) => ({ name: "Mounts:Output", value: { kind: "literal", text: target }, via: "argument" }));
}

function settingValue({ value: kind, account }: SettingEntry, modelId = ""): SettingValue {
  switch (kind) {
    case "accept":
      return { kind: "literal", text: "accept" };
    case "modelId":
      return { kind: "literal", text: modelId };
    default:
      return { kind, ...(account === undefined ? {} : { account }) };
  }
}
