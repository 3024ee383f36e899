import type { AccountPlan, PlanResult } from "../plan";
import { compareText } from "../order";
import { type Place, type Report, below, collectProblems, hasErrors } from "../report";
import { type DeploymentRequest, LOCAL_SITE } from "../request";
import { quoted } from "../words";
import { planAccount } from "./account";
import { assembleSite } from "./assembly";
import { judgeBackend } from "./backend";
import { chooseEdition, chooseProfile, judgeEula } from "./choices";
import { judgeKeys, judgeKeysInTags } from "./keys";
import { judgeLock } from "./lock";
import { judgeName, judgeRepeated } from "./naming";
import { chooseProxy } from "./proxy";
import { chooseRegistry } from "./registry";
import { planLicenseAccount } from "./license-account";
import { judgeSentiment } from "./sentiment";
import { judgeSettings } from "./settings";
import { judgeSharing } from "./sharing";
import { type SiteToPlan, judgeSite } from "./sites";
import { judgeTags } from "./tags";
import { planTextAnalytics } from "./text-analytics";

/**
 * Judges a request and turns it into the one plan that everything else is rendered from.
 * Total: any well-typed request gives a plan or all of its problems; nothing is thrown. The order in which sites and
 * containers are written makes no difference to the plan.
 */
export function planDeployment(request: DeploymentRequest): PlanResult {
  const report = collectProblems();
  const root: Place = { path: "", source: request.source };
  judgeName(request.name, below(root, "name"), report);
  const edition = chooseEdition(request.edition, below(root, "edition"), report);
  const profile = chooseProfile(request.profile, below(root, "profile"), report);
  judgeEula(request.eula, below(root, "eula"), report);
  const registry = chooseRegistry(request.registry, below(root, "registry"), report);
  judgeBackend(request.backend, profile, below(root, "backend"), report);
  judgeTags(request.tags ?? {}, below(root, "tags"), report);
  const accountPlace = below(root, "account", request.account.source);
  const account = planAccount(request.account, "speech", profile, accountPlace, report);
  judgeOwnKeys(request, root, report);

  const proxy = chooseProxy(request.proxy, undefined, below(root, "proxy"), report);
  const settings = judgeSettings(request.settings, below(root, "settings"), report);
  const context = { deployment: request.name, edition, profile, registry, lock: request.lock, proxy, settings };
  const sites = sitesToPlan(request, root, report).map((site) => judgeSite(context, site, report));
  const ports = judgeSharing(sites, report);
  const sentiments = judgeSentiment(sites, report);
  const textAnalytics = planTextAnalytics(request, { profile, sites, place: root }, report);

  const licenseAccount = planLicenseAccount(request, { profile, sites, place: root, account }, report);
  judgeLock(
    request.lock,
    sites.flatMap(({ containers }) => containers),
    root,
    report,
  );
  const problems = report.problems();
  if (hasErrors(problems) || edition === undefined) {
    return { ok: false, problems };
  }
  const { name, layout, backend, tags = {} } = request;
  const stack = accountStackId(request, [account, textAnalytics, licenseAccount]);
  const plan = {
    name,
    edition,
    profile,
    layout,
    account,
    ...(textAnalytics === undefined ? {} : { textAnalytics }),
    ...(licenseAccount === undefined ? {} : { licenseAccount }),
    ...(backend === undefined ? {} : { backend }),
    tags,
    ...(stack === undefined ? {} : { accountStackId: stack }),
    sites: sites.map((site) =>
      assembleSite(site, edition, { ports, sentiments, licenseAccount: licenseAccount !== undefined }),
    ),
  };
  return { ok: true, plan, problems };
}

/** The stack that makes accounts; none if they exist already. */
function accountStackId(
  { name, layout }: DeploymentRequest,
  accounts: readonly (AccountPlan | undefined)[],
): string | undefined {
  if (!accounts.some((account) => account?.kind === "create")) {
    return undefined;
  }
  return layout === "containers" ? name : `${name}-account`;
}

/** Keys outside of the sites, whose own places are nearer, and of the backend, whose credentials have their own code. */
function judgeOwnKeys(request: DeploymentRequest, root: Place, report: Report): void {
  const {
    sites: _sites,
    account,
    textAnalytics,
    licenseAccount,
    backend: _backend,
    lock: _lock,
    tags = {},
    ...own
  } = request;
  judgeKeys(own, root, report);
  judgeKeysInTags(tags, below(root, "tags"), report);
  judgeKeys(account, below(root, "account", account.source), report);
  judgeKeys(textAnalytics, below(root, "textAnalytics", textAnalytics?.source), report);
  judgeKeys(licenseAccount, below(root, "licenseAccount", licenseAccount?.source), report);
}

/** The sites by name, each with its stack and its place in the configuration, which depend on the layout. */
function sitesToPlan(request: DeploymentRequest, root: Place, report: Report): readonly SiteToPlan[] {
  const { name, layout } = request;
  if (layout === "containers") {
    const fits = request.sites.length === 1 && request.sites[0]?.name === LOCAL_SITE;
    if (!fits) {
      const message = `the layout has ${request.sites.length} sites, not the one site ${LOCAL_SITE}`;
      report.error("SPC409", below(root, "containers"), message, "use the layout with sites");
    }
    return request.sites.map((site) => ({ request: site, stackId: name, place: root }));
  }
  if (request.sites.length === 0) {
    report.error("SPC200", below(root, "sites"), "there is no site to deploy", "add a site");
  }
  const sites = request.sites
    .map((site) => ({
      request: site,
      stackId: `${name}-${site.name}`,
      place: below(below(root, "sites"), site.name, site.source),
    }))
    .sort((left, right) => compareText(left.request.name, right.request.name));
  judgeRepeated(sites, report);
  for (const { request: site, place } of sites) {
    judgeName(site.name, place, report);
    if (site.name === "account") {
      report.error("SPC408", place, `the stack ${quoted(`${name}-account`)} is the account's own`, "use another name");
    }
  }
  return sites;
}
