import type { Draft } from "./draft";
import type { NotCarried } from "./found";

/** The accounts of a configuration by their endpoints. */
export interface Accounts {
  readonly speech: string;
  /** Absent: no container needs Text Analytics. */
  readonly text?: string;
  readonly notes: readonly NotCarried[];
}

/** Stands for an account whose endpoint the command leaves open. */
const SAMPLE_ENDPOINT = "https://westeurope.api.cognitive.microsoft.com/";

/** Sentiment containers bill to Text Analytics; so does who asks the cloud for sentiment. */
export function accountsOf(drafts: readonly Draft[]): Accounts {
  const isCompanion = ({ request }: Draft): boolean => request.function === "sentiment";
  const companions = drafts.filter(isCompanion);
  const asking = drafts.filter(({ request }) => request.sentiment === "cloud");
  const speech = distinct(drafts.filter((draft) => !isCompanion(draft)).map(({ settings }) => settings.endpoint));
  const text = distinct([
    ...companions.map(({ settings }) => settings.endpoint),
    ...asking.map(({ settings }) => settings.textEndpoint),
  ]);
  const needsText = companions.length + asking.length > 0;
  return {
    speech: speech[0] ?? SAMPLE_ENDPOINT,
    ...(needsText ? { text: text[0] ?? SAMPLE_ENDPOINT } : {}),
    notes: [
      ...notesOf("account", speech, "speech_api_key"),
      ...(needsText ? notesOf("textAnalytics", text, "text_analytics_api_key") : []),
    ],
  };
}

function distinct(endpoints: readonly (string | undefined)[]): readonly string[] {
  return [...new Set(endpoints.flatMap((endpoint) => endpoint ?? []))];
}

function notesOf(account: string, [endpoint, ...others]: readonly string[], variable: string): readonly NotCarried[] {
  const note = (what: string, why: string): NotCarried => ({ container: account, what, why });
  return [
    ...(endpoint === undefined ? [note("Billing", "it is a placeholder; write the endpoint of your account")] : []),
    ...others.map((other) => note(`Billing ${other}`, "a configuration has one account")),
    note("ApiKey", fromVariable(variable)),
  ];
}

/** The variables of the secrets that are no account's. */
export function secretNotes(drafts: readonly Draft[]): readonly NotCarried[] {
  const requests = drafts.map(({ request }) => request);
  const hasProxySecret = requests.some(({ proxy }) => typeof proxy === "object" && proxy.authenticated === true);
  const hasInsights = requests.some(({ settings }) => settings?.applicationInsights === true);
  return [
    ...(hasProxySecret
      ? [{ container: "proxy", what: "user and password", why: fromVariable("speech_proxy_credentials") }]
      : []),
    ...(hasInsights
      ? [{ container: "settings", what: "InstrumentationKey", why: fromVariable("speech_application_insights_key") }]
      : []),
  ];
}

const fromVariable = (name: string): string => `it comes from the variable TF_VAR_${name}`;
