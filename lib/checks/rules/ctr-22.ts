import { flagOf } from "../reading";
import { fail, pass, undecided, type Rule } from "../rule";

/** What a refresh does to a container that does not run. */
export const ctr22: Rule = {
  id: "CTR-22",
  title: "a refresh leaves a stopped container alone",
  level: "warning",
  why: "With must_run = true, the provider's default, a mere plan deletes a container that is stopped, with its logs.",
  fix: "set must_run = false",
  source: "kreuzwerker/docker 3.6.2, issue 590; measured",
  judge: ({ plan, containers }) =>
    containers.map(({ resource }) => {
      const mustRun = flagOf(plan, resource, "must_run");
      if (mustRun.state === "unknown") return undecided(resource, "must_run is known after apply");
      if (mustRun.state === "known" && !mustRun.value) return pass(resource);
      return fail(resource, "must_run is true: a refresh deletes the container while it is stopped");
    }),
};
