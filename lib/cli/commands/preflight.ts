import { resolve } from "node:path";
import type { DeploymentPlan, EngineNeeds } from "../../domain";
import { engineEnvironmentProblems } from "../../domain/engine-environment";
import { engineNeeds } from "../../domain/engine-needs";
import { nearest } from "../../domain/nearest";
import type { Check, Preflight } from "../../operate";
import { CommandFailure } from "../command-failure";
import { planOf } from "../config";
import { writeHeading } from "../heading";
import { writeJson, type Action } from "../invocation";
import { openProject, type Project } from "../project";
import { stepsOn } from "../steps";
import type { Terminal } from "../terminal";
import { wrap } from "../text";

export const preflightEngines: Action = async (invocation) => {
  const { options, terminal, words } = invocation;
  const quiet = options.json === true;
  const project = openProject(invocation);
  const plan = planOf(project, terminal);
  refuseOtherEngines(plan, project);
  const needs = engineNeeds(plan, words[0]);
  if (needs.length === 0) throw unknownSite(words[0] ?? "", plan);
  if (!quiet) writeHeading(terminal, "preflight", { sandbox: false });
  const step = stepsOn(terminal, { quiet });
  const judged: Preflight[] = [];
  for (const each of needs) {
    judged.push(
      await step(each.sites.join(", "), async (say) => {
        say(`asking ${each.host ?? "the local engine"}`);
        const value = await lookAt(each, project);
        return { value, text: summaryOf(value.checks) };
      }),
    );
  }
  if (quiet) writeJson(terminal, { engines: judged.map(engineJson) });
  else terminal.write(judged.map((each) => `\n${renderEngine(each, terminal)}\n`).join(""));
  return judged.some(({ checks }) => checks.some(({ verdict }) => verdict === "unwell")) ? 1 : 0;
};

function lookAt(needs: EngineNeeds, { folder, environment }: Project): Promise<Preflight> {
  const { dockerCommand, preflight } = require("../../operate") as typeof import("../../operate");
  const { host, certPath } = needs;
  const certificates = certPath === undefined ? {} : { certPath: resolve(folder, certPath) };
  return preflight(needs, { docker: dockerCommand({ host, ...certificates }, environment) });
}

/** The shell must not decide which machine is looked at (design decision D21). */
function refuseOtherEngines(plan: DeploymentPlan, { environment }: Project): void {
  const [problem] = engineEnvironmentProblems(plan, environment);
  if (problem !== undefined) throw new CommandFailure(problem.code, problem.message, problem.hint);
}

function unknownSite(word: string, plan: DeploymentPlan): CommandFailure {
  const names = plan.sites.map(({ name }) => name);
  const near = nearest(word, names);
  return new CommandFailure(
    "SPC627",
    `"${word}" is not a site of this configuration`,
    near.length > 0 ? `nearest: ${near.join(", ")}` : `it has ${names.join(", ")}`,
  );
}

const count = (checks: readonly Check[], verdict: Check["verdict"]): number =>
  checks.filter((check) => check.verdict === verdict).length;

function summaryOf(checks: readonly Check[]): string {
  const hidden = count(checks, "not seen");
  return `${count(checks, "good")} good, ${count(checks, "unwell")} unwell${hidden > 0 ? `, ${hidden} not seen` : ""}`;
}

const VERDICT_WIDTH = "not seen".length;
const CHECK_WIDTH = "core speed".length;

function renderEngine({ needs, checks, commandThere }: Preflight, terminal: Terminal): string {
  const indent = " ".repeat(2 + VERDICT_WIDTH + 2 + CHECK_WIDTH + 2);
  const rows = checks.map(({ check, verdict, code, sentence, advice }) => {
    const more = advice === undefined ? "" : `; ${advice} (${code})`;
    const [first = "", ...rest] = wrap(`${sentence}${more}`, terminal.width, indent).split("\n");
    const colour = { good: "green", unwell: "red", "not seen": "yellow" } as const;
    const word = terminal.paint(colour[verdict], verdict.padEnd(VERDICT_WIDTH));
    return [`  ${word}  ${check.padEnd(CHECK_WIDTH)}  ${first.trimStart()}`, ...rest].join("\n");
  });
  const there =
    commandThere === undefined
      ? []
      : ["", "  Not seen from here. This shows it there:", ...commandThere.split("\n").map((line) => `  ${line}`)];
  return [terminal.paint("bold", needs.sites.join(", ")), ...rows, ...there].join("\n");
}

/** The JSON twin. */
function engineJson({ needs, checks, commandThere }: Preflight): object {
  const { sites, host, cores, memoryMiB, reserved, images, hosts } = needs;
  return {
    sites,
    host: host ?? null,
    verdict: checks.some(({ verdict }) => verdict === "unwell") ? "unwell" : "good",
    needs: { cores, memoryMiB, reserved, ports: needs.ports.map((port) => port.host), images, hosts },
    checks,
    commandThere: commandThere ?? null,
  };
}
