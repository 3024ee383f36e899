import {
  type ContainerPlan,
  type ContainerRequest,
  type DeploymentRequest,
  LOCAL_SITE,
  type PlanResult,
  type Problem,
  planDeployment,
} from "../../domain";

/** What the containers of one configuration share. */
export interface Shared {
  readonly deployment: string;
  readonly edition: string;
  /** Sentiment containers by every name under which others reach them, in lower case. */
  readonly companions: ReadonlyMap<string, string>;
}

/** The first form with which the plan is as it should be; the last one where none is, so that its problems show. */
export function first(
  forms: readonly ContainerRequest[],
  shared: Shared,
  fits: (plan: ContainerPlan) => boolean,
): ContainerRequest {
  const fitting = forms.find((form) => {
    const plan = planOne(form, shared);
    return plan !== undefined && fits(plan);
  });
  return fitting ?? forms.at(-1) ?? { name: "", function: "" };
}

export function planOne(container: ContainerRequest, shared: Shared): ContainerPlan | undefined {
  const result = resultOf(container, shared);
  return result.ok
    ? result.plan.sites.flatMap(({ containers }) => containers).find(({ name }) => name === container.name)
    : undefined;
}

/** The first reason for which the planner refuses a container; undefined: it takes it. */
export function refusalOf(container: ContainerRequest, shared: Shared): Problem | undefined {
  return resultOf(container, shared).problems.find(({ level }) => level === "error");
}

/** The container by itself, but for the companion that it asks; accounts are for the planner's sake only. */
function resultOf(container: ContainerRequest, { deployment, edition }: Shared): PlanResult {
  const { sentiment } = container;
  const companion = typeof sentiment === "object" ? [{ name: sentiment.container, function: "sentiment" }] : [];
  const request: DeploymentRequest = {
    name: deployment,
    edition,
    eula: "accept",
    account: { kind: "existing", name: "contoso", resourceGroup: "contoso" },
    textAnalytics: { kind: "existing", name: "contoso-text", resourceGroup: "contoso" },
    layout: "containers",
    sites: [{ name: LOCAL_SITE, containers: [container, ...companion] }],
  };
  return planDeployment(request);
}
