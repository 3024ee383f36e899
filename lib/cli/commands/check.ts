import { ChecksRefused, readDecisions } from "../check-decisions";
import { readCheckInput, type CheckInput } from "../check-input";
import { jsonText, screenOf, targetsOf, writeReports } from "../check-reports";
import { writeJson, type Action, type Invocation } from "../invocation";
import { openProject } from "../project";
import type { Report } from "../../checks";

const COULD_NOT = 2;

export const check: Action = async (invocation) => {
  const { options, terminal } = invocation;
  try {
    const targets = targetsOf(invocation);
    const project = openProject(invocation);
    const decisions = readDecisions(invocation, project);
    const input = await readCheckInput(invocation, project);
    const { jsonReport, verdictOf, waiversFor } = loadChecks();
    if (options.emitWaivers !== undefined) {
      terminal.write(textOf(waiversFor(options.emitWaivers, input)));
      return 0;
    }
    const report = judge(input, { ...decisions, profile: options.profile, name: input.name });
    const strictness = { failOn: options.failOn ?? "error", strict: options.strict === true };
    writeReports(targets, report, strictness);
    if (options.json) writeJson(terminal, jsonReport(report, strictness));
    else terminal.write(screenOf(report, strictness, terminal));
    return verdictOf(report, strictness);
  } catch (error) {
    if (!(error instanceof ChecksRefused)) throw error;
    refuse(error, invocation);
    return COULD_NOT;
  }
};

function judge(
  { kind, document, stack }: CheckInput,
  options: Parameters<typeof import("../../checks").checkSynth>[1],
): Report {
  const { checkPlan, checkSynth } = loadChecks();
  return kind === "synth" ? checkSynth(document, options) : checkPlan(document, { ...options, stack });
}

const textOf = (waivers: string | object): string => (typeof waivers === "string" ? waivers : jsonText(waivers));

function refuse({ table, json }: ChecksRefused, { options, terminal }: Invocation): void {
  if (options.json) writeJson(terminal, json);
  else terminal.complain(`\n${table.trimEnd()}\n`);
}

function loadChecks(): typeof import("../../checks") {
  return require("../../checks") as typeof import("../../checks");
}
