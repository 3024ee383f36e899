import {
  type AccountRequest,
  type ContainerRequest,
  type DeploymentPlan,
  type DeploymentRequest,
  LOCAL_SITE,
  type Problem,
  planDeployment,
} from "../../lib/domain";

export const MODEL_ID = "1a2b3c4d-2222-3333-4444-555555555555";

export const account: AccountRequest = {
  kind: "create",
  name: "contoso-speech",
  location: "westeurope",
  resourceGroup: { name: "speech-rg", create: true },
};

/** The account that sentiment bills to. */
export const textAnalytics: AccountRequest = {
  kind: "create",
  name: "contoso-text",
  location: "westeurope",
  resourceGroup: { name: "speech-rg" },
};

/** A good sentiment container; what a test is about overrides it. */
export function tone(change: Partial<ContainerRequest> = {}): ContainerRequest {
  return { name: "tone", function: "sentiment", port: 5002, ...change };
}

/** A good container; what a test is about overrides it. */
export function captions(change: Partial<ContainerRequest> = {}): ContainerRequest {
  return { name: "captions", function: "speech-to-text", locale: "en-US", port: 5000, ...change };
}

/** A good deployment of one site; what a test is about overrides it. */
export function deployment(
  containers: readonly ContainerRequest[] = [captions()],
  change: Partial<DeploymentRequest> = {},
): DeploymentRequest {
  return {
    name: "contoso",
    edition: "2025-07",
    eula: "accept",
    account,
    layout: "containers",
    sites: [{ name: LOCAL_SITE, containers }],
    ...change,
  };
}

/** The plan of a request that has no errors. */
export function planOf(request: DeploymentRequest): DeploymentPlan {
  const result = planDeployment(request);
  if (!result.ok) {
    throw new Error(`expected a plan, got ${JSON.stringify(result.problems)}`);
  }
  return result.plan;
}

/** The only container of the only site of a request that has no errors. */
export function containerOf(request: DeploymentRequest) {
  const container = planOf(request).sites[0]?.containers[0];
  if (container === undefined) {
    throw new Error("expected a container");
  }
  return container;
}

/** Code and path of every problem, as `SPC101 containers.captions.locale`. */
export function codesOf(request: DeploymentRequest): readonly string[] {
  return planDeployment(request).problems.map(({ code, path }) => `${code} ${path}`);
}

/** The problem of a code, when the request has exactly one of it. */
export function problemOf(request: DeploymentRequest, code: string): Problem {
  const [problem, ...others] = planDeployment(request).problems.filter((one) => one.code === code);
  if (problem === undefined || others.length > 0) {
    throw new Error(`expected one ${code}, got ${JSON.stringify(planDeployment(request).problems)}`);
  }
  return problem;
}
