import type { Problem } from "../../domain";
import { holdsSecret } from "../../domain";
import { containerSettings } from "../../domain/catalogue/container-settings";
import { proxySettings } from "../../domain/catalogue/proxy";
import { outputSetting } from "../../domain/catalogue/settings-data";
import { canonicalSettingName } from "../../domain/setting-names";
import type { Addition } from "./additions";
import { readExtraSettings } from "./extra-settings";
import type { FoundContainer, Other } from "./found";
import { findGiven, givenTo, isPlaceholder, isSecret, literalOf, shownName } from "./given";
import { readProxy } from "./proxy";
import { SENTIMENT_HOST, SENTIMENT_KEY, readSentiment } from "./sentiment";
import { readTypedSettings } from "./typed-settings";

/** What the settings of a container say, by what they mean here. */
export interface FoundSettings {
  /** As it is written; only `accept` in lower case starts a container. */
  readonly eula?: string;
  /** Absent: a placeholder or a reference of the shell. */
  readonly endpoint?: string;
  readonly modelId?: string;
  readonly secretsVia: "environment" | "arguments";
  /** The folder inside into which it writes. */
  readonly output?: string;
  /** Of the Text Analytics account that it asks for sentiment. */
  readonly textEndpoint?: string;
  /** Of the operation that it asks for sentiment. */
  readonly sentimentPath?: string;
  /** What the container has beyond this, each as far as the planner takes it. */
  readonly additions: readonly Addition[];
  readonly keyProblems: readonly Omit<Problem, "path">[];
  readonly others: readonly Other[];
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const { address, credentials, secure, except } = proxySettings;

/** Read by name; what is none of these is passed on as it is. */
const NAMED: ReadonlySet<string> = new Set(
  [
    "Eula",
    "Billing",
    "ApiKey",
    "ModelId",
    outputSetting.value.name,
    SENTIMENT_HOST,
    SENTIMENT_KEY,
    address.value.name,
    credentials.value.name,
    ...secure.value.names,
    ...except.value.names,
    ...containerSettings.map(({ value }) => value.name),
  ].map(canonicalSettingName),
);

/** @param companions sentiment containers by every name under which others reach them */
export function readSettings(found: FoundContainer, companions: ReadonlyMap<string, string>): FoundSettings {
  const given = givenTo(found);
  const [eula, endpoint, output] = ["Eula", "Billing", outputSetting.value.name].map((name) =>
    literalOf(findGiven(given, name)),
  );
  const model = findGiven(given, "ModelId")?.value;
  const modelId = isPlaceholder(model) || (holdsSecret(model ?? "") && !GUID.test(model ?? "")) ? undefined : model;
  const sentiment = readSentiment(given, companions);
  const readings = [
    sentiment,
    readProxy(given),
    readTypedSettings(given),
    readExtraSettings(given.filter(({ canonical }) => !NAMED.has(canonical))),
  ];
  return {
    ...(eula === undefined ? {} : { eula }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(modelId === undefined ? {} : { modelId }),
    secretsVia: findGiven(given, "ApiKey")?.via ?? "environment",
    ...(output === undefined ? {} : { output }),
    ...(sentiment.endpoint === undefined ? {} : { textEndpoint: sentiment.endpoint }),
    ...(sentiment.path === undefined ? {} : { sentimentPath: sentiment.path }),
    additions: readings.flatMap(({ additions }) => additions),
    keyProblems: given.filter(isSecret).map(({ name, canonical }) => ({
      code: "SPC310" as const,
      level: "warning" as const,
      message: `${shownName(name)} has a key in the clear, which is not repeated here`,
      hint: `regenerate it if others could read it; ${placeOf(canonical)}`,
    })),
    others: readings.flatMap(({ others }) => others),
  };
}

/** Where a secret comes from then. */
function placeOf(canonical: string): string {
  if (canonical.includes("proxy")) return "then put user:password into TF_VAR_speech_proxy_credentials";
  return canonical.endsWith("instrumentationkey")
    ? "then put it into TF_VAR_speech_application_insights_key"
    : "the account's key is wired for you";
}
