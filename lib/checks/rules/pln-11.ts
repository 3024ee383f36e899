import type { ResourceView } from "../plan-view";
import { isStopped } from "../replacements";
import { fail, pass, type Rule } from "../rule";
import { isSpeechBefore } from "../speech-before";

/** Containers that do not run. */
export const pln11: Rule = {
  id: "PLN-11",
  title: "containers that exist run",
  level: "warning",
  why: "A container that does not run looks like a change of its ports, and replacing it may only start the next crash.",
  fix: "read its logs first (docker logs); then let apply replace it",
  source: "measured with kreuzwerker/docker 3.6.2: ports are empty while a container does not run",
  judge: ({ plan }) =>
    plan.resources
      .filter(
        ({ type, before, after, deposed }) =>
          type === "docker_container" && before !== undefined && after !== undefined && deposed === undefined,
      )
      .filter((resource) => isSpeechBefore(plan, resource))
      .map((resource) => (isStopped(resource) ? fail(resource, describe(resource)) : pass(resource))),
};

function describe({ before }: ResourceView): string {
  const code = before?.["exit_code"];
  const state = typeof code === "number" ? `has stopped with exit code ${code}` : "is in a crash loop";
  return `the container ${state}: nothing in the configuration changed, apply replaces it`;
}
