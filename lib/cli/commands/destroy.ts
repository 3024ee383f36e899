import { counted } from "../../domain/words";
import { discardPlan } from "../../terraform";
import { isApproved } from "../approval";
import { failureJson, renderStackFailure } from "../change-list";
import { isSandboxEmpty, prepare } from "../deployment";
import { carryOut, planDestruction, type Doomed, type Ending } from "../destruction";
import { writeHeading } from "../heading";
import { writeJson, type Action } from "../invocation";
import { openProject } from "../project";
import { stepsOn } from "../steps";
import type { Terminal } from "../terminal";
import { wrap } from "../text";

export const destroy: Action = async (invocation) => {
  const { options, terminal, words } = invocation;
  const project = openProject(invocation, words[0]);
  const quiet = options.json === true;
  const sandbox = options.sandbox === true;
  const step = stepsOn(terminal, { quiet });
  if (!quiet) writeHeading(terminal, "destroy", { sandbox });
  if (sandbox && (await isSandboxEmpty(project))) {
    if (quiet) writeJson(terminal, { sandbox, stacks: [], keptVolumes: [] });
    else terminal.write("  nothing to destroy: this project has no sandbox\n");
    return 0;
  }
  const deployment = await prepare(invocation, project, step);
  const destruction = await planDestruction(deployment, step);
  const { doomed } = destruction;
  let endings = destruction.endings;
  try {
    if (!quiet) {
      terminal.write(doomed.map((each) => renderDoomed(each, terminal)).join(""));
      writeFailures(endings, terminal);
    }
    const approved = doomed.length === 0 || (await isApproved(invocation, "Destroy all of this?"));
    endings = approved
      ? await carryOut(deployment, destruction, step)
      : [...endings, ...doomed.map(({ stack }) => ({ stack, status: "declined" as const }))];
  } finally {
    doomed.forEach(({ plan }) => discardPlan(plan));
  }
  const gone = new Set(endings.filter(({ status }) => status === "destroyed").map(({ stack }) => stack.id));
  const left = [...new Set(doomed.filter(({ stack }) => gone.has(stack.id)).flatMap(({ keeps }) => keeps))];
  if (quiet) writeJson(terminal, { sandbox, stacks: endings.map(endingJson), keptVolumes: left });
  else {
    writeFailures(
      endings.filter((ending) => !destruction.endings.includes(ending)),
      terminal,
    );
    terminal.write(renderEndings(endings, terminal) + renderLeft(left, sandbox));
  }
  return endings.every(isDone) ? 0 : 2;
};

const isDone = ({ status }: Ending): boolean => status === "destroyed" || status === "nothing to destroy";

function renderDoomed({ stack, plan }: Doomed, terminal: Terminal): string {
  const lines = plan.planned.map(({ address }) => `  destroy  ${address}`);
  return `\n  ${terminal.paint("bold", stack.id)}\n${lines.join("\n")}\n\n`;
}

function writeFailures(endings: readonly Ending[], terminal: Terminal): void {
  for (const ending of endings)
    if (ending.status === "failed") terminal.complain(`\n${renderStackFailure(ending.error, terminal)}\n\n`);
}

/** The last lines: what is gone is told again only where something is not. */
function renderEndings(endings: readonly Ending[], { width }: Terminal): string {
  const told = endings.every(isDone) ? endings.filter(({ status }) => status !== "destroyed") : endings;
  const lines = told.map((ending) => `${wrap(`${ending.stack.id}: ${describe(ending)}`, width, "  ")}\n`);
  return lines.length === 0 ? "" : `\n${lines.join("")}`;
}

function describe(ending: Ending): string {
  switch (ending.status) {
    case "failed":
      return "not destroyed, as told above";
    case "kept":
      return `not destroyed, because ${ending.because}`;
    case "declined":
      return "not approved, not destroyed";
    default:
      return ending.status;
  }
}

function renderLeft(volumes: readonly string[], sandbox: boolean): string {
  if (volumes.length === 0) return "";
  return [
    "",
    `  left: ${counted(volumes.length, "volume")}, what is in there cannot be had again`,
    ...volumes.map((name) => `    ${name}`),
    `  volumes rm <name>${sandbox ? " --sandbox" : ""} removes one`,
    "",
  ].join("\n");
}

function endingJson(ending: Ending): object {
  const { stack, status } = ending;
  return {
    stack: stack.id,
    status,
    ...(status === "failed" ? failureJson(ending.error) : {}),
    ...(status === "kept" ? { because: ending.because } : {}),
  };
}
