import { containerSettings } from "./container-settings";
import { type Datum, datum, unverifiedDatum } from "./datum";
import { proxySettings } from "./proxy";
import { customSettings, outputSetting } from "./settings-data";

/** A setting as lists show it: what it does, and where that is from. */
export interface SettingFact {
  readonly meaning: string;
  readonly datum: Datum<unknown>;
}

const named = (known: Datum<{ readonly name: string; readonly meaning: string }>) => row([known.value.name], known);
const row = (names: readonly string[], known: Datum<{ readonly meaning: string }>) =>
  names.map((name) => [name, { meaning: known.value.meaning, datum: known }] as const);

const { address, credentials, variable, secure, except } = proxySettings;

const meaningOfTextKey = "key of the Text Analytics account";

const sentiment = [
  datum(
    {
      name: "CloudAI:SentimentAnalysisSettings:TextAnalyticsHost",
      meaning: "operation of Text Analytics that is asked for the sentiment of results",
    },
    "S",
  ),
  datum(
    {
      name: "CloudAI:SentimentAnalysisSettings:SentimentAnalysisApiKey",
      meaning: meaningOfTextKey,
    },
    "S",
  ),
  unverifiedDatum(
    { name: "CloudAI__SentimentAnalysisSettings__SentimentAnalysisApiKey", meaning: meaningOfTextKey },
    "that it works as a variable, with __ for the colons, is the framework's rule, and not proven for this one",
    "S",
  ),
];

const facts: ReadonlyMap<string, SettingFact> = new Map([
  ...[...customSettings, ...sentiment, outputSetting, address, credentials, variable].flatMap(named),
  ...[secure, except].flatMap((known) => row(known.value.names, known)),
  ...containerSettings.flatMap(named),
]);

/** What is known of a setting as a plan names it; undefined for one that was written by hand. */
export function settingFact(name: string): SettingFact | undefined {
  return facts.get(name) ?? facts.get(name.replaceAll("__", ":"));
}
