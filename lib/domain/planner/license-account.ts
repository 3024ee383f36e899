import { LICENSE_SKU } from "../account-kinds";
import { compareText } from "../order";
import type { AccountPlan } from "../plan";
import type { Profile } from "../profiles";
import { type Place, type Report, below, shownName } from "../report";
import type { DeploymentRequest } from "../request";
import { planAccount } from "./account";
import type { JudgedContainer } from "./container";
import type { JudgedSite } from "./sites";

interface Surroundings {
  readonly profile: Profile;
  readonly sites: readonly JudgedSite[];
  readonly place: Place;
  /** The Speech account, as planned. */
  readonly account: AccountPlan;
}

/**
 * The account that gives licences, if it is one of its own. Reports where licences come from an account that gives
 * none, where an account that only gives licences is to serve connected containers, and where custom speech to text
 * has one account for its model and its licence: it needs two.
 */
export function planLicenseAccount(
  { licenseAccount: request }: DeploymentRequest,
  { profile, sites, place: root, account }: Surroundings,
  report: Report,
): AccountPlan | undefined {
  const containers = sites.flatMap((site) => site.containers);
  const disconnected = containers.filter((container) => container.disconnected !== undefined);
  const needSpeech = containers.filter(
    (container) => container.request.disconnected === undefined || isCustom(container),
  );
  judgeSpeechAccount(account, needSpeech, root, report);
  if (request === undefined) {
    judgeMissing(account, disconnected, root, report);
    return undefined;
  }
  const place = below(root, "licenseAccount", request.source);
  if (disconnected.length === 0) {
    const hint = "add disconnected: true to a container, or delete the account";
    report.warning("SPC342", place, "no container is disconnected, so none needs a licence", hint);
  }
  return planAccount(request, "licenseAccount", profile, place, report);
}

function judgeSpeechAccount(
  account: AccountPlan,
  needing: readonly JudgedContainer[],
  root: Place,
  report: Report,
): void {
  if (account.kind === "create" && account.sku === LICENSE_SKU && needing.length > 0) {
    const message = `a ${LICENSE_SKU} account only gives licences, and ${namesOf(needing)} needs one that serves`;
    const hint = `use sku: S0, and write the ${LICENSE_SKU} account as licenseAccount:`;
    report.error("SPC341", below(below(root, "account", account.source), "sku"), message, hint);
  }
}

function judgeMissing(
  account: AccountPlan,
  disconnected: readonly JudgedContainer[],
  root: Place,
  report: Report,
): void {
  const custom = disconnected.filter(isCustom);
  const gives = account.kind !== "create" || account.sku === LICENSE_SKU;
  if (custom.length > 0) {
    const message = `${namesOf(custom)} needs two accounts: one for its model, a ${LICENSE_SKU} one for its licence`;
    report.error("SPC340", below(root, "licenseAccount"), message, `add licenseAccount: with sku ${LICENSE_SKU}`);
  } else if (disconnected.length > 0 && !gives) {
    const message = `the licence of ${namesOf(disconnected)} comes from a ${LICENSE_SKU} account, and there is none`;
    const hint = `add licenseAccount:, or, if no container is connected, write sku: ${LICENSE_SKU} at account:`;
    report.error("SPC340", below(root, "licenseAccount"), message, hint);
  }
}

/** Its model comes from an account that serves, whatever its licence comes from. */
function isCustom({ edition }: JudgedContainer): boolean {
  return edition?.modelFolder !== undefined;
}

/** Sorted: the order in which sites are written makes no difference. */
function namesOf(containers: readonly JudgedContainer[]): string {
  const names = new Set(containers.map(({ request }) => request.name));
  return [...names].sort(compareText).map(shownName).join(", ");
}
