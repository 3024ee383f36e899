import { canonicalSettingName } from "../setting-names";
import { containerSettings } from "./container-settings";
import { modelJobs } from "./model-jobs";
import { proxySettings } from "./proxy";

/** Why a setting cannot be written by hand, and what to write instead. */
export interface Reserved {
  /** Goes on after the name of the setting. */
  readonly reason: string;
  readonly instead: string;
}

const hasKey = (key: string): Reserved => ({ reason: "has a key of its own", instead: `use ${key}` });

const { address, credentials, secure, except } = proxySettings;
const { query, display, displayModels } = modelJobs;

const rows: readonly (readonly [names: readonly string[], reserved: Reserved])[] = [
  [["Eula"], { reason: "is set by eula: accept", instead: "delete this line" }],
  [["Billing", "ApiKey"], { reason: "is wired from the account", instead: "delete this line; see account:" }],
  [["ModelId"], hasKey("modelId")],
  [["Mounts:Input"], { reason: "is not allowed for Speech containers", instead: "delete this line" }],
  [["Mounts:Output"], hasKey("mounts.output")],
  [["Mounts:License", "DownloadLicense"], hasKey("disconnected")],
  [
    [
      "CloudAI:SentimentAnalysisSettings:TextAnalyticsHost",
      "CloudAI:SentimentAnalysisSettings:SentimentAnalysisApiKey",
    ],
    hasKey("sentiment"),
  ],
  [[address.value.name, credentials.value.name, ...secure.value.names, ...except.value.names], hasKey("proxy")],
  [
    [
      query.value.setting,
      display.value.setting,
      ...displayModels.value.flatMap(({ word, setting }) => [word, ...(setting === undefined ? [] : [setting])]),
    ],
    {
      reason: "is for a run that asks for models and serves nothing",
      instead: "use displayModels, or speech-containers model list and model download",
    },
  ],
  ...containerSettings.map(({ value }) => [[value.name], hasKey(`settings.${value.key}`)] as const),
];

const byName: ReadonlyMap<string, Reserved> = new Map(
  rows.flatMap(([names, reserved]) => names.map((name) => [canonicalSettingName(name), reserved] as const)),
);

/** Why a setting cannot be written by hand; undefined: it can. */
export function reservedFor(canonicalName: string): Reserved | undefined {
  return byName.get(canonicalName);
}
