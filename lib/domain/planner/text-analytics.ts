import type { AccountPlan } from "../plan";
import type { Profile } from "../profiles";
import { compareText } from "../order";
import { type Place, type Report, below, shownName } from "../report";
import type { AccountRequest, DeploymentRequest } from "../request";
import { planAccount } from "./account";
import { quoted } from "../words";
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
  judgeDifference(account, request, place, report);
  return planAccount(request, "textAnalytics", profile, place, report);
}

/** Whether a container is wired to the account: a companion itself, or one that asks the cloud. */
export function needsTextAnalytics({ request, edition }: JudgedContainer): boolean {
  const isCompanion = edition?.settings.some(({ value }) => value.account === "textAnalytics") === true;
  return isCompanion || (edition?.sentiment !== undefined && request.sentiment === "cloud");
}

function judgeDifference(account: AccountRequest, request: AccountRequest, place: Place, report: Report): void {
  const [name, subdomain] = [nameOf(account), subdomainOf(account)];
  const sharesName = name !== undefined && name === nameOf(request);
  const sharesSubdomain = subdomain !== undefined && subdomain === subdomainOf(request);
  if (!sharesName && sharesSubdomain && account.kind === "create" && request.kind === "create") {
    const message = `${quoted(subdomain)} is the Speech account's too, and Azure gives a subdomain to one account only`;
    report.error("SPC332", below(place, "customSubdomain"), message, "use another one");
  } else if (sharesName || sharesSubdomain) {
    const hint = "name an account of the kind TextAnalytics, which has an endpoint and keys of its own";
    report.error("SPC332", place, "this is the Speech account again, and its key is refused for text", hint);
  }
}

/** Where an account stands in the subscription; unknown of one by its endpoint. */
function nameOf(request: AccountRequest): string | undefined {
  if (request.kind === "endpoint" || request.name === "") {
    return undefined;
  }
  const group = typeof request.resourceGroup === "string" ? request.resourceGroup : request.resourceGroup.name;
  return `${group}/${request.name}`.toLowerCase();
}

/** Hosts of one account; all accounts of a region share `<region>.api.cognitive.microsoft.com`. */
const SUBDOMAIN_HOST = /^https:\/\/([^./:]+)\.cognitiveservices\.azure\.(?:com|us|cn)(?=[:/]|$)/i;

function subdomainOf(request: AccountRequest): string | undefined {
  switch (request.kind) {
    case "create":
      return request.customSubdomain?.toLowerCase();
    case "existing":
      return undefined;
    case "endpoint":
      return SUBDOMAIN_HOST.exec(request.endpoint)?.[1]?.toLowerCase();
  }
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
      return "textAnalytics: { endpoint: <endpoint of the account> }, and its key as TF_VAR_text_analytics_api_key";
  }
}
