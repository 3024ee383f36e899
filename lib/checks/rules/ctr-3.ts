import { isExpression } from "../origins";
import type { Origin } from "../plan-view";
import { fail, pass, undecided, type Outcome, type Rule } from "../rule";
import type { ContainerView } from "../views/container";
import { findSetting, type Setting } from "../views/settings";
import { originsOfSetting } from "../wiring";

/** Settings that are secrets. */
const SECRETS = [
  "ApiKey",
  "CloudAI:SentimentAnalysisSettings:SentimentAnalysisApiKey",
  "HTTP_PROXY_CREDS",
  "ApplicationInsights:InstrumentationKey",
] as const;

/** Keys in the clear. */
export const ctr3: Rule = {
  id: "CTR-3",
  title: "secrets are references and marked as sensitive",
  level: "error",
  why: "A key that is written down, or not marked, stands in plans, logs and the repository for everyone to read.",
  fix: "take the key from the account's attribute, or from a variable with sensitive = true",
  source: "hashicorp/terraform pull request 38537; measured: a plan holds the key in eleven places",
  judge: ({ containers }) =>
    containers.flatMap((container) =>
      SECRETS.flatMap((name) => {
        const outcome = judgeSecret(container, name);
        return outcome === undefined ? [] : [outcome];
      }),
    ),
};

function judgeSecret(container: ContainerView, name: (typeof SECRETS)[number]): Outcome | undefined {
  const { resource, settings } = container;
  const setting = findSetting(settings, name);
  if (setting === "unset") return undefined;
  const origins = name === "ApiKey" ? originsOfSetting(container, name) : originsIfKnown(setting);
  const details = name === "ApiKey" ? {} : { part: name };
  if (typeof setting === "object" && setting.marked === true) {
    return isWrittenDown(container, setting) ? fail(resource, `${name} is written as text`, details) : pass(resource);
  }
  if (origins.some(isPlainVariable)) {
    return fail(resource, `${name} comes from a variable that is not sensitive`, details);
  }
  // A value that is known without its mark lost it on the way (`nonsensitive`), wherever it comes from.
  const isUnmarked = typeof setting === "object" && setting.marked === false;
  if (!isUnmarked && origins.length > 0 && origins.every(isKept)) return pass(resource);
  if (typeof setting === "object" && setting.value.state === "known") {
    const isText = setting.marked === undefined || origins.length === 0;
    return fail(resource, `${name} is ${isText ? "written as text" : "not marked as sensitive"}`, details);
  }
  // Whether a setting that nobody asks for is among unknown words, no plan tells.
  if (name !== "ApiKey" && setting === "unknown") return undefined;
  return undecided(resource, `${name} known after apply`);
}

/** `sensitive("…")` hides a key from the plan and leaves it in the repository: all words of the list refer to nothing. */
function isWrittenDown({ resource, settings }: ContainerView, { via }: Setting): boolean {
  const expression = resource.configuration?.[via === "argument" ? "command" : "env"];
  return isExpression(expression) && expression.references.length === 0 && settings.complete;
}

function originsIfKnown(setting: Setting | "unknown"): readonly Origin[] {
  return typeof setting === "object" ? setting.origins : [];
}

const isPlainVariable = (origin: Origin): boolean => origin.kind === "variable" && !origin.sensitive;

/** The provider marks keys of accounts; Terraform marks sensitive variables. */
const isKept = (origin: Origin): boolean =>
  (origin.kind === "variable" && origin.sensitive) ||
  (origin.kind === "resource" && origin.attribute?.endsWith("_access_key") === true);
