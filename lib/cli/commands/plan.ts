import { outcomeJson, renderOutcomes } from "../change-list";
import { prepare } from "../deployment";
import { writeHeading } from "../heading";
import { writeJson, type Action } from "../invocation";
import { openProject } from "../project";
import { discardAll, planStacks, type StackOutcome } from "../stack-plans";
import { stepsOn } from "../steps";

export const plan: Action = async (invocation) => {
  const { options, terminal, words } = invocation;
  const project = openProject(invocation, words[0]);
  const quiet = options.json === true;
  const sandbox = options.sandbox === true;
  const step = stepsOn(terminal, { quiet });
  if (!quiet) writeHeading(terminal, "plan", { sandbox });
  const deployment = await prepare(invocation, project, step, { notes: !quiet });
  const outcomes = await planStacks(deployment, deployment.stacks, { step });
  discardAll(outcomes);
  if (quiet) writeJson(terminal, { sandbox, notes: deployment.notes, stacks: outcomes.map(outcomeJson) });
  else terminal.write(renderOutcomes(outcomes, terminal));
  return exitCodeOf(outcomes, options.detailedExitcode === true);
};

/** Without the flag as everywhere (design decision D27), with it as Terraform: 0 no changes, 1 error, 2 changes. */
function exitCodeOf(outcomes: readonly StackOutcome[], detailed: boolean): number {
  const changes = outcomes.some(
    (outcome) => outcome.kind === "waiting" || (outcome.kind === "planned" && outcome.plan.changed),
  );
  if (outcomes.some(({ kind }) => kind === "failed")) return detailed ? 1 : 2;
  return detailed && changes ? 2 : 0;
}
