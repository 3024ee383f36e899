import { COMPANION_FUNCTION } from "../../domain/catalogue/sentiment-data";
import { judged } from "../judging";
import { fail, type Outcome, pass, type Rule, type RuleContext, undecided } from "../rule";
import type { AccountView } from "../views/account";
import type { ContainerView } from "../views/container";
import { findSetting } from "../views/settings";
import { accountsUsedBy, BILLING, containersUsing, SENTIMENT, servingAccounts } from "../wiring";

const SPEECH = "SpeechServices";
const TEXT = "TextAnalytics";

/** Kinds that serve several services, whose keys only some images of Speech take. */
const DOUBTFUL = "AIServices";

/** Kinds that serve several services; no document says whether sentiment takes their keys. */
const DOUBTFUL_FOR_TEXT = [DOUBTFUL, "CognitiveServices"];

/** The kind of the account. */
export const acc1: Rule = {
  id: "ACC-1",
  title: "account is of the kind that its containers take keys of",
  level: "error",
  why: "A Speech container refuses the key of another kind with InvalidProductId, or starts and never serves.",
  fix:
    `make an account of kind "${SPEECH}" for Speech, one of kind "${TEXT}" for sentiment: ` +
    "the kind of an account cannot be changed",
  source: "MicrosoftDocs/azure-docs speech-container-faq.md (InvalidProductId) and issue 95120",
  judge: (context) => servingAccounts(context).map((account) => judgeAccount(context, account)),
};

function judgeAccount(context: RuleContext, account: AccountView): Outcome {
  const { resource, kind } = account;
  const uses = containersUsing(context, account).flatMap((container) => usesOf(context, container, account));
  return judged(resource, "kind", kind, (value) => {
    if (value === TEXT && uses.every((use) => use === "unclear")) {
      return undecided(resource, `kind is "${value}", and no container of this plan says that it is for sentiment`);
    }
    const message = `kind is ${value === undefined ? "not set" : `"${value}"`}`;
    if (uses.includes("text") && value !== TEXT) {
      return value !== undefined && DOUBTFUL_FOR_TEXT.includes(value) && !uses.includes("speech")
        ? fail(resource, `${message}: whether sentiment takes its keys, no document says`, { level: "warning" })
        : fail(resource, `${message}: sentiment refuses its keys`);
    }
    if (value === SPEECH || (value === TEXT && !uses.includes("speech"))) return pass(resource);
    if (value !== DOUBTFUL) return fail(resource, `${message}: Speech containers refuse its keys`);
    return fail(resource, `${message}: newer images take its keys, older ones refuse them`, { level: "warning" });
  });
}

/** What a container takes an account for. */
type Use = "speech" | "text" | "unclear";

function usesOf(context: RuleContext, container: ContainerView, account: AccountView): readonly Use[] {
  const billed = accountsUsedBy(context, container, [BILLING]);
  const asked = accountsUsedBy(context, container, [SENTIMENT]);
  const uses: Use[] = [];
  if (billed.includes(account)) uses.push(useOfBilling(container, billed));
  if (asked.includes(account)) uses.push("text");
  return uses;
}

function useOfBilling(container: ContainerView, billed: readonly AccountView[]): Use {
  if (container.owner?.function === COMPANION_FUNCTION) return "text";
  return isHidden(container, billed) ? "unclear" : "speech";
}

/** Words that are unknown as a whole name several accounts, and not which of them is for Speech. */
function isHidden({ settings }: ContainerView, billed: readonly AccountView[]): boolean {
  return billed.length > 1 && [BILLING.endpoint, BILLING.key].some((name) => findSetting(settings, name) === "unknown");
}
