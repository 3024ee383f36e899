import type { SpeechSettings } from "./settings";

const isHttpUrl = (text: string): boolean => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

export interface StartConditions {
  /** A custom container whose folder holds no model. */
  readonly needsModel: boolean;
  /** It runs on a licence. */
  readonly disconnected?: boolean;
}

/**
 * Why a container with these settings does not start, one log line each; empty when it starts. The lines for the EULA and for a
 * bad endpoint begin with what the real framework prints; those for an absent Billing, ApiKey or ModelId are the sandbox's own words.
 */
export function reasonsNotToStart(
  settings: SpeechSettings,
  { needsModel, disconnected = false }: StartConditions,
): readonly string[] {
  const reasons: string[] = [];
  if (settings.get("eula") !== "accept") {
    reasons.push("Missing EULA=accept command line option. The container does not start without it.");
  }
  if (disconnected) {
    return needsModel ? [...reasons, "The models folder holds no model, and nothing can be downloaded."] : reasons;
  }
  reasons.push(...reasonsOfBilling(settings));
  if (needsModel && (settings.get("modelid") ?? "") === "") {
    reasons.push("Missing ModelId=<model> command line option, and the models folder holds no model.");
  }
  return reasons;
}

function reasonsOfBilling(settings: SpeechSettings): readonly string[] {
  const billing = settings.get("billing") ?? "";
  const reasons: string[] = [];
  if (billing === "")
    reasons.push("Missing Billing=<endpoint> command line option. The container does not start without it.");
  else if (!isHttpUrl(billing)) reasons.push("Invalid Billing Endpoint URI.");
  if ((settings.get("apikey") ?? "") === "") {
    reasons.push("Missing ApiKey=<key> command line option. The container does not start without it.");
  }
  return reasons;
}
