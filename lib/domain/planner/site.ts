import type { Problem } from "../problems";
import type { ContainerPlan, SitePlan } from "../plan";
import { collectProblems, hasErrors } from "../report";
import type { SiteRequest } from "../request";
import { assembleSite } from "./assembly";
import { chooseEdition, judgeEula } from "./choices";
import { judgeEngineName } from "./naming";
import { judgeSentiment } from "./sentiment";
import { judgeSharing } from "./sharing";
import { judgeSite } from "./sites";
import { needsTextAnalytics } from "./text-analytics";

/** What a site takes from what is around it. */
export interface SiteContext {
  /** Start of the names of model volumes. */
  readonly deployment: string;
  /** Start of every engine object's name. */
  readonly stackId: string;
  /** Default: the newest, with a warning. */
  readonly edition?: string;
  readonly eula?: string;
  /** Containers that are planned elsewhere and share the network. */
  readonly neighbours?: readonly ContainerPlan[];
  /** Whether licences come from an account of their own. */
  readonly licenseAccount?: boolean;
}

export interface SiteResult {
  /** Absent if any problem is an error. */
  readonly site?: SitePlan;
  /** Whether any container needs the Text Analytics account, also where there is no plan. */
  readonly needsTextAnalytics: boolean;
  readonly problems: readonly Problem[];
}

/** Plans one site by itself, as constructs do: containers that share an engine, without an account. Never throws. */
export function planSite(request: SiteRequest, context: SiteContext): SiteResult {
  const report = collectProblems();
  const root = { path: "", source: request.source };
  judgeEngineName(context.deployment, { path: "deployment" }, report);
  judgeEngineName(context.stackId, { path: "stackId" }, report);
  const edition = chooseEdition(context.edition, { path: "edition" }, report);
  judgeEula(context.eula, { path: "eula" }, report);
  const site = judgeSite(
    {
      deployment: context.deployment,
      edition,
      profile: "trial",
      registry: undefined,
      lock: undefined,
      proxy: undefined,
      settings: new Map(),
    },
    { request, stackId: context.stackId, place: root },
    report,
  );
  const ports = judgeSharing([site], report);
  const sentiments = judgeSentiment([site], report, context.neighbours);
  const problems = report.problems();
  const result = { needsTextAnalytics: site.containers.some(needsTextAnalytics), problems };
  return hasErrors(problems) || edition === undefined
    ? result
    : {
        ...result,
        site: assembleSite(site, edition, { ports, sentiments, licenseAccount: context.licenseAccount === true }),
      };
}
