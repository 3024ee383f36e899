import { changedArguments } from "../drift";
import { isStopped } from "../replacements";
import { fail, pass, wholePlan, type Rule } from "../rule";
import type { ResourceView } from "../plan-view";

const OUR_TYPES = /^(?:azurerm_cognitive_account|docker_(?:container|image|network|volume))$/;

/** Changes that somebody made by hand. */
export const pln5: Rule = {
  id: "PLN-5",
  title: "nothing was changed outside of Terraform",
  level: "warning",
  why: "What somebody changed by hand is undone by the next apply, or has a reason that the configuration does not know.",
  fix: "take the change into the configuration, or let apply undo it",
  source: "measured: what a refresh only spells otherwise is left out",
  judge: ({ plan }) => {
    const current = plan.resources.filter(({ deposed }) => deposed === undefined);
    const planned = new Map(current.map((resource) => [resource.address, resource]));
    const changed = plan.drift
      .filter(({ type }) => OUR_TYPES.test(type))
      .flatMap((resource) => judgeDrift(planned.get(resource.address), resource));
    return changed.length > 0 ? changed : [pass(wholePlan)];
  },
};

function judgeDrift(resource: ResourceView | undefined, { address, before, after }: ResourceView) {
  // A container that does not run is PLN-11's matter.
  if (resource !== undefined && isStopped(resource)) return [];
  const subject = resource ?? { address };
  if (before !== undefined && after === undefined) return [fail(subject, "it was deleted outside of Terraform")];
  const names = changedArguments(before ?? {}, after ?? {});
  return names.length === 0 ? [] : [fail(subject, `changed outside of Terraform: ${names.join(", ")}`)];
}
