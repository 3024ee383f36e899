import { fnv1a64 } from "../domain/fingerprint";
import type { Profile } from "../domain/profiles";
import { compareAddresses } from "./addresses";
import type { PlanView, Values } from "./plan-view";
import type { Finding, Place, Report, Undecided } from "./report";
import type { Level, Outcome, Rule, RuleContext, Subject } from "./rule";
import { accountView, isAccount } from "./views/account";
import { containerView, isSpeechContainer } from "./views/container";
import { imageIndex, imageView } from "./views/image";

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
  const judged = rules.flatMap((rule) => {
    const context = { plan, profile, ...subjects, options: options.options?.[rule.id] ?? {} };
    return rule.judge(context).map((outcome) => ({ rule, outcome }));
  });
  const failures = judged.flatMap(({ rule, outcome }) =>
    outcome.answer === "fail"
      ? [{ finding: findingOf(rule, outcome, profile), reason: reasonFor(outcome.subject, rule.id) }]
      : [],
  );
  const findings = failures.flatMap(({ finding, reason }) => (reason === undefined ? [finding] : []));
  const undecided = judged.flatMap(({ rule, outcome }): Undecided[] =>
    outcome.answer === "undecided" ? [{ rule: rule.id, ...placeOf(outcome.subject), message: outcome.message }] : [],
  );
  return {
    name: options.name ?? "plan",
    profile,
    origin: plan.origin,
    partial: !plan.complete,
    findings: findings.sort(compareFindings),
    waived: failures.flatMap(({ finding, reason }) =>
      reason === undefined ? [] : [{ ...finding, reason, expires: "" }],
    ),
    undecided: undecided.sort(comparePlaces),
    passed: judged.filter(({ outcome }) => outcome.answer === "pass").length,
  };
}

/** What the stack says beside a resource, in words: see `SpeechPolicy.acknowledge`. */
function reasonFor({ facts }: Subject, rule: string): string | undefined {
  const reason = facts?.acknowledged?.[rule];
  return typeof reason === "string" && reason.trim() !== "" ? reason : undefined;
}

/** Rules read the same few kinds of resources; they are made once. */
function subjectsOf(plan: PlanView): Pick<RuleContext, "accounts" | "containers" | "images"> {
  const planned = plan.resources.filter(({ after, deposed }) => after !== undefined && deposed === undefined);
  const images = planned.filter(({ type }) => type === "docker_image").map((resource) => imageView(plan, resource));
  const index = imageIndex(images);
  return {
    images: images.filter(({ resource }) => resource.mode === "managed"),
    containers: planned
      .filter(({ type, mode }) => type === "docker_container" && mode === "managed")
      .map((resource) => containerView(plan, resource, index))
      .filter(isSpeechContainer),
    accounts: plan.resources
      .filter((resource) => isAccount(resource) && resource.deposed === undefined)
      .map((resource) => accountView(plan, resource)),
  };
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
