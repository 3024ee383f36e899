import { judged } from "../judging";
import { fail, pass, type Rule, type RuleContext, undecided } from "../rule";
import type { AccountView } from "../views/account";
import { containersUsing, servingAccounts } from "../wiring";

const SPEECH = "SpeechServices";

/** A container of Text Analytics, whose account is of another kind. */
const SENTIMENT: string = "sentiment";
const OF_SENTIMENT = "TextAnalytics";

/** Kinds whose keys only some images take. */
const DOUBTFUL = "AIServices";

/** The kind of the account. */
export const acc1: Rule = {
  id: "ACC-1",
  title: "account is of kind SpeechServices",
  level: "error",
  why: "A Speech container refuses the key of another kind with InvalidProductId, or starts and never serves.",
  fix: `make an account of kind "${SPEECH}" for the containers: the kind of an account cannot be changed`,
  source: "MicrosoftDocs/azure-docs speech-container-faq.md (InvalidProductId) and issue 95120",
  judge: (context) =>
    servingAccounts(context)
      .filter((account) => servesSpeech(context, account))
      .map((account) => {
        const { resource, kind } = account;
        return judged(resource, "kind", kind, (value) => {
          if (value === SPEECH) return pass(resource);
          if (value === OF_SENTIMENT && containersUsing(context, account).length === 0) {
            return undecided(
              resource,
              `kind is "${value}", and no container of this plan says that it is for sentiment`,
            );
          }
          const message = `kind is ${value === undefined ? "not set" : `"${value}"`}`;
          if (value !== DOUBTFUL) return fail(resource, `${message}: Speech containers refuse its keys`);
          return fail(resource, `${message}: newer images take its keys, older ones refuse them`, { level: "warning" });
        });
      }),
};

/** Whether any container of Speech takes its key. */
function servesSpeech(context: RuleContext, account: AccountView): boolean {
  const served = containersUsing(context, account);
  return served.length === 0 || served.some(({ owner }) => owner?.function !== SENTIMENT);
}
