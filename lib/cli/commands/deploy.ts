import { isApproved } from "../approval";
import { failureJson, outcomeJson, renderOutcomes, renderStackFailure } from "../change-list";
import { prepare } from "../deployment";
import { writeHeading } from "../heading";
import { writeJson, type Action, type Invocation } from "../invocation";
import { mergedOutputs, renderTargets, targetsOf, type StackOutputs } from "../outputs";
import { openProject } from "../project";
import { applyInRounds, type StackResult } from "../rounds";
import { planStacks, type StackOutcome } from "../stack-plans";
import { stepsOn } from "../steps";

export const deploy: Action = async (invocation) => {
  const { options, terminal, words } = invocation;
  const project = openProject(invocation, words[0]);
  const quiet = options.json === true;
  const sandbox = options.sandbox === true;
  const step = stepsOn(terminal, { quiet });
  if (!quiet) writeHeading(terminal, "deploy", { sandbox });
  const deployment = await prepare(invocation, project, step, { notes: !quiet });
  const first = await planStacks(deployment, deployment.stacks, { step });
  const planned: StackOutcome[] = [];
  const results = await applyInRounds(deployment, {
    step,
    first,
    approve: (outcomes) => {
      planned.push(...outcomes);
      if (!quiet) terminal.write(renderOutcomes(outcomes, terminal));
      return isApproved(invocation, "Make these changes?");
    },
  });
  const outputs = results.flatMap((result): StackOutputs[] => ("outputs" in result ? [result] : []));
  if (quiet) {
    const merged = mergedOutputs(outputs);
    writeJson(terminal, {
      sandbox,
      notes: deployment.notes,
      planned: planned.map(outcomeJson),
      stacks: results.map(resultJson),
      outputs: merged,
    });
  } else {
    writeResults(invocation, results);
    const targets = await targetsOf(deployment, outputs);
    const given = [project.file ?? [], sandbox ? "--sandbox" : []].flat();
    if (targets.length > 0) terminal.write(`\n${renderTargets(targets, terminal)}\n`);
    if (targets.length > 0) terminal.write(`\n  next: ${["speech-containers verify", ...given].join(" ")}\n`);
  }
  return results.every(({ kind }) => kind === "applied" || kind === "unchanged") ? 0 : 2;
};

function writeResults({ terminal }: Invocation, results: readonly StackResult[]): void {
  if (results.every(({ kind }) => kind === "unchanged"))
    terminal.write("\n  no changes: everything is as configured\n");
  for (const result of results) {
    if (result.kind === "failed") terminal.complain(`\n${renderStackFailure(result.error, terminal)}\n`);
    if (result.kind === "skipped")
      terminal.complain(`\n  ${result.stack.id}: not deployed, because ${result.because}\n`);
  }
  const declined = results.filter(({ kind }) => kind === "declined").map(({ stack }) => stack.id);
  if (declined.length > 0) terminal.write(`\n  not approved, nothing was changed in: ${declined.join(", ")}\n`);
}

function resultJson(result: StackResult): object {
  const stack = result.stack.id;
  switch (result.kind) {
    case "applied":
    case "unchanged":
      return { stack, status: result.kind, ...result.counts };
    case "failed":
      return { stack, status: "failed", ...failureJson(result.error) };
    case "skipped":
      return { stack, status: "skipped", because: result.because };
    case "declined":
      return { stack, status: "declined" };
  }
}
