import { isEngineSocket } from "../engine-socket";
import type { Origin, Reading } from "../plan-view";
import { flagOf, knownValue, textOf } from "../reading";
import { fail, pass, undecided, type Outcome, type Rule, type RuleContext } from "../rule";
import type { ContainerView } from "../views/container";

const ROOT = /^(?:root|0)(?::|$)/;

/** Rights over the host. */
export const ctr17: Rule = {
  id: "CTR-17",
  title: "container has no rights over its host",
  level: "error",
  why: "A Speech container needs none of them, and whoever breaks into it would have the whole machine.",
  fix: "remove it; OpenShift's root user needs a waiver with a reason",
  source: "hardening that no scanner does for kreuzwerker/docker",
  judge: (context) => context.containers.flatMap((container) => judgeContainer(context, container)),
};

function judgeContainer({ plan }: RuleContext, { resource, mounts }: ContainerView): readonly Outcome[] {
  const privileged = flagOf(plan, resource, "privileged");
  const network = textOf(plan, resource, "network_mode");
  const user = textOf(plan, resource, "user");
  const found: readonly (readonly [part: string, message: string, isFound: boolean])[] = [
    ["privileged", "privileged is true", knownValue(privileged) === true],
    ["network", 'network_mode is "host"', knownValue(network) === "host"],
    ["socket", "the engine's socket is mounted", (knownValue(mounts) ?? []).some(isEngineSocket)],
    ["user", "it runs as root", ROOT.test(knownValue(user) ?? "")],
  ];
  const findings = found.filter(([, , isFound]) => isFound);
  if (findings.length > 0) return findings.map(([part, message]) => fail(resource, message, { part }));
  const isOpen = [privileged, user, mounts].some(({ state }) => state === "unknown") || mayBeHost(network);
  return [isOpen ? undecided(resource, "rights known after apply") : pass(resource)];
}

/** The name of a network of its own is not known before it exists, and never the host's. */
function mayBeHost(network: Reading<string>): boolean {
  if (network.state !== "unknown") return false;
  const isOwn = (origin: Origin) => origin.kind === "resource" && /(?:^|\.)docker_network\./.test(origin.address);
  return network.origins.length === 0 || !network.origins.every(isOwn);
}
