import { fnv1a64 } from "../domain/fingerprint";
import type { Profile } from "../domain/profiles";
import { compareAddresses } from "./addresses";
import type { PlanView, Values } from "./plan-view";
import type { Finding, Place, Report, Undecided, WaivedFinding } from "./report";
import type { Level, Outcome, Rule, Subject } from "./rule";
import { subjectsOf } from "./subjects";

export interface JudgeOptions {
  /** @default what the stack says, else `trial` */
  readonly profile?: Profile;
  /** The plan as people named it. */
  readonly name?: string;
  /** Settings of rules, by rule id. */
  readonly options?: Readonly<Record<string, Values>>;
}

/** What rules say of a plan, before waivers and scrubbing. */
export function judge(plan: PlanView, rules: readonly Rule[], options: JudgeOptions = {}): Report {
  const profile = options.profile ?? plan.profile ?? "trial";
  const subjects = subjectsOf(plan);
  const findings: Finding[] = [];
  const waived: WaivedFinding[] = [];
  const undecided: Undecided[] = [];
  let passed = 0;
  for (const rule of rules) {
    for (const outcome of rule.judge({ plan, profile, ...subjects, options: options.options?.[rule.id] ?? {} })) {
      if (outcome.answer === "pass") passed += 1;
      else if (outcome.answer === "undecided")
        undecided.push({ rule: rule.id, ...placeOf(outcome.subject), message: outcome.message });
      else {
        const finding = findingOf(rule, outcome, profile);
        const reason = reasonFor(outcome.subject, rule.id);
        if (reason === undefined) findings.push(finding);
        else waived.push({ ...finding, reason, expires: "" });
      }
    }
  }
  return {
    name: options.name ?? "plan",
    profile,
    origin: plan.origin,
    partial: !plan.complete,
    findings: findings.sort(compareFindings),
    waived,
    undecided: undecided.sort(comparePlaces),
    passed,
  };
}

/** What the stack says beside a resource, in words: see `SpeechPolicy.acknowledge`. */
function reasonFor({ facts }: Subject, rule: string): string | undefined {
  const reason = facts?.acknowledged?.[rule];
  return typeof reason === "string" && reason.trim() !== "" ? reason : undefined;
}

function findingOf(rule: Rule, outcome: Extract<Outcome, { answer: "fail" }>, profile: Profile): Finding {
  const { subject, message, level, fix = rule.fix, part = "" } = outcome;
  return {
    rule: rule.id,
    level: level ?? levelIn(rule, profile),
    ...placeOf(subject),
    message,
    fix,
    fingerprint: fnv1a64([rule.id, subject.address ?? "", part].join("\n")),
  };
}

export function levelIn({ level }: Pick<Rule, "level">, profile: Profile): Level {
  return typeof level === "string" ? level : level[profile];
}

function placeOf({ address, constructPath, place }: Subject): Place {
  return {
    ...(address === undefined ? {} : { address }),
    ...(constructPath === undefined ? {} : { constructPath }),
    ...(place === undefined ? {} : { source: place }),
  };
}

export const LEVELS: readonly Level[] = ["error", "warning", "info"];

export function compareFindings(left: Finding, right: Finding): number {
  return LEVELS.indexOf(left.level) - LEVELS.indexOf(right.level) || comparePlaces(left, right);
}

function comparePlaces(
  left: Place & { readonly rule: string; readonly message: string },
  right: Place & { readonly rule: string; readonly message: string },
): number {
  return (
    compareAddresses(left.rule, right.rule) ||
    compareAddresses(left.address ?? "", right.address ?? "") ||
    compareAddresses(left.message, right.message)
  );
}
