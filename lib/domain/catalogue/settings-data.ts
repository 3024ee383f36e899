import { datum } from "./datum";
import type { SettingEntry } from "./types";

const modelId: SettingEntry = { name: "ModelId", value: "modelId" };
const eula: SettingEntry = { name: "Eula", value: "accept" };
const billing: SettingEntry = { name: "Billing", value: "endpoint" };
const apiKey: SettingEntry = { name: "ApiKey", value: "apiKey" };

/** What every container needs to start, in the documented order. */
export const baseSettings = [datum(eula, "S", "M3"), datum(billing, "S", "M3"), datum(apiKey, "S", "M3")];

/** What a sentiment container needs to start: it bills to a Text Analytics account. */
export const sentimentSettings = [
  datum(eula, "M19"),
  datum<SettingEntry>({ ...billing, account: "textAnalytics" }, "M19"),
  datum<SettingEntry>({ ...apiKey, account: "textAnalytics" }, "M19"),
];

/** What a container with a custom model needs to start, in the documented order. */
export const customSettings = [datum(modelId, "S", "M3"), ...baseSettings];

/** Where a custom container keeps its model. */
export const modelFolder = datum("/usr/local/models", "S", "M3");

/** Where every container writes its logs and usage records when `Mounts:Output` says so; its default. */
export const outputFolder = datum("/output", "M4", "M16");
