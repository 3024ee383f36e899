import type { AccountPlan } from "../plan";
import type { Profile } from "../profiles";
import { compareText } from "../order";
import { type Place, type Report, below, shownName } from "../report";
import type { AccountRequest, DeploymentRequest } from "../request";
import { planAccount } from "./account";
import type { JudgedContainer } from "./container";
import type { JudgedSite } from "./sites";

interface Surroundings {
  readonly profile: Profile;
  readonly sites: readonly JudgedSite[];
  readonly place: Place;
}

/**
 * The Text Analytics account, if there is one. Reports that it is missing, that nothing uses it, or that it is the
 * Speech account again.
 */
export function planTextAnalytics(
  { account, textAnalytics: request }: DeploymentRequest,
  { profile, sites, place: root }: Surroundings,
  report: Report,
): AccountPlan | undefined {
  const users = sites.flatMap(({ containers }) => containers).filter(needsTextAnalytics);
  if (request === undefined) {
    if (users.length > 0) {
      const names = users
        .map(({ request: { name } }) => shownName(name))
        .sort(compareText)
        .join(", ");
      const message = `sentiment bills to a Text Analytics account, and there is none for ${names}`;
      report.error("SPC330", below(root, "textAnalytics"), message, `add ${linesToPaste(account)}`);
    }
    return undefined;
  }
  const place = below(root, "textAnalytics", request.source);
  if (users.length === 0) {
    const hint = "add sentiment: to a container, or delete the account";
    report.warning("SPC331", place, "no container uses the Text Analytics account", hint);
  }
  if (isSame(account, request)) {
    const hint = "name an account of the kind TextAnalytics, which has an endpoint and keys of its own";
    report.error("SPC332", place, "this is the Speech account again, and its key is refused for text", hint);
  }
  return planAccount(request, "textAnalytics", profile, place, report);
}

/** Whether a container is wired to the account: a companion itself, or one that asks the cloud. */
function needsTextAnalytics({ request, edition }: JudgedContainer): boolean {
  const isCompanion = edition?.settings.some(({ value }) => value.account === "textAnalytics") === true;
  return isCompanion || (edition?.sentiment !== undefined && request.sentiment === "cloud");
}

/** Accounts are told apart by name and group; regional endpoints are shared. */
function isSame(account: AccountRequest, other: AccountRequest): boolean {
  const id = (request: AccountRequest) => {
    if (request.kind === "endpoint") {
      return undefined;
    }
    const group = typeof request.resourceGroup === "string" ? request.resourceGroup : request.resourceGroup.name;
    return request.name === "" ? undefined : `${group}/${request.name}`.toLowerCase();
  };
  return id(account) !== undefined && id(account) === id(other);
}

function linesToPaste(account: AccountRequest): string {
  switch (account.kind) {
    case "create": {
      const group = shownName(account.resourceGroup.name);
      const name = `${shownName(account.name)}-text`;
      return `textAnalytics: { name: ${name}, location: ${account.location}, resourceGroup: { name: ${group} } }`;
    }
    case "existing":
      return `textAnalytics: { existing: { name: <account>, resourceGroup: ${shownName(account.resourceGroup)} } }`;
    case "endpoint":
      return "textAnalytics: { endpoint: <endpoint of the account> }";
  }
}
