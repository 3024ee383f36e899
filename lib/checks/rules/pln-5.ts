import { changedArguments } from "../drift";
import { isStopped } from "../replacements";
import { fail, pass, wholePlan, type Rule, type RuleContext } from "../rule";
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
  judge: (context) => {
    const changed = context.plan.drift
      .filter(({ type }) => OUR_TYPES.test(type))
      .flatMap((resource) => judgeDrift(context, resource));
    return changed.length > 0 ? changed : [pass(wholePlan)];
  },
};

function judgeDrift({ plan }: RuleContext, { address, before, after }: ResourceView) {
  const resource = plan.resources.find((each) => each.address === address && each.deposed === undefined);
  // A container that does not run is PLN-11's matter.
  if (resource !== undefined && isStopped(resource)) return [];
  const subject = resource ?? { address };
  if (before !== undefined && after === undefined) return [fail(subject, "it was deleted outside of Terraform")];
  const names = changedArguments(before ?? {}, after ?? {});
  return names.length === 0 ? [] : [fail(subject, `changed outside of Terraform: ${names.join(", ")}`)];
}
