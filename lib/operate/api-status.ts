import type { ProblemCode } from "../domain/problem-catalogue";

/** What a word of `apiStatus` at `/status` means. */
export interface ApiStatusMeaning {
  readonly code: ProblemCode;
  readonly sentence: string;
  readonly advice: string;
  /** True: the word can go away by itself, so it is believed only after it has stayed for a while. */
  readonly passing: boolean;
}

/**
 * Words with which a container serves. Compared by equality: `Invalid` contains `valid`. The last two are of containers
 * that are not metered (containers.md 4).
 */
export const servingWords: ReadonlySet<string> = new Set(["Valid", "nonmetered", "non-metered"]);

/** The words of containers.md 4 with which a container refuses its queries. */
const refusingWords: Readonly<Record<string, ApiStatusMeaning>> = {
  Invalid: {
    code: "SPC801",
    sentence: "Azure does not know the key that this container was started with",
    advice: "deploy again: it replaces the containers whose key was regenerated",
    passing: false,
  },
  Mismatch: {
    code: "SPC802",
    sentence: "key and endpoint are not of one Speech account",
    advice: "take both from one account of kind SpeechServices, then deploy again",
    passing: false,
  },
  CouldNotConnect: {
    code: "SPC803",
    sentence: "the container does not reach its billing endpoint",
    advice: "open TCP 443 from the engine's host to *.cognitive.microsoft.com and *.cognitiveservices.azure.com",
    passing: true,
  },
  BillingEndpointBusy: {
    code: "SPC804",
    sentence: "the billing endpoint is busy and asks to be called again later",
    advice: "wait some minutes, the container tries again by itself",
    passing: true,
  },
  OutOfQuota: {
    code: "SPC805",
    sentence: "the free amount of the account is used up",
    advice: "wait for the next month, or use sku: S0",
    passing: false,
  },
  ContainerUseUnauthorized: {
    code: "SPC806",
    sentence: "the subscription is not approved for this gated container",
    advice: "ask Microsoft for access, or use a function that is not gated",
    passing: false,
  },
};

/** The meaning of a word that is not one of {@link servingWords}; words that are not documented count as Unknown. */
export function meaningOfApiStatus(word: string): ApiStatusMeaning {
  // What listens there may be any program: its word can be `constructor`.
  const known = Object.hasOwn(refusingWords, word) ? refusingWords[word] : undefined;
  return (
    known ?? {
      code: "SPC807",
      sentence: `the container cannot say whether its key is good (it says "${word}")`,
      advice: "read the container's log, and verify again in a minute",
      passing: true,
    }
  );
}
