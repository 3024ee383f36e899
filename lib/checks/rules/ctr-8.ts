import { endsByItself } from "../offline";
import { textOf } from "../reading";
import { fail, pass, undecided, type Rule } from "../rule";

const SURVIVING = ["unless-stopped", "always"];

/** The restart policy. */
export const ctr8: Rule = {
  id: "CTR-8",
  title: "container comes back after a crash and a reboot",
  level: "warning",
  why: "Without such a restart policy a container that ends once stays deployed, but no longer serves.",
  fix: 'set restart = "unless-stopped"',
  source: "restart policies of Docker",
  judge: ({ plan, containers }) =>
    // The step that fetches a licence is to end.
    containers
      .filter((container) => !endsByItself(container))
      .map(({ resource }) => {
        const restart = textOf(plan, resource, "restart");
        if (restart.state === "unknown") return undecided(resource, "restart is known after apply");
        const policy = restart.state === "known" ? restart.value : "no";
        if (SURVIVING.includes(policy)) return pass(resource);
        return fail(resource, `restart is "${policy}": the engine does not start it again after a crash or a reboot`);
      }),
};
