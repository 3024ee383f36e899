import type { DeploymentPlan, SitePlan } from "./plan";
import type { Problem } from "./problems";

/**
 * Variables of the shell that would win over a site's engine, so that the shell would decide which machine is changed
 * (SPC410). The docker provider takes `DOCKER_CONTEXT` before any host, and `DOCKER_HOST` where no host is configured;
 * a socket of this machine is what *no host* means, so that one is fine.
 */
export function engineEnvironmentProblems(
  plan: DeploymentPlan,
  environment: Readonly<Record<string, string | undefined>>,
): readonly Problem[] {
  const { DOCKER_CONTEXT: context, DOCKER_HOST: host } = environment;
  return plan.sites.flatMap((site) => {
    const problems: Problem[] = [];
    if (isSet(context)) {
      problems.push(environmentWins(plan, site, "DOCKER_CONTEXT", context));
    }
    if (isSet(host) && site.engine.host === undefined && !/^(unix|npipe):/.test(host)) {
      problems.push(environmentWins(plan, site, "DOCKER_HOST", host));
    }
    return problems;
  });
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}

function environmentWins(plan: DeploymentPlan, site: SitePlan, variable: string, value: string): Problem {
  const { engine } = site;
  const planned = engine.host === undefined ? "the local engine" : `"${engine.host}"`;
  const written =
    variable === "DOCKER_HOST" ? `or write the engine as \`host: ${value}\`` : "or write the engine's host";
  return {
    code: "SPC410",
    level: "error",
    path: plan.layout === "containers" ? "engine" : `sites.${site.name}.engine`,
    message: `${variable} is "${value}" in the environment and would win over ${planned}`,
    hint: `unset ${variable} for this command, ${written}`,
    source: engine.source ?? site.source,
  };
}
