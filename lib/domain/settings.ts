import { containerSettings } from "./catalogue/container-settings";
import { licenseFolder, outputFolder, outputSetting } from "./catalogue/settings-data";
import type { FunctionEdition, SettingEntry } from "./catalogue/types";
import type { MountPlan, SettingPlan, SettingValue } from "./plan";
import { type Proxy, planProxy } from "./proxy";
import { variableName } from "./setting-names";

/** How the key reaches a container. */
export type SecretsVia = "environment" | "arguments";

export const SECRET_WAYS: readonly SecretsVia[] = ["environment", "arguments"];

/** What the settings of a container follow from. */
export interface SettingsSource {
  readonly edition: FunctionEdition;
  readonly modelId: string | undefined;
  readonly secretsVia: SecretsVia;
  readonly mounts: readonly MountPlan[];
  /** What makes it ask for sentiment. */
  readonly sentiment: readonly SettingPlan[];
  readonly proxy: Proxy | undefined;
  /** By key of the catalogue. */
  readonly chosen: ReadonlyMap<string, SettingValue>;
  /** Settings without a key of their own. */
  readonly extra: readonly ExtraSetting[];
  /** True: it runs on a licence, so it is told of neither account nor model. */
  readonly disconnected?: boolean;
}

/** A setting that has no key of its own, as it is written. */
export interface ExtraSetting {
  readonly name: string;
  readonly text: string;
}

/**
 * The settings of a container in the documented order, secrets where they belong (design decision D9). No value of a
 * secret is part of it.
 */
export function planSettings(source: SettingsSource): readonly SettingPlan[] {
  const { edition, modelId, sentiment, mounts, proxy, chosen, extra, disconnected = false } = source;
  const needed = edition.settings.filter(({ value: { value } }) => !disconnected || value === "accept");
  const secretsVia = source.secretsVia === "environment" ? "environment" : "argument";
  return [
    ...needed.map(({ value: setting }): SettingPlan => {
      const via = setting.value === "apiKey" ? secretsVia : "argument";
      return { name: setting.name, value: settingValue(setting, modelId), via };
    }),
    ...sentiment,
    ...mountSettings(mounts),
    ...(proxy === undefined ? [] : planProxy(proxy, secretsVia)),
    ...chosenSettings(chosen, secretsVia),
    ...extra.map(({ name, text }): SettingPlan => ({ name, value: { kind: "literal", text }, via: "argument" })),
  ];
}

function chosenSettings(
  chosen: ReadonlyMap<string, SettingValue>,
  secretsVia: SettingPlan["via"],
): readonly SettingPlan[] {
  return containerSettings.flatMap(({ value: { key, name, via: ownVia } }): readonly SettingPlan[] => {
    const value = chosen.get(key);
    if (value === undefined) {
      return [];
    }
    const via = value.kind === "secret" ? secretsVia : ownVia;
    return [{ name: via === "environment" ? variableName(name) : name, value, via }];
  });
}

const MOUNT_SETTINGS: ReadonlyMap<string, string> = new Map([
  [licenseFolder.value, "Mounts:License"],
  [outputFolder.value, outputSetting.value.name],
]);

/** The container has to be told of the folders that it reads its licence from and writes into. */
export function mountSettings(mounts: readonly MountPlan[]): readonly SettingPlan[] {
  return mounts.flatMap(({ target }): readonly SettingPlan[] => {
    const name = MOUNT_SETTINGS.get(target);
    return name === undefined ? [] : [{ name, value: { kind: "literal", text: target }, via: "argument" }];
  });
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
