import { parseEngineHost } from "./engine-host";
import type { DeploymentPlan, EnginePlan, SitePlan } from "./plan";
import type { Problem } from "./problems";
import { quoted } from "./words";

/**
 * Variables of the shell that would win over a site's engine, so that the shell would decide which machine is changed
 * (SPC410). The docker provider takes `DOCKER_CONTEXT` before any host, and `DOCKER_HOST` where no host is configured;
 * a socket of this machine is what *no host* means, so that one is fine. What is written once is reported once.
 */
export function engineEnvironmentProblems(
  plan: DeploymentPlan,
  environment: Readonly<Record<string, string | undefined>>,
): readonly Problem[] {
  const { DOCKER_CONTEXT: context, DOCKER_HOST: host } = environment;
  const problems = new Map<string, Problem>();
  const add = (site: SitePlan, variable: string, value: string, hint: string) => {
    const path = pathOf(plan, site);
    const source = site.engine.source ?? site.source;
    problems.set(`${variable} ${path}`, {
      code: "SPC410",
      level: "error",
      path,
      message: `${variable} is ${quoted(value)} in the environment and would win over ${describe(site.engine)}`,
      hint,
      ...(source === undefined ? {} : { source }),
    });
  };
  for (const site of plan.sites) {
    if (isSet(context)) {
      add(site, "DOCKER_CONTEXT", context, "unset DOCKER_CONTEXT for this command");
    }
    if (isSet(host) && site.engine.host === undefined && !/^(unix|npipe):/.test(host)) {
      add(site, "DOCKER_HOST", host, `unset DOCKER_HOST for this command${orWrite(host)}`);
    }
  }
  return [...problems.values()];
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}

function pathOf({ layout }: DeploymentPlan, { name, engine }: SitePlan): string {
  return layout === "containers" || engine.inherited === true ? "engine" : `sites.${name}.engine`;
}

function describe({ host }: EnginePlan): string {
  return host === undefined ? "the local engine" : quoted(host);
}

/** The line to write, if the variable holds an address that the configuration takes. */
function orWrite(host: string): string {
  switch (parseEngineHost(host)?.scheme) {
    case "ssh":
      return `, or write the engine as \`host: ${host}\``;
    case "tcp":
      return `, or write the engine as \`host: ${host}\` with \`tls: { certPath: … }\``;
    default:
      return "";
  }
}
