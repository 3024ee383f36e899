import { datum } from "./datum";
import type { SettingEntry } from "./types";

const modelId: SettingEntry = {
  name: "ModelId",
  value: "modelId",
  meaning: "the custom model; ignored when the models mount holds one already",
};
const eula: SettingEntry = { name: "Eula", value: "accept", meaning: "your acceptance of the licence terms" };
const billing: SettingEntry = { name: "Billing", value: "endpoint", meaning: "endpoint of the account" };
const apiKey: SettingEntry = { name: "ApiKey", value: "apiKey", meaning: "one of the two keys of that account" };

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

/** Where a disconnected container finds its licence; its default. */
export const licenseFolder = datum("/license", "M3", "M16");

/** Where every container writes its logs and usage records when `Mounts:Output` says so; its default. */
export const outputFolder = datum("/output", "M4", "M16");

/** Tells a container where to write. */
export const outputSetting = datum(
  { name: "Mounts:Output", meaning: "folder for logs and usage records" },
  "M4",
  "M16",
);

/** Who owns the program in the images, and so has to be able to write into folders of the host. */
export const containerUser = datum("nonroot:nonroot", "M16");
