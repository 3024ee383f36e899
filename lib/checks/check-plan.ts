import { interruptions } from "./interruption";
import { judge, type JudgeOptions } from "./judge";
import type { PlanView } from "./plan-view";
import { readPlan } from "./reader/read-plan";
import { readSynth } from "./reader/read-synth";
import { readStackNotes, withNotes } from "./reader/stack";
import { PlanRefused } from "./refusal";
import type { Report } from "./report";
import { rules } from "./rules";
import { scrubOf, scrubReport } from "./scrubbing";
import { applyDecisions, type Waiver } from "./waivers";

export interface CheckOptions extends JudgeOptions {
  /**
   * The synthesized stack (`cdk.tf.json`, parsed) that the plan was made of: names lines and constructs, and says what
   * Terraform does not know.
   *
   * @default - findings have addresses only
   */
  readonly stack?: unknown;
  /** @default - none */
  readonly waivers?: readonly Waiver[];
  /**
   * The day on which waivers are judged, such as `2026-11-25`.
   *
   * @default - today, in UTC
   */
  readonly today?: string;
}

/**
 * Judges a plan by every rule; reads no file. Nothing in the report, and nothing in an error, is secret.
 *
 * @param plan what `terraform show -json` printed, parsed
 * @throws PlanRefused SPC902 to SPC905: not a plan, another format, damaged, failed; SPC906: not a stack
 */
export function checkPlan(plan: unknown, options: CheckOptions = {}): Report {
  return check(plan, options, () => {
    const view = readPlan(plan);
    return options.stack === undefined ? view : withNotes(view, readStackNotes(options.stack));
  });
}

/**
 * Judges a synthesized stack before there is a plan: what exists and what providers compute is undecided.
 *
 * @param stack a `cdk.tf.json`, parsed
 * @throws PlanRefused SPC906: not a stack
 */
export function checkSynth(stack: unknown, options: Omit<CheckOptions, "stack"> = {}): Report {
  return check(stack, options, () => readSynth(stack));
}

function check(document: unknown, options: CheckOptions, read: () => PlanView): Report {
  const plan = readScrubbed(document, read);
  const { waivers = [], today = new Date().toISOString().slice(0, 10) } = options;
  const report = { ...judge(plan, rules, options), interruptions: interruptions(plan) };
  const decided = applyDecisions(report, { waivers, options: options.options ?? {} }, { today, rules });
  return scrubReport(decided, scrubOf(document, plan));
}

/** What a refusal quotes is scrubbed as well. */
function readScrubbed(document: unknown, read: () => PlanView): PlanView {
  try {
    return read();
  } catch (thrown) {
    if (!(thrown instanceof PlanRefused)) throw thrown;
    throw new PlanRefused(thrown.code, scrubOf(document)(thrown.message), thrown.hint);
  }
}
